using Refractor.Statistics.MetaAnalysis;

namespace Refractor.Statistics.Tests.MetaAnalysis;

public class PooledEffectTests
{
    private static readonly StudyEffect[] Studies =
    [
        new(0.3, 0.05),
        new(-0.1, 0.02),
        new(0.9, 0.08),
        new(0.4, 0.04),
        new(0.6, 0.11),
    ];

    [Fact]
    public void One_study_is_shown_as_it_is()
    {
        var pooled = PooledEffect.Of([new StudyEffect(0.3, 0.04), StudyEffect.Missing]).Value;
        pooled.IsSingleStudy.ShouldBeTrue();
        pooled.Studies.ShouldBe(1);
        pooled.Effect.ShouldBe(0.3, 1e-15);
        pooled.StandardError.ShouldBe(0.2, 1e-15);
        pooled.DegreesOfFreedom.ShouldBe(double.PositiveInfinity);
        pooled.Tau2Interval.IsEstimable.ShouldBeFalse();
        pooled.PredictionInterval.IsEstimable.ShouldBeFalse();
    }

    [Fact]
    public void Two_studies_leave_one_degree_of_freedom()
    {
        var pooled = PooledEffect.Of(Studies[..2]).Value;
        pooled.DegreesOfFreedom.ShouldBe(1);
        pooled.PredictionInterval.IsEstimable.ShouldBeTrue();
        pooled.PredictionIntervalHiggins.IsEstimable.ShouldBeFalse();
    }

    [Fact]
    public void No_usable_study_is_not_estimable() =>
        PooledEffect
            .Of([new StudyEffect(1, 0), new StudyEffect(1, -1), new StudyEffect(double.NaN, 1), new(1, double.NaN)])
            .Reason.ShouldBe(NotEstimable.TooFewValues);

    [Theory]
    [InlineData(HeterogeneityEstimator.RestrictedMaximumLikelihood)]
    [InlineData(HeterogeneityEstimator.MaximumLikelihood)]
    public void No_other_heterogeneity_is_more_likely(HeterogeneityEstimator estimator)
    {
        var random = new RandomSource(3);
        for (var repeat = 0; repeat < 200; repeat++)
        {
            var studies = new StudyEffect[2 + random.NextInt(8)];
            for (var i = 0; i < studies.Length; i++)
                studies[i] = new StudyEffect(
                    2 * (random.NextDouble() - 0.5),
                    Math.Exp(-8 * random.NextDouble()) * (repeat % 2 == 0 ? 1 : 0.1)
                );
            var tau2 = PooledEffect.Of(studies, estimator).Value.Tau2;
            var best = LogLikelihood(studies, tau2, estimator);
            for (var log = -12.0; log < 3; log += 0.25)
                LogLikelihood(studies, Math.Exp(log), estimator).ShouldBeLessThan(best + 1e-9);
            LogLikelihood(studies, 0, estimator).ShouldBeLessThan(best + 1e-9);
        }
    }

    [Fact]
    public void The_floor_keeps_alike_effects_from_a_too_narrow_interval()
    {
        StudyEffect[] alike = [new(0.50, 0.1), new(0.51, 0.1), new(0.49, 0.1)];
        var bare = PooledEffect.Of(alike, test: PooledEffectTest.HartungKnapp).Value;
        var floored = PooledEffect.Of(alike).Value;
        bare.StandardError.ShouldBeLessThan(0.01);
        floored.StandardError.ShouldBe(Math.Sqrt(0.1 / 3), 1e-14);
    }

    [Fact]
    public void Swapping_the_arms_mirrors_the_result()
    {
        var pooled = PooledEffect.Of(Studies).Value;
        var mirrored = PooledEffect.Of([.. Studies.Select(s => s with { Effect = -s.Effect })]).Value;
        mirrored.Effect.ShouldBe(-pooled.Effect, 1e-15);
        mirrored.P.Log.ShouldBe(pooled.P.Log, 1e-12);
        mirrored.Interval.Low.ShouldBe(-pooled.Interval.High, 1e-14);
        mirrored.Tau2.ShouldBe(pooled.Tau2, 1e-14);
    }

