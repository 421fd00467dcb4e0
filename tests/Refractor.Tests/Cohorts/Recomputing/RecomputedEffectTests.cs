using Refractor.Cohorts.Recomputing;
using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Statistics;
using Interval = Refractor.Statistics.Interval;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Tests.Cohorts.Recomputing;

public class RecomputedEffectTests
{
    private static readonly CohortFeature Amount = new("ESR1", "expression", Level.RnaExpression, false, []);
    private static readonly CohortFeature Status = new("TP53", "mutations", Level.DnaVariant, true, []);

    [Theory]
    [InlineData(Metric.HazardRatio, 1.5, 1.1, 2.0, Effect.Resistance)]
    [InlineData(Metric.HazardRatio, 0.5, 0.3, 0.9, Effect.Sensitivity)]
    [InlineData(Metric.OddsRatio, 3.1, 1.4, 6.9, Effect.Sensitivity)]
    [InlineData(Metric.OddsRatio, 0.4, 0.2, 0.8, Effect.Resistance)]
    public void An_interval_without_1_shows_a_direction(
        Metric metric,
        double value,
        double low,
        double high,
        Effect expected
    ) => RecomputedEffect.Of(Ratio(metric, value, low, high), Status).ShouldBe(expected);

    [Fact]
    public void An_interval_that_holds_no_relevant_effect_shows_none()
    {
        var close = Ratio(Metric.HazardRatio, 1.1, 0.8, 1.6);
        RecomputedEffect.Of(close, Status).ShouldBe(Effect.NoEffect);
        RecomputedEffect.Of(close, Amount).ShouldBeNull();
    }

    [Fact]
    public void Too_few_patients_decide_nothing()
    {
        RecomputedEffect.Of(Ratio(Metric.OddsRatio, 0.7, 0.1, 4.8), Status).ShouldBeNull();
        RecomputedEffect
            .Of(Refractor.Cohorts.Testing.Effect.None(Metric.OddsRatio, "", NotEstimable.NoEvents), Status)
            .ShouldBeNull();
    }

    private static Refractor.Cohorts.Testing.Effect Ratio(Metric metric, double value, double low, double high) =>
        new(metric, "", value, new Interval(low, high), PValue.From(0.5), 100, 50, NotEstimable.None);
}
