using Refractor.Statistics.Correlation;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>Whether small studies report other effects than large ones, a sign of unpublished results.</summary>
/// <param name="Statistic">t of the slope on the standard error (Egger), or Kendall's τ (Begg).</param>
/// <param name="DegreesOfFreedom">k − 2 for Egger, NaN for Begg.</param>
/// <param name="P">Two-sided.</param>
/// <param name="Studies">k.</param>
/// <remarks>With fewer than ten studies neither test has power to speak of (Sterne et al., BMJ 2011).</remarks>
public sealed record FunnelAsymmetry(double Statistic, double DegreesOfFreedom, PValue P, int Studies)
{
    /// <summary>
    /// Egger's test (BMJ 1997): regression of the effects on their standard errors with weights 1 / variance and a free residual variance.
    /// </summary>
    /// <returns>The test; or too few studies (below three), or standard errors that do not vary.</returns>
    /// <remarks>Checked against metafor's <c>regtest(yi, vi, model = "lm")</c>.</remarks>
    public static Estimate<FunnelAsymmetry> Egger(IReadOnlyList<StudyEffect> studies)
    {
        StudyEffect[] used = [.. studies.Where(s => s.IsUsable)];
        if (used.Length < 3)
            return NotEstimable.TooFewValues;
        if (used.All(s => s.Variance == used[0].Variance))
            return NotEstimable.NoVariation;
        var model = new WeightedProjection(
            [
                [.. used.Select(_ => 1.0)],
                [.. used.Select(s => s.StandardError)],
            ],
            [.. used.Select(s => s.Effect)]
        );
        model.Weigh([.. used.Select(s => 1 / s.Variance)]);
        var df = model.DegreesOfFreedom;
        var error = Math.Sqrt(model.Covariance[1, 1] * model.ResidualSquares / df);
        if (error == 0)
            return NotEstimable.ZeroVariance;
        var t = model.Coefficients[1] / error;
        return new FunnelAsymmetry(t, df, StudentT.TwoSided(t, df), used.Length);
    }

    /// <summary>
    /// The rank test of Begg and Mazumdar (Biometrics 1994): Kendall's τ between the standardised effects and their variances; exact p below
    /// 50 studies without ties, else the normal approximation.
    /// </summary>
    /// <returns>The test; or too few studies (below three), or variances or effects that do not vary.</returns>
    /// <remarks>Checked against metafor's <c>ranktest</c>.</remarks>
    public static Estimate<FunnelAsymmetry> Begg(IReadOnlyList<StudyEffect> studies)
    {
        StudyEffect[] used = [.. studies.Where(s => s.IsUsable)];
        if (used.Length < 3)
            return NotEstimable.TooFewValues;
        var pooled = PooledEffect.Of(used, HeterogeneityEstimator.EqualEffects, PooledEffectTest.Normal).Value;
        var common = pooled.StandardError * pooled.StandardError;
        var association = KendallCorrelation.Of(
            [.. used.Select(s => (s.Effect - pooled.Effect) / Math.Sqrt(s.Variance - common))],
            [.. used.Select(s => s.Variance)]
        );
        return association.IsEstimable
            ? new FunnelAsymmetry(association.Value.Tau, double.NaN, association.Value.P, used.Length)
            : association.Reason;
    }
}
