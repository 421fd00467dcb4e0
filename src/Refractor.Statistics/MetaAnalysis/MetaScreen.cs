using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// Each of f features pooled over k studies: the columns of <see cref="PooledEffect"/> for all features at once, equal to it to 1e-12.
/// Numbers of a feature that no study measured are NaN; <see cref="Reasons"/> tells why.
/// </summary>
public sealed class MetaScreen
{
    private MetaScreen(int features)
    {
        Effects = new double[features];
        StandardErrors = new double[features];
        Statistics = new double[features];
        DegreesOfFreedom = new double[features];
        LogP = new double[features];
        Low = new double[features];
        High = new double[features];
        PredictionLow = new double[features];
        PredictionHigh = new double[features];
        Tau2 = new double[features];
        I2 = new double[features];
        Q = new double[features];
        QLogP = new double[features];
        Studies = new int[features];
        Reasons = new NotEstimable[features];
    }

    /// <summary>Pooled effects.</summary>
    public double[] Effects { get; }

    /// <summary>Standard errors, as the test asks for.</summary>
    public double[] StandardErrors { get; }

    /// <summary>Effect / standard error.</summary>
    public double[] Statistics { get; }

    /// <summary>k − 1 for Hartung and Knapp, +∞ for the normal test or a single study.</summary>
    public double[] DegreesOfFreedom { get; }

    /// <summary>Natural logarithms of the two-sided p values.</summary>
    public double[] LogP { get; }

    /// <summary>Lower confidence bounds.</summary>
    public double[] Low { get; }

    /// <summary>Upper confidence bounds.</summary>
    public double[] High { get; }

    /// <summary>Lower bounds of <see cref="PooledEffect.PredictionInterval"/>; NaN for equal effects or one study.</summary>
    public double[] PredictionLow { get; }

    /// <summary>Upper bounds of <see cref="PooledEffect.PredictionInterval"/>; NaN for equal effects or one study.</summary>
    public double[] PredictionHigh { get; }

    /// <summary>Variances between studies.</summary>
    public double[] Tau2 { get; }

    /// <summary>Shares of the variance between studies, in percent.</summary>
    public double[] I2 { get; }

    /// <summary>Cochran's Q.</summary>
    public double[] Q { get; }

    /// <summary>Natural logarithms of the p values of homogeneity; 0 (p = 1) for a single study.</summary>
    public double[] QLogP { get; }

    /// <summary>Studies that measured the feature.</summary>
    public int[] Studies { get; }

    /// <summary>Why a feature has no result: <see cref="NotEstimable.TooFewValues"/>, or none.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Pools all features.</summary>
    /// <param name="effects">f features × k studies; NaN where a study lacks the feature.</param>
    /// <param name="variances">f features × k studies; a value that is not positive and finite leaves the study out.</param>
    /// <param name="estimator">Of the variance between studies.</param>
    /// <param name="test">Of the pooled effects.</param>
    /// <param name="level">Coverage of the intervals, between 0 and 1.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    /// <exception cref="ArgumentException">The matrices differ in shape, or the level lies outside 0 to 1.</exception>
    public static MetaScreen Run(
        FeatureMatrix effects,
        FeatureMatrix variances,
        HeterogeneityEstimator estimator = HeterogeneityEstimator.RestrictedMaximumLikelihood,
        PooledEffectTest test = PooledEffectTest.HartungKnappWithFloor,
        double level = 0.95,
        int threads = 0
    )
    {
        Level.Check(level);
        if (effects.Features != variances.Features || effects.Samples != variances.Samples)
            throw new ArgumentException(
                $"Effects of {effects.Features} features × {effects.Samples} studies need variances of the same shape; found "
                    + $"{variances.Features} × {variances.Samples}.",
                nameof(variances)
            );
        var screen = new MetaScreen(effects.Features);
        double[] reaches = [.. Enumerable.Range(0, effects.Samples + 1).Select(k => Reach(test, k, level))];
        FeatureLoop.Run(
            effects.Features,
            threads,
            () =>
            {
                var block = new StudyBlock(effects, variances);
                return (from, to) =>
                {
                    for (var first = from; first < to; first += MetaLanes.Lanes)
                        screen.Pool(block, first, Math.Min(to, first + MetaLanes.Lanes), (estimator, test), reaches);
                };
            }
        );
        return screen;
    }

