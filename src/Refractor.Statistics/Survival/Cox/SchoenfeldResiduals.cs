using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>
/// Schoenfeld residuals: for each event the covariates of the patient less their mean over those at risk. A trend over time says that the
/// hazard ratio changes.
/// </summary>
/// <remarks>Schoenfeld, Biometrika 1982. Checked against R <c>residuals(fit, "schoenfeld")</c> and <c>"scaledsch"</c>.</remarks>
public sealed class SchoenfeldResiduals
{
    internal SchoenfeldResiduals(CoxFit fit)
    {
        var risk = fit.Sample.Risk;
        var positions = risk.Blocks.SelectMany(b => Enumerable.Range(b.Start, b.Events)).ToArray();
        Rows = Array.ConvertAll(positions, i => risk.Rows[i]);
        Times = Array.ConvertAll(positions, i => risk.Times[i]);
        var raw = Raw(fit);
        Residuals = raw;
        Scaled = Scale(fit, raw);
    }

    /// <summary>Row of the input of each event, by stratum, time and row.</summary>
    public IReadOnlyList<int> Rows { get; }

    /// <summary>Time of each event.</summary>
    public IReadOnlyList<double> Times { get; }

    /// <summary>For each estimable column, in the order of the coefficients, one value per event.</summary>
    public IReadOnlyList<double[]> Residuals { get; }

    /// <summary>
    /// The same times events × covariance, plus the coefficient: their smooth over time estimates the coefficient at that time.
    /// </summary>
    public IReadOnlyList<double[]> Scaled { get; }

    /// <summary>For each estimable covariate one value per event, in sorted order.</summary>
    internal static double[][] Raw(CoxFit fit)
    {
        var (risk, terms) = (fit.Sample.Risk, fit.Likelihood.Terms);
        var residuals = new double[fit.Sample.Covariates][];
        for (var k = 0; k < residuals.Length; k++)
        {
            residuals[k] = new double[risk.Events];
            var e = 0;
            for (var b = 0; b < risk.Blocks.Length; b++)
            {
                var (from, to) = (terms.BlockStarts[b], terms.BlockStarts[b + 1]);
                var mean = 0.0;
                for (var t = from; t < to; t++)
                    mean += terms.Means[k][t] / (to - from);
                for (var i = risk.Blocks[b].Start; i < risk.Blocks[b].EventsEnd; i++)
                    residuals[k][e++] = fit.Sample.Columns[k][i] - mean;
            }
        }
        return residuals;
    }

    private static double[][] Scale(CoxFit fit, double[][] raw)
    {
        var events = fit.Sample.Risk.Events;
        var scaled = new double[raw.Length][];
        for (var k = 0; k < raw.Length; k++)
        {
            scaled[k] = new double[events];
            for (var e = 0; e < events; e++)
            {
                scaled[k][e] = fit.Coefficients[k];
                for (var l = 0; l < raw.Length; l++)
                    scaled[k][e] += events * raw[l][e] * fit.Covariance[l, k];
            }
        }
        return scaled;
    }
}
