namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// What the pooled effect would be if the studies that seem to be missing on one side of the funnel were there as mirror images of those
/// on the other (Duval and Tweedie, Biometrics 2000, estimator L₀). A check of sensitivity, not a correction.
/// </summary>
/// <param name="FilledStudies">Number of studies added, k₀.</param>
/// <param name="FilledSide">On which side they are missing.</param>
/// <param name="Pooled">Pooled effect with the added studies.</param>
/// <remarks>Checked against metafor's <c>trimfill(rma(yi, vi), estimator = "L0")</c>.</remarks>
public sealed record TrimAndFill(int FilledStudies, FunnelSide FilledSide, PooledEffect Pooled)
{
    private const int MaximalSteps = 100;

    /// <summary>Trims and fills.</summary>
    /// <param name="studies">k effects; unusable ones are left out.</param>
    /// <param name="side">
    /// Where studies may be missing; null lets the slope of the effects on the standard errors decide: a falling one says right.
    /// </param>
    /// <param name="estimator">Of the variance between studies, in each step.</param>
    /// <param name="test">Of the pooled effect.</param>
    /// <param name="level">Coverage of the intervals, between 0 and 1.</param>
    /// <returns>The result, or too few studies (below three).</returns>
    public static Estimate<TrimAndFill> Of(
        IReadOnlyList<StudyEffect> studies,
        FunnelSide? side = null,
        HeterogeneityEstimator estimator = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        PooledEffectTest test = PooledEffectTest.HartungKnappWithFloor,
        double level = 0.95
    )
    {
        StudyEffect[] used = [.. studies.Where(s => s.IsUsable)];
        if (used.Length < 3)
            return NotEstimable.TooFewValues;
        var missing = side ?? SideOf(used, estimator);
        // Everything below is written for studies missing on the left; the mirror image serves the right.
        var sign = missing == FunnelSide.Left ? 1 : -1;
        StudyEffect[] sorted = [.. used.Select(s => s with { Effect = sign * s.Effect }).OrderBy(s => s.Effect)];
        var (count, centre) = CountMissing(sorted, estimator);
        StudyEffect[] filled = [.. sorted, .. sorted[^count..].Select(s => s with { Effect = 2 * centre - s.Effect })];
        var pooled = PooledEffect.Of(
            [.. filled.Select(s => s with { Effect = sign * s.Effect })],
            estimator,
            test,
            level
        );
        return new TrimAndFill(count, missing, pooled.Value);
    }

    private static FunnelSide SideOf(StudyEffect[] studies, HeterogeneityEstimator estimator)
    {
        var regression = MetaRegression.Fit(
            studies,
            [
                [.. studies.Select(s => s.StandardError)],
            ],
            estimator
        );
        return regression.IsEstimable && regression.Value.Coefficients[1].Effect < 0
            ? FunnelSide.Right
            : FunnelSide.Left;
    }

    private static (int Count, double Centre) CountMissing(StudyEffect[] sorted, HeterogeneityEstimator estimator)
    {
        var (count, centre) = (0, 0.0);
        for (var step = 0; step < MaximalSteps; step++)
        {
            centre = PooledEffect.Of(sorted[..^count], estimator, PooledEffectTest.Normal).Value.Effect;
            var next = EstimateL0(sorted, centre);
            if (next == count)
                break;
            count = next;
        }
        return (count, centre);
    }

    private static int EstimateL0(StudyEffect[] studies, double centre)
    {
        double[] distances = [.. studies.Select(s => Math.Abs(s.Effect - centre))];
        var k = studies.Length;
        var positiveRanks = 0.0;
        for (var i = 0; i < k; i++)
        {
            if (studies[i].Effect > centre)
                positiveRanks +=
                    (distances.Count(d => d < distances[i]) + distances.Count(d => d <= distances[i]) + 1) / 2.0;
        }
        var estimate = (4 * positiveRanks - k * (k + 1.0)) / (2 * k - 1);
        return Math.Clamp((int)Math.Round(estimate, MidpointRounding.ToEven), 0, k - 2);
    }
}

/// <summary>A side of the funnel.</summary>
public enum FunnelSide
{
    /// <summary>Small effects are missing.</summary>
    Left = 0,

    /// <summary>Large effects are missing.</summary>
    Right,
}
