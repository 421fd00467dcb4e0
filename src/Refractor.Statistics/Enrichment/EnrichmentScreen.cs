using System.Globalization;

namespace Refractor.Statistics.Enrichment;

/// <summary>Pre-ranked enrichment of all sets, in columns with one entry a set. What was not estimated is NaN with a reason.</summary>
public sealed class EnrichmentScreen
{
    private readonly int[][] _leadingEdges;

    internal EnrichmentScreen(int sets)
    {
        _leadingEdges = new int[sets][];
        Array.Fill(_leadingEdges, []);
        (Sizes, Reasons) = (new int[sets], new NotEstimable[sets]);
        Scores = Missing(sets);
        NormalizedScores = Missing(sets);
        LogP = Missing(sets);
        LogAdjustedP = Missing(sets);
        Log2Error = Missing(sets);
    }

    /// <summary>Number of ranked features N.</summary>
    public int Ranked { get; internal init; }

    /// <summary>Features without a statistic (NaN); they are in no ranking and in no set.</summary>
    public int Unranked { get; internal init; }

    /// <summary>
    /// Features with an infinite statistic, such as −log p of p = 0. They stand at the end of the ranking and weigh as much as the
    /// largest finite statistic.
    /// </summary>
    public int Infinite { get; internal init; }

    /// <summary>Features whose statistic another one has as well.</summary>
    public int Tied { get; internal init; }

    /// <summary>Ranked members of each set.</summary>
    public int[] Sizes { get; }

    /// <summary>
    /// Enrichment score, −1 to 1: the largest deviation of the running sum from zero; 0 if both sides deviate alike.
    /// </summary>
    public double[] Scores { get; }

    /// <summary>Score divided by the mean magnitude of the scores of random sets of the same size and side.</summary>
    public double[] NormalizedScores { get; }

    /// <summary>Natural logarithm of p: the probability that a random set of this size, if on the same side, scores as much.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of p adjusted over all sets with a p value (Benjamini–Hochberg).</summary>
    public double[] LogAdjustedP { get; private set; }

    /// <summary>Standard error of log₂ p from the random sets.</summary>
    public double[] Log2Error { get; }

    /// <summary>Why a set has no p value; None if it has one.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a set.</summary>
    public PValue P(int set) => PValue.FromLog(LogP[set]);

    /// <summary>The adjusted p value of a set.</summary>
    public PValue AdjustedP(int set) => PValue.FromLog(LogAdjustedP[set]);

    /// <summary>
    /// The members up to the largest deviation, from that end of the ranking on: they make up the score (Subramanian et al., PNAS
    /// 2005). Empty if the score is 0.
    /// </summary>
    public ReadOnlySpan<int> LeadingEdge(int set) => _leadingEdges[set];

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Enrichment of {Reasons.Count(r => r == NotEstimable.None)} of {Reasons.Length} sets among {Ranked} features"
        );

    internal void SetLeadingEdge(int set, int[] members) => _leadingEdges[set] = members;

    internal void Adjust() => LogAdjustedP = MultipleTesting.AdjustedP.BenjaminiHochbergOfLog(LogP);

    private static double[] Missing(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }
}