    [Fact]
    public void The_order_of_studies_changes_nothing()
    {
        var pooled = PooledEffect.Of(Studies).Value;
        var reversed = PooledEffect.Of([.. Studies.Reverse()]).Value;
        reversed.Effect.ShouldBe(pooled.Effect, 1e-14);
        reversed.Tau2.ShouldBe(pooled.Tau2, 1e-13);
        reversed.Tau2Interval.High.ShouldBe(pooled.Tau2Interval.High, 1e-12);
    }

    [Fact]
    public void A_level_outside_0_to_1_is_refused() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() => PooledEffect.Of(Studies, level: 95))
            .Message.ShouldContain("level");

    [Fact]
    public void A_moderator_that_repeats_another_is_collinear()
    {
        double[] x = [1, 2, 3, 4, 6];
        var fit = MetaRegression.Fit(Studies, [x, [.. x.Select(v => 2 * v + 1)]]).Value;
        fit.Coefficients[2].Reason.ShouldBe(NotEstimable.Collinear);
        fit.Coefficients[2].Effect.ShouldBe(double.NaN);
        var alone = MetaRegression.Fit(Studies, [x]).Value;
        fit.Coefficients[1].Effect.ShouldBe(alone.Coefficients[1].Effect, 1e-14);
        fit.ModeratorStatistic.ShouldBe(alone.ModeratorStatistic, 1e-12);
    }

    [Fact]
    public void As_many_moderators_as_studies_leave_nothing_to_estimate() =>
        MetaRegression
            .Fit(
                Studies[..2],
                [
                    [1, 2],
                ]
            )
            .Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);

    [Fact]
    public void A_published_hazard_ratio_gives_its_standard_error_back()
    {
        var error = 0.21;
        var reach = 1.959963984540054 * error;
        var study = EffectSize.LogRatioFromInterval(
            1.7,
            new Interval(Math.Exp(Math.Log(1.7) - reach), Math.Exp(Math.Log(1.7) + reach))
        );
        study.Effect.ShouldBe(Math.Log(1.7), 1e-15);
        study.StandardError.ShouldBe(error, 1e-12);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_area_at_the_end_of_its_range_has_no_logit(double auc) =>
        EffectSize.LogitAuc(auc, 0.05).IsUsable.ShouldBeFalse();

    [Fact]
    public void An_area_is_pooled_on_the_logit_scale()
    {
        var study = EffectSize.LogitAuc(0.8, 0.04);
        study.Effect.ShouldBe(Math.Log(4), 1e-14);
        study.StandardError.ShouldBe(0.25, 1e-14);
    }

    [Fact]
    public void An_empty_arm_has_no_effect()
    {
        EffectSize.LogOddsRatio(0, 0, 3, 5).IsUsable.ShouldBeFalse();
        CommonEffect.MantelHaenszelOddsRatio([new(0, 0, 3, 5)]).Reason.ShouldBe(NotEstimable.TooFewValues);
        CommonEffect.MantelHaenszelOddsRatio([new(0, 4, 3, 5)]).Reason.ShouldBe(NotEstimable.OutOfRange);
    }

    private static double LogLikelihood(StudyEffect[] studies, double tau2, HeterogeneityEstimator estimator)
    {
        var weights = studies.Select(s => 1 / (s.Variance + tau2)).ToArray();
        var mean = studies.Zip(weights, (s, w) => s.Effect * w).Sum() / weights.Sum();
        var sum =
            weights.Sum(w => Math.Log(w))
            - studies.Zip(weights, (s, w) => w * (s.Effect - mean) * (s.Effect - mean)).Sum();
        return (estimator == HeterogeneityEstimator.MaximumLikelihood ? sum : sum - Math.Log(weights.Sum())) / 2;
    }
}
