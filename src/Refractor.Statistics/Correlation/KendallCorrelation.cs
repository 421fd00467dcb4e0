namespace Refractor.Statistics.Correlation;

/// <summary>Kendall's τ-b: concordant less discordant pairs of samples, over the pairs that are not tied.</summary>
/// <remarks>
/// Kendall, Biometrika 1938 and 1945 (ties); counted in n log n steps after Knight, JASA 1966. Checked against R
/// <c>cor.test(method = "kendall")</c>, see Reference/correlation.
/// </remarks>
public sealed record KendallCorrelation
{
    /// <summary>R takes the normal distribution from this number of pairs on.</summary>
    private const int FewestApproximate = 50;

    /// <summary>−1 to 1.</summary>
    public required double Tau { get; init; }

    /// <summary>Standard normal statistic; NaN for exact tests, and with two pairs.</summary>
    public required double Z { get; init; }

    /// <summary>P value for the alternative asked.</summary>
    public required PValue P { get; init; }

    /// <summary>How p was found.</summary>
    public required CorrelationMethod Method { get; init; }

    /// <summary>Number of complete pairs of values.</summary>
    public required int N { get; init; }

    /// <summary>Correlates two variables.</summary>
    /// <param name="x">n values; a pair of which one is NaN is dropped, infinite values have their rank.</param>
    /// <param name="y">n values in the same order.</param>
    /// <param name="method">Exact (without ties only), approximate, or as R chooses.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <param name="continuityCorrection">Whether the approximate p is corrected for continuity; not by default, as in R.</param>
    /// <returns>
    /// The correlation; or <see cref="NotEstimable.TooFewValues"/> with fewer than two pairs, <see cref="NotEstimable.NoVariation"/> if a
    /// variable is constant, <see cref="NotEstimable.TooLarge"/> if an exact p was asked with ties or of more than 1,000 pairs.
    /// </returns>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static Estimate<KendallCorrelation> Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        CorrelationMethod method = CorrelationMethod.Automatic,
        Alternative alternative = Alternative.TwoSided,
        bool continuityCorrection = false
    )
    {
        var (a, b) = CompletePairs.Of(x, y);
        if (a.Length < 2)
            return NotEstimable.TooFewValues;
        var pairs = KendallPairs.Of(a, b);
        if (pairs.TiedInX == pairs.All || pairs.TiedInY == pairs.All)
            return NotEstimable.NoVariation;
        var hasTies = pairs.TiedInX > 0 || pairs.TiedInY > 0;
        if (method == CorrelationMethod.Automatic)
            method = !hasTies && a.Length < FewestApproximate ? CorrelationMethod.Exact : CorrelationMethod.Approximate;
        var (z, p) = (double.NaN, PValue.None);
        if (method == CorrelationMethod.Exact)
        {
            if (hasTies || a.Length > KendallNull.MostPairs)
                return NotEstimable.TooLarge;
            p = KendallNull.P(a.Length, (pairs.All + pairs.Score) / 2, alternative);
        }
        else if (a.Length > 2)
        {
            double score = pairs.Score;
            z =
                (continuityCorrection ? Math.Sign(score) * (Math.Abs(score) - 1) : score)
                / Math.Sqrt(pairs.NullVariance);
            p = alternative.OfNormal(z);
        }
        return new KendallCorrelation
        {
            Tau =
                pairs.Score
                / (Math.Sqrt(pairs.All - (double)pairs.TiedInX) * Math.Sqrt(pairs.All - (double)pairs.TiedInY)),
            Z = z,
            P = p,
            Method = method,
            N = a.Length,
        };
    }
}
