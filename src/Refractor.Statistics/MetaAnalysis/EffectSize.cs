using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// Effects of single studies with their sampling variances, as <see cref="PooledEffect"/> takes them. Tables of counts are given as a, b:
/// with and without event among the cases; c, d: among the reference. Half a count is added to all four cells when one is 0.
/// </summary>
/// <remarks>Checked against metafor's <c>escalc</c> to 1e-12. A study that gives no effect (an empty arm, an AUC of 0 or 1) is
/// <see cref="StudyEffect.Missing"/>.</remarks>
public static class EffectSize
{
    /// <summary>Log odds ratio, log(ad / bc).</summary>
    public static StudyEffect LogOddsRatio(double a, double b, double c, double d)
    {
        if (!AddHalf(ref a, ref b, ref c, ref d))
            return StudyEffect.Missing;
        return Checked(Math.Log(a * d / (b * c)), 1 / a + 1 / b + 1 / c + 1 / d);
    }

    /// <summary>Log relative risk.</summary>
    /// <inheritdoc cref="LogOddsRatio"/>
    public static StudyEffect LogRiskRatio(double a, double b, double c, double d)
    {
        if (!AddHalf(ref a, ref b, ref c, ref d))
            return StudyEffect.Missing;
        return Checked(Math.Log(a / (a + b) / (c / (c + d))), 1 / a - 1 / (a + b) + 1 / c - 1 / (c + d));
    }

    /// <summary>Difference of the risks.</summary>
    /// <inheritdoc cref="LogOddsRatio"/>
    public static StudyEffect RiskDifference(double a, double b, double c, double d)
    {
        if (!AddHalf(ref a, ref b, ref c, ref d))
            return StudyEffect.Missing;
        var (cases, reference) = (a + b, c + d);
        return Checked(a / cases - c / reference, a * b / Math.Pow(cases, 3) + c * d / Math.Pow(reference, 3));
    }

    /// <summary>Peto's log odds ratio: observed minus expected events over their hypergeometric variance.</summary>
    /// <inheritdoc cref="LogOddsRatio"/>
    public static StudyEffect PetoLogOddsRatio(double a, double b, double c, double d)
    {
        if (!AddHalf(ref a, ref b, ref c, ref d))
            return StudyEffect.Missing;
        var (difference, variance) = Hypergeometry(a, b, c, d);
        return Checked(difference / variance, 1 / variance);
    }

    /// <summary>
    /// Standardised mean difference, Hedges' g with the exact correction J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)), m = n₁ + n₂ − 2.
    /// </summary>
    /// <param name="mean">Of the cases.</param>
    /// <param name="deviation">Standard deviation of the cases.</param>
    /// <param name="n">Number of cases, at least 2.</param>
    /// <param name="referenceMean">Of the reference.</param>
    /// <param name="referenceDeviation">Standard deviation of the reference.</param>
    /// <param name="referenceN">Number in the reference, at least 2.</param>
    public static StudyEffect HedgesG(
        double mean,
        double deviation,
        double n,
        double referenceMean,
        double referenceDeviation,
        double referenceN
    )
    {
        var m = n + referenceN - 2;
        var pooled = Math.Sqrt(
            ((n - 1) * deviation * deviation + (referenceN - 1) * referenceDeviation * referenceDeviation) / m
        );
        var correction = Math.Exp(
            SpecialFunctions.LogGamma(m / 2) - Math.Log(m / 2) / 2 - SpecialFunctions.LogGamma((m - 1) / 2)
        );
        var g = correction * (mean - referenceMean) / pooled;
        return Checked(g, 1 / n + 1 / referenceN + g * g / (2 * (n + referenceN)));
    }

    /// <summary>An AUC on the logit scale, with the delta-method variance (SE / (A(1 − A)))².</summary>
    /// <param name="auc">Above 0 and below 1.</param>
    /// <param name="standardError">Of the AUC, such as DeLong's.</param>
    public static StudyEffect LogitAuc(double auc, double standardError)
    {
        var slope = auc * (1 - auc);
        return Checked(Math.Log(auc / (1 - auc)), standardError / slope * (standardError / slope));
    }

    /// <summary>The logarithm of a published ratio (hazard, odds, risk) whose standard error is read from its confidence interval.</summary>
    /// <param name="ratio">> 0.</param>
    /// <param name="interval">Of the ratio, symmetric on the log scale as a Wald interval is.</param>
    public static StudyEffect LogRatioFromInterval(double ratio, Interval interval)
    {
        var reach = 2 * Normal.Quantile((1 - interval.Level) / 2, tail: Tail.Upper);
        var error = (Math.Log(interval.High) - Math.Log(interval.Low)) / reach;
        return Checked(Math.Log(ratio), error * error);
    }

    /// <summary>Events among the cases minus their expectation, and its variance with all margins fixed.</summary>
    internal static (double Difference, double Variance) Hypergeometry(double a, double b, double c, double d)
    {
        var (cases, reference, events, others) = (a + b, c + d, a + c, b + d);
        var n = cases + reference;
        return (a - cases * events / n, cases * reference * events * others / (n * n * (n - 1)));
    }

    private static StudyEffect Checked(double effect, double variance) =>
        new StudyEffect(effect, variance) is { IsUsable: true } study ? study : StudyEffect.Missing;

    /// <summary>Adds half a count to all cells if one is 0; false if an arm is empty or a count is no count.</summary>
    private static bool AddHalf(ref double a, ref double b, ref double c, ref double d)
    {
        if (!(a >= 0 && b >= 0 && c >= 0 && d >= 0 && a + b > 0 && c + d > 0))
            return false;
        if (a == 0 || b == 0 || c == 0 || d == 0)
            (a, b, c, d) = (a + 0.5, b + 0.5, c + 0.5, d + 0.5);
        return true;
    }
}
