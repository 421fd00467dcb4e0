using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MeanTests;

/// <summary>Student's t test, with Welch's correction for unequal variances or without, of two groups, of pairs, or of one group.</summary>
/// <remarks>Student, Biometrika 1908; Welch, Biometrika 1947. Checked against R <c>t.test</c>, see Reference/ranktests.</remarks>
public sealed record TTest
{
    /// <summary>Mean of x less mean of y; mean of the differences of pairs; mean less its null value.</summary>
    public required double Difference { get; init; }

    /// <summary>Interval of the difference; always two-sided.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Standard error of the difference.</summary>
    public required double StandardError { get; init; }

    /// <summary>Difference over its standard error.</summary>
    public required double T { get; init; }

    /// <summary>Degrees of freedom; fractional for Welch's test.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>P value for the alternative asked.</summary>
    public required PValue P { get; init; }

    /// <summary>Values of x, or pairs.</summary>
    public required int N { get; init; }

    /// <summary>Values of y; 0 for pairs and for one group.</summary>
    public required int M { get; init; }

    /// <summary>Compares the means of two groups whose variances may differ: R's default.</summary>
    /// <param name="x">The group compared, such as cases; NaN is dropped.</param>
    /// <param name="y">The reference group.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.TooFewValues"/> with fewer than two values in a group, <see cref="NotEstimable.NoVariation"/>
    /// if both groups are constant up to rounding, <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public static Estimate<TTest> Welch(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        var (a, b) = (Moments.Of(x), Moments.Of(y));
        if (a.N < 2 || b.N < 2)
            return NotEstimable.TooFewValues;
        var (va, vb) = (a.Variance / a.N, b.Variance / b.N);
        var df = (va + vb) * (va + vb) / (va * va / (a.N - 1) + vb * vb / (b.N - 1));
        return Of(a.Mean, b.Mean, Math.Sqrt(va + vb), df, (a.N, b.N), level, alternative);
    }

    /// <summary>Compares the means of two groups of equal variance.</summary>
    /// <inheritdoc cref="Welch"/>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> if a group has no value, <see cref="NotEstimable.TooFewValues"/> with fewer than
    /// three values, <see cref="NotEstimable.NoVariation"/> if both groups are constant up to rounding,
    /// <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    public static Estimate<TTest> Student(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        var (a, b) = (Moments.Of(x), Moments.Of(y));
        if (a.N == 0 || b.N == 0)
            return NotEstimable.OneGroup;
        var df = a.N + b.N - 2;
        if (df < 1)
            return NotEstimable.TooFewValues;
        var error = Math.Sqrt((a.Scatter + b.Scatter) / df * (1.0 / a.N + 1.0 / b.N));
        return Of(a.Mean, b.Mean, error, df, (a.N, b.N), level, alternative);
    }

    /// <summary>Tests whether the mean difference x − y of pairs is 0.</summary>
    /// <param name="x">n values; a pair of which one is NaN is dropped.</param>
    /// <param name="y">n values in the same order.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.TooFewValues"/> with fewer than two pairs, <see cref="NotEstimable.NoVariation"/> if all
    /// differences are equal up to rounding, <see cref="NotEstimable.OutOfRange"/> if a value is infinite.
    /// </returns>
    /// <exception cref="ArgumentException">x and y differ in length, or the level is not between 0 and 1.</exception>
    public static Estimate<TTest> Paired(
        ReadOnlySpan<double> x,
        ReadOnlySpan<double> y,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    ) => OneSample(CompletePairs.Differences(x, y), 0, level, alternative);

    /// <summary>Tests whether the mean of one group has a given value.</summary>
    /// <param name="x">n values; NaN is dropped.</param>
    /// <param name="mean">The mean of the null hypothesis.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>The test; or a reason as for pairs.</returns>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public static Estimate<TTest> OneSample(
        ReadOnlySpan<double> x,
        double mean = 0,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        var a = Moments.Of(x);
        return a.N < 2
            ? NotEstimable.TooFewValues
            : Of(a.Mean, mean, Math.Sqrt(a.Variance / a.N), a.N - 1, (a.N, 0), level, alternative);
    }

    private static Estimate<TTest> Of(
        double meanX,
        double meanY,
        double error,
        double df,
        (int X, int Y) n,
        double level,
        Alternative alternative
    )
    {
        AlternativeTails.CheckLevel(level);
        if (!double.IsFinite(meanX) || !double.IsFinite(meanY))
            return NotEstimable.OutOfRange;
        if (Moments.IsRounding(error, Math.Max(Math.Abs(meanX), Math.Abs(meanY))))
            return NotEstimable.NoVariation;
        var difference = meanX - meanY;
        var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper) * error;
        return new TTest
        {
            Difference = difference,
            Interval = new Interval(difference - reach, difference + reach, level),
            StandardError = error,
            T = difference / error,
            DegreesOfFreedom = df,
            P = alternative.OfStudentT(difference / error, df),
            N = n.X,
            M = n.Y,
        };
    }
}
