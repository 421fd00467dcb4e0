using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// Tables of counts pooled under one common effect by methods that need no correction for zero cells: Mantel-Haenszel and Peto.
/// </summary>
/// <param name="Effect">Pooled log odds ratio, log relative risk or risk difference; cases against reference.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="P">Two-sided, normal.</param>
/// <param name="Interval">Of the effect.</param>
/// <param name="Q">
/// Cochran's Q of the studies' own effects about the pooled one. Half a count is added where a cell is 0 (not for Peto); studies in which
/// nobody or everybody had the event are left out.
/// </param>
/// <param name="QP">Its p value: χ² with one degree of freedom less than studies in Q; unknown for one study.</param>
/// <param name="Studies">Number of tables pooled: those with two arms that are not empty.</param>
/// <remarks>Checked against metafor's <c>rma.mh</c> and <c>rma.peto</c> to 1e-12.</remarks>
public sealed record CommonEffect(
    double Effect,
    double StandardError,
    PValue P,
    Interval Interval,
    double Q,
    PValue QP,
    int Studies
)
{
    /// <summary>Effect / standard error.</summary>
    public double Statistic => Effect / StandardError;

    /// <summary>Mantel-Haenszel log odds ratio, variance of Robins, Breslow and Greenland (Biometrics 1986).</summary>
    /// <param name="tables">Counts of the studies: with and without event among the cases, then among the reference.</param>
    /// <param name="level">Coverage of the interval, between 0 and 1.</param>
    /// <returns>The pooled effect; or <see cref="NotEstimable.OutOfRange"/> where it would be infinite, <see cref="NotEstimable.TooFewValues"/>
    /// without tables.</returns>
    public static Estimate<CommonEffect> MantelHaenszelOddsRatio(IReadOnlyList<EventTable> tables, double level = 0.95)
    {
        var (r, s, pr, mixed, qs) = (0.0, 0.0, 0.0, 0.0, 0.0);
        var used = EventTable.Usable(tables);
        foreach (var t in used)
        {
            var (ri, si) = (t.A * t.D / t.Total, t.B * t.C / t.Total);
            var p = (t.A + t.D) / t.Total;
            (r, s) = (r + ri, s + si);
            (pr, qs, mixed) = (pr + p * ri, qs + (1 - p) * si, mixed + p * si + (1 - p) * ri);
        }
        var variance = (pr / (r * r) + mixed / (r * s) + qs / (s * s)) / 2;
        return Summarise(Math.Log(r / s), variance, used, EffectSize.LogOddsRatio, level);
    }

    /// <summary>Mantel-Haenszel log relative risk, variance of Greenland and Robins (Biometrics 1985).</summary>
    /// <inheritdoc cref="MantelHaenszelOddsRatio"/>
    public static Estimate<CommonEffect> MantelHaenszelRiskRatio(IReadOnlyList<EventTable> tables, double level = 0.95)
    {
        var (r, s, p) = (0.0, 0.0, 0.0);
        var used = EventTable.Usable(tables);
        foreach (var t in used)
        {
            r += t.A * t.Reference / t.Total;
            s += t.C * t.Cases / t.Total;
            p += (t.Cases * t.Reference * (t.A + t.C) / t.Total - t.A * t.C) / t.Total;
        }
        return Summarise(Math.Log(r / s), p / (r * s), used, EffectSize.LogRiskRatio, level);
    }

    /// <summary>Mantel-Haenszel risk difference, variance of Sato (Biometrics 1989).</summary>
    /// <inheritdoc cref="MantelHaenszelOddsRatio"/>
    public static Estimate<CommonEffect> MantelHaenszelRiskDifference(
        IReadOnlyList<EventTable> tables,
        double level = 0.95
    )
    {
        var (weights, sum, p, q) = (0.0, 0.0, 0.0, 0.0);
        var used = EventTable.Usable(tables);
        foreach (var t in used)
        {
            var (cases, reference, n) = (t.Cases, t.Reference, t.Total);
            weights += cases * reference / n;
            sum += (t.A * reference - t.C * cases) / n;
            p +=
                (t.C * cases * cases - t.A * reference * reference + cases * reference * (reference - cases) / 2)
                / (n * n);
            q += (t.A * t.D + t.C * t.B) / (2 * n);
        }
        var effect = sum / weights;
        return Summarise(effect, (effect * p + q) / (weights * weights), used, EffectSize.RiskDifference, level);
    }

    /// <summary>Peto's log odds ratio (Yusuf et al., Prog Cardiovasc Dis 1985): for rare events and arms of similar size.</summary>
    /// <inheritdoc cref="MantelHaenszelOddsRatio"/>
    public static Estimate<CommonEffect> Peto(IReadOnlyList<EventTable> tables, double level = 0.95)
    {
        var (difference, variance) = (0.0, 0.0);
        var used = EventTable.Usable(tables);
        foreach (var t in used)
        {
            var (d, v) = EffectSize.Hypergeometry(t.A, t.B, t.C, t.D);
            (difference, variance) = (difference + d, variance + v);
        }
        return Summarise(difference / variance, 1 / variance, used, PetoEffect, level);
    }

    private static StudyEffect PetoEffect(double a, double b, double c, double d)
    {
        var (difference, variance) = EffectSize.Hypergeometry(a, b, c, d);
        return new StudyEffect(difference / variance, 1 / variance);
    }

    private static Estimate<CommonEffect> Summarise(
        double effect,
        double variance,
        EventTable[] tables,
        Func<double, double, double, double, StudyEffect> effectOf,
        double level
    )
    {
        Level.Check(level);
        if (tables.Length == 0)
            return NotEstimable.TooFewValues;
        if (!double.IsFinite(effect) || !(variance > 0) || double.IsInfinity(variance))
            return NotEstimable.OutOfRange;
        var (q, inQ) = (0.0, 0);
        foreach (var t in tables.Where(t => t.A + t.C > 0 && t.B + t.D > 0))
        {
            var study = effectOf(t.A, t.B, t.C, t.D);
            q += (study.Effect - effect) * (study.Effect - effect) / study.Variance;
            inQ++;
        }
        var error = Math.Sqrt(variance);
        var reach = Normal.Quantile((1 - level) / 2, tail: Tail.Upper) * error;
        return new CommonEffect(
            effect,
            error,
            Normal.TwoSided(effect / error),
            new Interval(effect - reach, effect + reach, level),
            q,
            inQ < 2 ? PValue.None : ChiSquared.UpperTail(q, inQ - 1),
            tables.Length
        );
    }
}
