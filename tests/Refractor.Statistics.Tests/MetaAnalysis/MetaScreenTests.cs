using Refractor.Statistics.MetaAnalysis;

namespace Refractor.Statistics.Tests.MetaAnalysis;

public class MetaScreenTests
{
    public static TheoryData<HeterogeneityEstimator, PooledEffectTest> Settings()
    {
        var settings = new TheoryData<HeterogeneityEstimator, PooledEffectTest>();
        foreach (var estimator in Enum.GetValues<HeterogeneityEstimator>())
            settings.Add(estimator, PooledEffectTest.HartungKnappWithFloor);
        settings.Add(HeterogeneityEstimator.RestrictedMaximumLikelihood, PooledEffectTest.HartungKnapp);
        settings.Add(HeterogeneityEstimator.RestrictedMaximumLikelihood, PooledEffectTest.Normal);
        return settings;
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_screen_equals_one_feature_after_another(HeterogeneityEstimator estimator, PooledEffectTest test)
    {
        var (effects, variances) = Random(features: 403, studies: 7, seed: 11);
        var screen = MetaScreen.Run(Matrix(effects), Matrix(variances), estimator, test, threads: 2);
        for (var f = 0; f < effects.Length; f++)
        {
            var single = PooledEffect.Of(StudyEffect.FromColumns(effects[f], variances[f]), estimator, test);
            screen.Reasons[f].ShouldBe(single.Reason);
            if (!single.IsEstimable)
            {
                screen.LogP[f].ShouldBe(double.NaN);
                continue;
            }
            var one = single.Value;
            screen.Studies[f].ShouldBe(one.Studies);
            Near(screen.Tau2[f], one.Tau2);
            if (one.Tau2 == 0)
                screen.Tau2[f].ShouldBe(0);
            Near(screen.Effects[f], one.Effect);
            Near(screen.StandardErrors[f], one.StandardError);
            Near(screen.Statistics[f], one.Statistic);
            Near(screen.DegreesOfFreedom[f], one.DegreesOfFreedom);
            Near(screen.LogP[f], one.P.Log);
            Near(screen.Low[f], one.Interval.Low);
            Near(screen.High[f], one.Interval.High);
            Near(screen.PredictionLow[f], one.PredictionInterval.Low);
            Near(screen.PredictionHigh[f], one.PredictionInterval.High);
            Near(screen.Q[f], one.Q);
            Near(screen.QLogP[f], one.QP.Log);
            Near(screen.I2[f], one.I2);
        }
    }

    [Fact]
    public void Threads_and_the_order_of_features_change_nothing()
    {
        var (effects, variances) = Random(features: 77, studies: 5, seed: 12);
        var forward = MetaScreen.Run(Matrix(effects), Matrix(variances), threads: 1);
        Array.Reverse(effects);
        Array.Reverse(variances);
        var backward = MetaScreen.Run(Matrix(effects), Matrix(variances), threads: 4);
        backward.LogP.Reverse().ShouldBe(forward.LogP);
        backward.Tau2.Reverse().ShouldBe(forward.Tau2);
    }

    [Fact]
    public void Matrices_of_different_shape_are_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                MetaScreen.Run(
                    Matrix([
                        [1, 2],
                    ]),
                    Matrix([
                        [1, 2, 3],
                    ])
                )
            )
            .Message.ShouldContain("Effects of 1 features × 2 studies need variances of the same shape; found 1 × 3.");

    private static void Near(double actual, double expected)
    {
        if (double.IsNaN(expected) || double.IsInfinity(expected))
            actual.ShouldBe(expected);
        else
            actual.ShouldBe(expected, 1e-11 + 1e-10 * Math.Abs(expected));
    }

    /// <summary>Features with every number of studies from none on, with and without heterogeneity, and one precise study now and then.</summary>
    private static (double[][] Effects, double[][] Variances) Random(int features, int studies, ulong seed)
    {
        var random = new RandomSource(seed);
        var (effects, variances) = (new double[features][], new double[features][]);
        for (var f = 0; f < features; f++)
        {
            (effects[f], variances[f]) = (new double[studies], new double[studies]);
            var spread = f % 3 * random.NextDouble();
            for (var s = 0; s < studies; s++)
            {
                variances[f][s] = f % 7 == 0 && s == 2 ? 1e-4 : 0.02 + 0.3 * random.NextDouble();
                var noise = Math.Sqrt(12 * variances[f][s]) * (random.NextDouble() - 0.5);
                effects[f][s] = 0.3 + noise + spread * (random.NextDouble() - 0.5);
                if (s >= f % (2 * studies))
                    effects[f][s] = double.NaN;
            }
        }
        variances[20][0] = 0;
        variances[20][1] = -1;
        return (effects, variances);
    }

    private static FeatureMatrix Matrix(double[][] rows) =>
        FeatureMatrix.Of(rows.Length, rows[0].Length, rows.SelectMany(r => r).ToArray());
}
