namespace Refractor.Statistics.Correlation;

/// <summary>The t statistic of a correlation.</summary>
internal static class CorrelationT
{
    /// <summary>r √(df / (1 − r²)); NaN without degrees of freedom.</summary>
    public static double Of(double r, int df) => df < 1 ? double.NaN : r * Math.Sqrt(df / ((1 - r) * (1 + r)));
}