    private static double Reach(PooledEffectTest test, int studies, double level) =>
        StudentT.Quantile((1 - level) / 2, DegreesOf(test, studies), Tail.Upper);

    private static double DegreesOf(PooledEffectTest test, int studies) =>
        test == PooledEffectTest.Normal || studies < 2 ? double.PositiveInfinity : studies - 1;

    private void Pool(
        StudyBlock block,
        int first,
        int last,
        (HeterogeneityEstimator Estimator, PooledEffectTest Test) settings,
        double[] reaches
    )
    {
        var lanes = block.Load(first, last);
        lanes.Pool(settings.Estimator);
        for (var lane = 0; lane < last - first; lane++)
        {
            var f = first + lane;
            Studies[f] = block.Studies[lane];
            if (Studies[f] == 0)
            {
                SetNaN(f);
                continue;
            }
            var pooled = new Lane(
                lanes.Effect[lane],
                lanes.WeightSum[lane],
                lanes.Squares[lane],
                lanes.Tau2[lane],
                lanes.Q[lane],
                lanes.Trace[lane]
            );
            if (lanes.IsAmbiguous[lane] != 0)
                pooled = block.PoolAlone(lane, settings.Estimator);
            Summarise(f, pooled, settings, reaches[Studies[f]]);
        }
    }

    private void Summarise(
        int f,
        Lane pooled,
        (HeterogeneityEstimator Estimator, PooledEffectTest Test) settings,
        double reach
    )
    {
        var k = Studies[f];
        var df = DegreesOf(settings.Test, k);
        var observed = k == 1 || settings.Test == PooledEffectTest.Normal ? 1 : pooled.Squares / (k - 1);
        if (settings.Test == PooledEffectTest.HartungKnappWithFloor)
            observed = Math.Max(1, observed);
        var error = Math.Sqrt(observed / pooled.WeightSum);
        Effects[f] = pooled.Effect;
        StandardErrors[f] = error;
        Statistics[f] = pooled.Effect / error;
        DegreesOfFreedom[f] = df;
        LogP[f] = StudentT.TwoSided(pooled.Effect / error, df).Log;
        (Low[f], High[f]) = (pooled.Effect - reach * error, pooled.Effect + reach * error);
        var predicts = k > 1 && settings.Estimator != HeterogeneityEstimator.EqualEffects;
        var prediction = predicts ? reach * Math.Sqrt(error * error + pooled.Tau2) : double.NaN;
        (PredictionLow[f], PredictionHigh[f]) = (pooled.Effect - prediction, pooled.Effect + prediction);
        Tau2[f] = pooled.Tau2;
        Q[f] = k == 1 ? 0 : pooled.Q;
        QLogP[f] = k == 1 ? 0 : ChiSquared.UpperTail(pooled.Q, k - 1).Log;
        I2[f] =
            k == 1 ? 0
            : settings.Estimator == HeterogeneityEstimator.EqualEffects ? Math.Max(0, 100 * (1 - (k - 1) / pooled.Q))
            : 100 * pooled.Tau2 / (pooled.Tau2 + (k - 1) / pooled.Trace);
    }

    private void SetNaN(int f)
    {
        Reasons[f] = NotEstimable.TooFewValues;
        foreach (
            var column in (double[][])
                [
                    Effects,
                    StandardErrors,
                    Statistics,
                    DegreesOfFreedom,
                    LogP,
                    Low,
                    High,
                    PredictionLow,
                    PredictionHigh,
                    Tau2,
                    I2,
                    Q,
                    QLogP,
                ]
        )
            column[f] = double.NaN;
    }

    /// <summary>What the iteration found for one feature.</summary>
    internal readonly record struct Lane(
        double Effect,
        double WeightSum,
        double Squares,
        double Tau2,
        double Q,
        double Trace
    );
}
