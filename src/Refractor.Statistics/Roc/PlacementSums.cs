using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Roc;

/// <summary>
/// What one walk along the ordered samples gives: all of AUC, DeLong's variance and the rank-sum test. The placement of a case is the
/// number of controls below it plus half of those tied with it, and likewise for a control; doubled, placements are integers, so that
/// every sum is exact and no order of summation matters.
/// </summary>
/// <param name="Cases">m.</param>
/// <param name="Controls">n.</param>
/// <param name="CaseSum">Σ of the doubled placements of the cases, 2U.</param>
/// <param name="CaseSquares">Σ of their squares.</param>
/// <param name="ControlSquares">Σ of the squares of the doubled placements of the controls.</param>
/// <param name="TieTerm">Σ (t³ − t) over blocks of t tied samples.</param>
internal readonly record struct PlacementSums(
    int Cases,
    int Controls,
    long CaseSum,
    long CaseSquares,
    long ControlSquares,
    long TieTerm
)
{
    /// <summary>Beyond this number of samples the sums of squares may not fit into 64 bits.</summary>
    public const int MostSamples = 1 << 20;

    private double Pairs => (double)Cases * Controls;

    /// <summary>Area under the curve, larger if cases are higher; NaN without case or control.</summary>
    public double Auc => CaseSum / (2 * Pairs);

    /// <summary>The area if cases are expected to be lower.</summary>
    public double MirroredAuc => ControlSum / (2 * Pairs);

    /// <summary>Whether there is no case or no control.</summary>
    public bool IsOneGroup => Cases == 0 || Controls == 0;

    /// <summary>Whether all samples are tied.</summary>
    public bool AllEqual
    {
        get
        {
            long total = Cases + Controls;
            return TieTerm == total * total * total - total;
        }
    }

    /// <summary>DeLong's variance of the AUC; NaN with fewer than two cases or controls.</summary>
    public double AucVariance =>
        Cases < 2 || Controls < 2
            ? double.NaN
            : Scatter(CaseSquares, CaseSum, Cases, Controls) + Scatter(ControlSquares, ControlSum, Controls, Cases);

    /// <summary>The rank-sum statistic in standard deviations, its variance reduced by ties; NaN if all samples are tied.</summary>
    public double WilcoxonZ(bool continuityCorrection)
    {
        double total = Cases + Controls;
        var variance = Pairs / 12 * (total + 1 - TieTerm / (total * (total - 1)));
        var deviation = (CaseSum - Pairs) / 2;
        return (deviation - (continuityCorrection ? 0.5 * Math.Sign(deviation) : 0)) / Math.Sqrt(variance);
    }

    /// <summary>Exact two-sided p of the rank-sum test, if there are no ties.</summary>
    public PValue ExactP =>
        Alternative.TwoSided.OfTails(
            WilcoxonRankSum.LogProbability(CaseSum / 2, Cases, Controls),
            WilcoxonRankSum.LogProbability(CaseSum / 2 - 1, Cases, Controls, Tail.Upper)
        );

    /// <summary>Σ of the doubled placements of the controls: a pair counts 2 in one of the two sums, or 1 in both.</summary>
    private long ControlSum => checked(2L * Cases * Controls - CaseSum);

    /// <summary>Variance of the placements over their number, in units of the AUC.</summary>
    private static double Scatter(long squares, long sum, double count, double others) =>
        (double)((Int128)squares * (long)count - (Int128)sum * sum)
        / (count * (count - 1) * 4 * others * others)
        / count;
}
