namespace Refractor.Statistics.Survival.Curves;

/// <summary>On which scale the interval of a survival probability S is symmetric.</summary>
public enum SurvivalInterval
{
    /// <summary>log S: R's default (<c>conf.type = "log"</c>). The upper bound is cut at 1.</summary>
    Log,

    /// <summary>log(−log S): stays within 0 and 1, the better one for small groups; default of several other programs.</summary>
    LogLog,

    /// <summary>S itself, cut at 0 and 1.</summary>
    Plain,
}

/// <summary>Intervals of survival probabilities.</summary>
internal static class SurvivalIntervals
{
    /// <summary>The interval; NaN bounds where the scale has none (S = 0; S = 1 for log-log).</summary>
    /// <param name="kind">The scale.</param>
    /// <param name="survival">S.</param>
    /// <param name="error">Standard error of log S.</param>
    /// <param name="z">Normal quantile of the level.</param>
    /// <param name="level">Coverage.</param>
    public static Interval Of(SurvivalInterval kind, double survival, double error, double z, double level)
    {
        if (!(survival > 0) || (kind == SurvivalInterval.LogLog && error == 0))
            return new Interval(double.NaN, double.NaN, level);
        var half = z * error;
        var log = Math.Log(survival);
        return kind switch
        {
            SurvivalInterval.Log => new Interval(
                Math.Exp(log - half),
                error == 0 ? survival : Math.Min(1, Math.Exp(log + half)),
                level
            ),
            SurvivalInterval.LogLog => new Interval(
                Math.Exp(log * Math.Exp(half / -log)),
                Math.Exp(log * Math.Exp(half / log)),
                level
            ),
            _ => new Interval(Math.Max(0, survival * (1 - half)), Math.Min(1, survival * (1 + half)), level),
        };
    }
}
