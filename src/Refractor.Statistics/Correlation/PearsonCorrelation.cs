using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Correlation;

/// <summary>Pearson's correlation of two variables.</summary>
/// <remarks>Interval: Fisher, Metron 1921. Checked against R <c>cor.test</c>, see Reference/correlation.</remarks>
public sealed record PearsonCorrelation
{
    /// <summary>−1 to 1.</summary>
    public required double R { get; init; }

    /// <summary>Interval by Fisher's transformation, two-sided; none with fewer than four pairs.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Student's t statistic; NaN with two pairs, ±∞ if the points lie on a line.</summary>
    public required double T { get; init; }

    /// <summary>Degrees of freedom: pairs − 2.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>P value for the alternative asked; unknown with two pairs.</summary>
    public required PValue P { get; init; }

    /// <summary>Number of complete pairs.</summary>
    public required int N { get; init; }

    /// <summary>Correlates two variables.</summary>
    /// <param name="x">n values; a pair of which one is NaN is dropped.</param>
    /// <param name="y">n values in the same order.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>
    /// The correlation; or <see cref="NotEstimable.TooFewValues"/> with fewer than two pairs, <see cref="NotEstimable.NoVariation"/> if a
    /// variable is constant, <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">x and y differ in length, or the level is not between 0 and 1.</exception>
    public static Estimate<PearsonCorrelation> Of(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        AlternativeTails.CheckLevel(level);
        var (a, b) = CompletePairs.Of(x, y);
        if (a.Length < 2)
            return NotEstimable.TooFewValues;
        if (a.Any(double.IsInfinity) || b.Any(double.IsInfinity))
            return NotEstimable.OutOfRange;
        if (a.All(v => v.Equals(a[0])) || b.All(v => v.Equals(b[0])))
            return NotEstimable.NoVariation;
        var (meanA, meanB) = (a.Average(), b.Average());
        var (products, squaresA, squaresB) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            var (da, db) = (a[i] - meanA, b[i] - meanB);
            products += da * db;
            squaresA += da * da;
            squaresB += db * db;
        }
        var r = Math.Clamp(products / Math.Sqrt(squaresA) / Math.Sqrt(squaresB), -1, 1);
        var df = a.Length - 2;
        var t = CorrelationT.Of(r, df);
        var reach = Normal.Quantile((1 - level) / 2, tail: Tail.Upper) / Math.Sqrt(a.Length - 3);
        return new PearsonCorrelation
        {
            R = r,
            Interval =
                a.Length > 3
                    ? new Interval(Math.Tanh(Math.Atanh(r) - reach), Math.Tanh(Math.Atanh(r) + reach), level)
                    : Interval.None,
            T = t,
            DegreesOfFreedom = df,
            P = df > 0 ? alternative.OfStudentT(t, df) : PValue.None,
            N = a.Length,
        };
    }
}
