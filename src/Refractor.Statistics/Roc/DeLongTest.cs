using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Roc;

/// <summary>Compares the areas under two ROC curves, of two markers in the same samples or of one marker in two sets of samples.</summary>
/// <remarks>
/// DeLong, DeLong and Clarke-Pearson, Biometrics 1988; unpaired with the degrees of freedom of Satterthwaite, Biometrics Bull 1946.
/// Checked against <c>pROC::roc.test(method = "delong")</c>, see Reference/roc.
/// </remarks>
public sealed record DeLongTest
{
    /// <summary>Area of the first.</summary>
    public required double FirstArea { get; init; }

    /// <summary>Area of the second.</summary>
    public required double SecondArea { get; init; }

    /// <summary>First less second.</summary>
    public double Difference => FirstArea - SecondArea;

    /// <summary>Interval of the difference.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Covariance of the two areas; 0 if unpaired.</summary>
    public required double Covariance { get; init; }

    /// <summary>Difference over its standard error: normal if paired, Student's t if unpaired.</summary>
    public required double Statistic { get; init; }

    /// <summary>Degrees of freedom; +∞ if paired.</summary>
    public required double DegreesOfFreedom { get; init; }

    /// <summary>P value for the alternative asked.</summary>
    public required PValue P { get; init; }

    /// <summary>Samples used: those with both markers if paired, of both sets if unpaired.</summary>
    public required int N { get; init; }

    /// <summary>Compares two markers in the same samples.</summary>
    /// <param name="first">n values; a sample of which one value is NaN is dropped.</param>
    /// <param name="second">n values in the same order.</param>
    /// <param name="isCase">n labels: true for a case, false for a control.</param>
    /// <param name="firstDirection">Whether cases are expected to be higher or lower in the first marker.</param>
    /// <param name="secondDirection">The same for the second.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.OneGroup"/> without case or control, <see cref="NotEstimable.TooFewValues"/> with one of
    /// either, <see cref="NotEstimable.ZeroVariance"/> if the areas differ but both markers separate cases from controls. Markers of
    /// the same order differ by 0 with p = 1, as in pROC.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, or the level is not between 0 and 1.</exception>
    public static Estimate<DeLongTest> Paired(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<bool> isCase,
        RocDirection firstDirection = RocDirection.CasesHigher,
        RocDirection secondDirection = RocDirection.CasesHigher,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        AlternativeTails.CheckLevel(level);
        var (a, b, labels) = Complete(first, second, isCase);
        var (orderA, orderB) = (LabelledOrder.Of(a, labels), LabelledOrder.Of(b, labels));
        var (cases, controls) = (orderA.Cases, orderA.Controls);
        if (cases == 0 || controls == 0)
            return NotEstimable.OneGroup;
        if (cases < 2 || controls < 2)
            return NotEstimable.TooFewValues;
        var (sumsA, sumsB) = (orderA.PlacementSums(), orderB.PlacementSums());
        var (placementsA, placementsB) = (orderA.Placements(firstDirection), orderB.Placements(secondDirection));
        var areaA = Area(sumsA, firstDirection);
        var areaB = Area(sumsB, secondDirection);
        var (ofCases, ofControls, ofDifference) = (0.0, 0.0, 0.0);
        for (var i = 0; i < labels.Length; i++)
        {
            var (deviationA, deviationB) = (placementsA[i] - areaA, placementsB[i] - areaB);
            var product = deviationA * deviationB;
            var square = (deviationA - deviationB) * (deviationA - deviationB);
            if (labels[i])
                ofCases += product;
            else
                ofControls += product;
            ofDifference += square / (labels[i] ? (cases - 1.0) * cases : (controls - 1.0) * controls);
        }
        var covariance = ofCases / (cases - 1.0) / cases + ofControls / (controls - 1.0) / controls;
        return Of(areaA, areaB, ofDifference, covariance, double.PositiveInfinity, labels.Length, level, alternative);
    }

    /// <summary>Compares two areas from different samples.</summary>
    /// <param name="first">Area in the first set of samples.</param>
    /// <param name="second">Area in the second set; no sample may be in both.</param>
    /// <param name="level">Level of the interval, between 0 and 1.</param>
    /// <param name="alternative">Two-sided unless a direction was fixed before the data were seen.</param>
    /// <returns>
    /// The test; or <see cref="NotEstimable.TooFewValues"/> if a variance is unknown, <see cref="NotEstimable.ZeroVariance"/> if both
    /// are 0.
    /// </returns>
    /// <exception cref="ArgumentException">The level is not between 0 and 1.</exception>
    public static Estimate<DeLongTest> Unpaired(
        AreaUnderCurve first,
        AreaUnderCurve second,
        double level = 0.95,
        Alternative alternative = Alternative.TwoSided
    )
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        AlternativeTails.CheckLevel(level);
        var (n1, n2) = (first.Cases + first.Controls, second.Cases + second.Controls);
        var (v1, v2) = (first.Variance, second.Variance);
        if (double.IsNaN(v1) || double.IsNaN(v2))
            return NotEstimable.TooFewValues;
        if (v1 + v2 == 0)
            return NotEstimable.ZeroVariance;
        var df = (v1 + v2) * (v1 + v2) / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1));
        return Of(first.Value, second.Value, v1 + v2, 0, df, n1 + n2, level, alternative);
    }

    private static Estimate<DeLongTest> Of(
        double first,
        double second,
        double variance,
        double covariance,
        double df,
        int n,
        double level,
        Alternative alternative
    )
    {
        var difference = first - second;
        var isSame = difference == 0 && variance == 0;
        if (variance == 0 && !isSame)
            return NotEstimable.ZeroVariance;
        var error = Math.Sqrt(variance);
        var statistic = isSame ? 0 : difference / error;
        var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper) * error;
        return new DeLongTest
        {
            FirstArea = first,
            SecondArea = second,
            Interval = new Interval(difference - reach, difference + reach, level),
            Covariance = covariance,
            Statistic = statistic,
            DegreesOfFreedom = df,
            P = double.IsInfinity(df) ? alternative.OfNormal(statistic) : alternative.OfStudentT(statistic, df),
            N = n,
        };
    }

    private static double Area(in PlacementSums sums, RocDirection direction) =>
        direction == RocDirection.CasesHigher ? sums.Auc : sums.MirroredAuc;

    private static (double[] First, double[] Second, bool[] IsCase) Complete(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        ReadOnlySpan<bool> isCase
    )
    {
        if (first.Length != isCase.Length)
            throw new ArgumentException($"Found {first.Length} values; expected {isCase.Length}.", nameof(first));
        if (second.Length != isCase.Length)
            throw new ArgumentException($"Found {second.Length} values; expected {isCase.Length}.", nameof(second));
        var (a, b) = (first.ToArray(), second.ToArray());
        var kept = Enumerable.Range(0, a.Length).Where(i => !double.IsNaN(a[i]) && !double.IsNaN(b[i])).ToArray();
        var labels = isCase.ToArray();
        return ([.. kept.Select(i => a[i])], [.. kept.Select(i => b[i])], [.. kept.Select(i => labels[i])]);
    }
}
