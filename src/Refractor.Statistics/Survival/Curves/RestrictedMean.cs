using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Curves;

/// <summary>Restricted mean survival time (RMST): mean time lived up to a horizon.</summary>
/// <param name="Horizon">τ.</param>
/// <param name="Value">Area under the Kaplan-Meier curve from 0 to τ.</param>
/// <param name="StandardError">From Greenwood's variance, Σ (area from t to τ)² d/(n(n − d)) over the event times before τ.</param>
/// <param name="Interval">Value ± normal quantile × standard error.</param>
/// <remarks>Royston and Parmar, BMC Med Res Methodol 2013. Checked against R <c>summary(survfit(...), rmean = tau)</c>.</remarks>
public readonly record struct RestrictedMean(double Horizon, double Value, double StandardError, Interval Interval)
{
    internal static RestrictedMean Of(RiskSets sets, double[] survival, double horizon, double level)
    {
        // Backwards, so that the area from each event time to the horizon is at hand.
        var (area, variance, to) = (0.0, 0.0, horizon);
        for (var k = sets.Count - 1; k >= 0; k--)
        {
            if (sets.Time[k] >= horizon)
                continue;
            area += survival[k] * (to - sets.Time[k]);
            to = sets.Time[k];
            var (n, d) = (sets.AtRisk[k], sets.Died[k]);
            if (d > 0 && n > d)
                variance += area * area * d / (n * (n - d));
        }
        var (mean, error) = (area + to, Math.Sqrt(variance));
        var half = Normal.Quantile((1 + level) / 2) * error;
        return new RestrictedMean(horizon, mean, error, new Interval(mean - half, mean + half, level));
    }
}
