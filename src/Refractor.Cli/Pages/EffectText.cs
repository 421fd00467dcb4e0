using System.Globalization;
using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.MetaAnalysis;

namespace Refractor.Cli.Pages;

/// <summary>Effects and p values as they are printed.</summary>
internal static class EffectText
{
    /// <summary>"HR 0.71 (0.60–0.84), P = 5e-05".</summary>
    public static string Of(Refractor.Cohorts.Testing.Effect effect)
    {
        var name = effect.Metric == Metric.OddsRatio ? "OR of response" : "HR";
        if (!effect.IsEstimable)
            return $"{name} not estimable: {Reason(effect.Reason)}";
        var firth = effect.Reason == NotEstimable.Separation ? ", Firth's estimate as the groups are separated" : "";
        return $"{name} {Ratio(effect.Value)} {Interval(effect.Interval)}, {P(effect.P)}{firth}";
    }

    /// <summary>"ratio 0.71 (0.60–0.84), P = 5e-05, I² 12 %".</summary>
    public static string Of(PooledEffect pooled)
    {
        var interval = new Refractor.Statistics.Interval(Math.Exp(pooled.Interval.Low), Math.Exp(pooled.Interval.High));
        return $"ratio {Ratio(Math.Exp(pooled.Effect))} {Interval(interval)}, {P(pooled.P)}, I² {pooled.I2.ToString("F0", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>Who was counted: "n = 386, 120 events".</summary>
    public static string Counts(Refractor.Cohorts.Testing.Effect effect) =>
        $"n = {Parts.Number(effect.N)}, {Parts.Count(effect.Events, effect.Metric == Metric.OddsRatio ? "response" : "event")}";

    /// <summary>What the estimate points to; empty where its interval reaches beyond 1.</summary>
    public static string Direction(Refractor.Cohorts.Testing.Effect effect)
    {
        if (effect.Direction is not { } direction)
            return "";
        return effect.Interval.Contains(1) ? "no difference shown"
            : direction == Refractor.Knowledge.Effect.Resistance ? "resistance"
            : "sensitivity";
    }

    public static string Ratio(double ratio) =>
        double.IsPositiveInfinity(ratio)
            ? "∞"
            : ratio.ToString(
                ratio is >= 0.1 and < 10 ? "F2"
                    : ratio is >= 1000 and < 1e6 ? "N0"
                    : "G3",
                CultureInfo.InvariantCulture
            );

    public static string Interval(Refractor.Statistics.Interval interval) =>
        interval.IsEstimable ? $"({Ratio(interval.Low)}–{Ratio(interval.High)})" : "(no interval)";

    /// <summary>"P = 0.012", never 0.</summary>
    public static string P(Refractor.Statistics.PValue p) => p.IsKnown ? $"P = {Short(p)}" : "no P";

    public static string Percent(double share) => (100 * share).ToString("F0", CultureInfo.InvariantCulture) + " %";

    public static string Reason(NotEstimable reason) =>
        reason switch
        {
            NotEstimable.TooFewValues => "too few patients",
            NotEstimable.NoVariation => "all values are equal",
            NotEstimable.OneGroup => "there is one group only",
            NotEstimable.NoEvents => "no event",
            NotEstimable.Collinear => "covariates determine it",
            NotEstimable.Separation => "the groups are separated",
            NotEstimable.NotConverged => "the iteration did not end",
            _ => reason.ToString(),
        };

    private static string Short(Refractor.Statistics.PValue p) =>
        p.Value >= 0.001 ? p.Value.ToString(p.Value >= 0.1 ? "F2" : "G2", CultureInfo.InvariantCulture) : p.ToString();
}
