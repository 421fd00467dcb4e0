using Refractor.Cohorts.Replicating;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Recomputing;

/// <summary>
/// What a recomputed estimate says, by its 95 % interval. An interval without 1 shows a direction. One that holds neither a doubling (1.5
/// for a standard deviation) nor its inverse shows that no effect worth acting on is there. Between the two nothing is decided: a cohort that
/// is too small is no evidence of absence, as a published null result of its size would be (docs/decisions/0003).
/// </summary>
public static class RecomputedEffect
{
    /// <summary>The effect of the feature in the state of the estimate; null if nothing is decided.</summary>
    /// <param name="effect">The estimate.</param>
    /// <param name="feature">The feature, whose unit says what is relevant.</param>
    public static Knowledge.Effect? Of(Testing.Effect effect, CohortFeature feature)
    {
        if (!effect.IsEstimable || !effect.Interval.IsEstimable)
            return null;
        if (!effect.Interval.Contains(1))
            return effect.Direction;
        var relevant = DetectableRatio.LookedFor(feature);
        return effect.Interval.Low > 1 / relevant && effect.Interval.High < relevant ? Knowledge.Effect.NoEffect : null;
    }
}
