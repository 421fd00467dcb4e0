using System.Globalization;
using Refractor.Statistics.Contingency;

namespace Refractor.Statistics.Enrichment;

/// <summary>Over-representation of all sets in one list of features, in columns with one entry a set.</summary>
public sealed class OverRepresentationScreen
{
    internal OverRepresentationScreen(
        int universe,
        int querySize,
        int outsideUniverse,
        int[] setSizes,
        int[] overlaps,
        double[] logP
    )
    {
        (Universe, QuerySize, OutsideUniverse) = (universe, querySize, outsideUniverse);
        (SetSizes, Overlaps, LogP) = (setSizes, overlaps, logP);
        LogAdjustedP = MultipleTesting.AdjustedP.BenjaminiHochbergOfLog(logP);
        Folds = new double[setSizes.Length];
        for (var s = 0; s < Folds.Length; s++)
            Folds[s] = (double)overlaps[s] * universe / ((double)setSizes[s] * querySize);
    }

    /// <summary>Number of tested features N.</summary>
    public int Universe { get; }

    /// <summary>Number of tested features in the list, k, each counted once.</summary>
    public int QuerySize { get; }

    /// <summary>Entries of the list that are not tested features.</summary>
    public int OutsideUniverse { get; }

    /// <summary>Tested members of each set, m.</summary>
    public int[] SetSizes { get; }

    /// <summary>Members of each set in the list, q.</summary>
    public int[] Overlaps { get; }

    /// <summary>
    /// Natural logarithm of p = P(overlap ≥ q). An overlap of 0 is certain, so a set without tested member has p = 1 and stays in the
    /// family of tests.
    /// </summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of p adjusted over all sets of this list (Benjamini–Hochberg).</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Overlap divided by the one expected, (q / k) / (m / N); NaN for an empty set or list.</summary>
    public double[] Folds { get; }

    /// <summary>The p value of a set.</summary>
    public PValue P(int set) => PValue.FromLog(LogP[set]);

    /// <summary>The adjusted p value of a set.</summary>
    public PValue AdjustedP(int set) => PValue.FromLog(LogAdjustedP[set]);

    /// <summary>
    /// Fisher's test of a set, members of the set against the others by being in the list: conditional odds ratio with its exact
    /// interval. Calculated when asked for.
    /// </summary>
    /// <param name="set">Number of the set.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>Not estimable if set or list is empty or holds all tested features.</returns>
    public Estimate<FisherTest> Fisher(int set, double level = 0.95)
    {
        var (overlap, size) = (Overlaps[set], SetSizes[set]);
        var outside = Universe - size - QuerySize + overlap;
        return FisherTest.Of(new TwoByTwo(overlap, size - overlap, QuerySize - overlap, outside), level);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Over-representation of {LogP.Length} sets in {QuerySize} of {Universe} features"
        );
}
