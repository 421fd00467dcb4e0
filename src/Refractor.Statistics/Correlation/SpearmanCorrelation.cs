namespace Refractor.Statistics.Correlation;

/// <summary>Spearman's correlation of the ranks of two variables.</summary>
/// <remarks>
/// Spearman, Am J Psychol 1904; exact p by enumeration up to 9 pairs, beyond by Best and Roberts, Appl Stat 1975 (AS 89). Checked against
/// R <c>cor.test(method = "spearman")</c>, see Reference/correlation.
/// </remarks>
public sealed record SpearmanCorrelation
{
    /// <summary>Most pairs for which R takes AS 89.</summary>
    private const int MostExact = 1290;

    /// <summary>−1 to 1; tied values share the mean of their ranks.</summary>
    public required double Rho { get; init; }

    /// <summary>(n³ − n)(1 − ρ)/6; without ties the sum of the squared differences of ranks.</summary>
    public required double S { get; init; }

    /// <summary>P value for the alternative asked; unknown with two pairs unless exact.</summary>
    public required PValue P { get; init; }

    /// <summary>How p was found.</summary>
    public required CorrelationMethod Method { get; init; }

    /// <summary>Number of complete pairs.</summary>
    public required int N { get; init; }

    /// <summary>Correlates the ranks of two variables.</summary>
    /// <param name="x">n values; a pair of which one is NaN is dropped, infinite values have their rank.</param>
    /// <param name="y">n values in the same order.</param>
    /// <param name="method">
    /// Exact, approximate, or as R chooses. Exact with ties: only up to 9 pairs. Where the series of AS 89 leaves 0–1, in the far tail,
    /// p is that of Student's t, and <see cref="Method"/> says so.
    /// </param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <param name="continuityCorrection">Whether the approximate p is corrected for continuity; not by default, as in R.</param>
    /// <returns>
    /// The correlation; or <see cref="NotEstimable.TooFewValues"/> with fewer than two pairs, <see cref="NotEstimable.NoVariation"/> if a
    /// variable is constant, <see cref="NotEstimable.TooLarge"/> if an exact p was asked of more pairs than there is one for.
    /// </returns>
    /// <exception cref="ArgumentException">x and y differ in length.</exception>
    public static Estimate<SpearmanCorrelation> Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        CorrelationMethod method = CorrelationMethod.Automatic,
        Alternative alternative = Alternative.TwoSided,
        bool continuityCorrection = false
    )
    {
        var (a, b) = CompletePairs.Of(x, y);
        var n = a.Length;
        if (n < 2)
            return NotEstimable.TooFewValues;
        var (ranksA, ranksB) = (CentredRanks.Of(a), CentredRanks.Of(b));
        var (squaresA, squaresB) = (ranksA.Sum(r => r * r), ranksB.Sum(r => r * r));
        if (squaresA == 0 || squaresB == 0)
            return NotEstimable.NoVariation;
        var rho = ranksA.Zip(ranksB, (p, q) => p * q).Sum() / Math.Sqrt(squaresA * squaresB);
        var cubes = (double)n * n * n - n;
        var hasTies = squaresA < cubes / 3 || squaresB < cubes / 3;
        if (method == CorrelationMethod.Automatic)
            method = !hasTies && n <= MostExact ? CorrelationMethod.Exact : CorrelationMethod.Approximate;
        var p = PValue.None;
        if (method == CorrelationMethod.Exact)
        {
            if (n > SpearmanNull.MostEnumerated && (hasTies || n > MostExact))
                return NotEstimable.TooLarge;
            p = SpearmanNull.P(ranksA, ranksB, alternative);
            if (!p.IsKnown)
                method = CorrelationMethod.Approximate;
        }
        if (method == CorrelationMethod.Approximate)
        {
            var s = cubes * (1 - rho) / 6;
            var r = continuityCorrection ? 1 - s / (cubes / 6 + 1) : rho;
            p = n > 2 ? alternative.OfStudentT(CorrelationT.Of(r, n - 2), n - 2) : PValue.None;
        }
        return new SpearmanCorrelation
        {
            Rho = rho,
            S = cubes * (1 - rho) / 6,
            P = p,
            Method = method,
            N = n,
        };
    }
}
