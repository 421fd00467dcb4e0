using System.Globalization;

namespace Refractor.Statistics.SampleScores;

/// <summary>A score of every feature set in every sample.</summary>
public sealed class SetScores
{
    internal SetScores(int samples, int[] members, NotEstimable[] reasons, double[] values, int constantFeatures = 0)
    {
        (Samples, MembersFound, Reasons, Values) = (samples, members, reasons, values);
        ConstantFeatures = constantFeatures;
    }

    /// <summary>Number of sets.</summary>
    public int Sets => MembersFound.Length;

    /// <summary>Number of samples n.</summary>
    public int Samples { get; }

    /// <summary>sets × n scores, all samples of the first set first; NaN where there is none.</summary>
    public double[] Values { get; }

    /// <summary>For each set, how many of its members are among the features that the method uses.</summary>
    public int[] MembersFound { get; }

    /// <summary>For each set, why it has no score in any sample; <see cref="NotEstimable.None"/> if it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Features left out because all their values are equal, for the methods that compare samples.</summary>
    public int ConstantFeatures { get; }

    /// <summary>The n scores of a set.</summary>
    public ReadOnlySpan<double> OfSet(int set) => Values.AsSpan(set * Samples, Samples);

    /// <summary>The score of a set in a sample.</summary>
    public double this[int set, int sample] => Values[(set * Samples) + sample];

    /// <summary>
    /// The scores divided by the difference between the largest and the smallest of all, as GSVA does for ssGSEA by default
    /// (Barbie et al., Nature 2009). The result depends on the other samples and sets: the same tumour gets another number in another
    /// cohort. Keep <see cref="Values"/> for what is compared between cohorts.
    /// </summary>
    /// <returns>sets × n; NaN if all scores are equal.</returns>
    public double[] DividedByRange()
    {
        var present = Values.Where(double.IsFinite);
        var range = present.DefaultIfEmpty().Max() - present.DefaultIfEmpty().Min();
        return Array.ConvertAll(Values, v => range == 0 ? double.NaN : v / range);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Scores of {Sets} sets in {Samples} samples");
}
