using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Roc;

/// <summary>The accuracy of a cut-off that was fixed before the data were seen, with Wilson's intervals.</summary>
/// <remarks>
/// Wilson, JASA 1927. Checked against R <c>prop.test(correct = FALSE)$conf.int</c>. The predictive values hold for the prevalence of the
/// samples only.
/// </remarks>
public sealed record CutOffAccuracy
{
    /// <summary>The calls at the cut-off.</summary>
    public required RocPoint Calls { get; init; }

    /// <summary>Interval of the sensitivity.</summary>
    public required Interval Sensitivity { get; init; }

    /// <summary>Interval of the specificity.</summary>
    public required Interval Specificity { get; init; }

    /// <summary>Interval of the positive predictive value; none if no sample is positive.</summary>
    public required Interval PositivePredictiveValue { get; init; }

    /// <summary>Interval of the negative predictive value; none if no sample is negative.</summary>
    public required Interval NegativePredictiveValue { get; init; }

    /// <summary>Applies a cut-off.</summary>
    /// <param name="values">n values; NaN is dropped.</param>
    /// <param name="isCase">n labels: true for a case, false for a control.</param>
    /// <param name="cutOff">Positive is at or above it if cases are higher, at or below it if lower.</param>
    /// <param name="direction">Whether cases are expected to be higher or lower.</param>
    /// <param name="level">Level of the intervals, between 0 and 1.</param>
    /// <returns>The accuracy; or <see cref="NotEstimable.OneGroup"/> without case or control.</returns>
    /// <exception cref="ArgumentException">
    /// The two differ in length, the cut-off is NaN, or the level is not between 0 and 1.
    /// </exception>
    public static Estimate<CutOffAccuracy> At(
        ReadOnlySpan<double> values,
        ReadOnlySpan<bool> isCase,
        double cutOff,
        RocDirection direction = RocDirection.CasesHigher,
        double level = 0.95
    )
    {
        AlternativeTails.CheckLevel(level);
        if (values.Length != isCase.Length)
            throw new ArgumentException($"Found {isCase.Length} labels; expected {values.Length}.", nameof(isCase));
        if (double.IsNaN(cutOff))
            throw new ArgumentException("The cut-off is NaN; expected a number.", nameof(cutOff));
        var (cases, controls, truePositives, falsePositives) = (0, 0, 0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                continue;
            var positive = direction == RocDirection.CasesHigher ? values[i] >= cutOff : values[i] <= cutOff;
            if (isCase[i])
                (cases, truePositives) = (cases + 1, truePositives + (positive ? 1 : 0));
            else
                (controls, falsePositives) = (controls + 1, falsePositives + (positive ? 1 : 0));
        }
        if (cases == 0 || controls == 0)
            return NotEstimable.OneGroup;
        var positives = truePositives + falsePositives;
        var trueNegatives = controls - falsePositives;
        return new CutOffAccuracy
        {
            Calls = new RocPoint(cutOff, truePositives, falsePositives, cases, controls),
            Sensitivity = Wilson(truePositives, cases, level),
            Specificity = Wilson(trueNegatives, controls, level),
            PositivePredictiveValue = Wilson(truePositives, positives, level),
            NegativePredictiveValue = Wilson(trueNegatives, cases + controls - positives, level),
        };
    }

    private static Interval Wilson(double count, double n, double level)
    {
        if (n == 0)
            return Interval.None;
        var z = Normal.Quantile((1 - level) / 2, tail: Tail.Upper);
        var centre = (count + z * z / 2) / (n + z * z);
        var reach = z / (n + z * z) * Math.Sqrt(count * (n - count) / n + z * z / 4);
        return new Interval(Math.Max(0, centre - reach), Math.Min(1, centre + reach), level);
    }
}
