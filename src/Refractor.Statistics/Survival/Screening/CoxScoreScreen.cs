using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// Score test of every feature in a Cox model, with its coefficient at 0: the test of the full fit to first order, without fitting.
/// Columns of f values; NaN where <see cref="Reasons"/> says why.
/// </summary>
/// <remarks>
/// The score is Σ x·M, with M the martingale residuals of the model without the feature; its variance is the information about the
/// feature that the covariates leave. Cox, J R Stat Soc B 1972; Therneau and Grambsch, 2000. Checked against the score test of
/// R <c>coxph</c>, with covariates against <c>coxph(..., init = c(0, fitted), iter.max = 0)</c>.
/// </remarks>
public sealed class CoxScoreScreen
{
    private CoxScoreScreen(int features)
    {
        double[] New() => new double[features];
        (Score, Variance, Z, LogP, OneStep) = (New(), New(), New(), New(), New());
        (N, Events, Reasons) = (new int[features], new int[features], new NotEstimable[features]);
    }

    /// <summary>Samples with follow-up, stratum, covariates and a finite value.</summary>
    public int[] N { get; }

    /// <summary>Events among them.</summary>
    public int[] Events { get; }

    /// <summary>Slope of the log partial likelihood at 0: positive where high values go with early events.</summary>
    public double[] Score { get; }

    /// <summary>Variance of the score.</summary>
    public double[] Variance { get; }

    /// <summary>Score / √variance; its square is R's score test.</summary>
    public double[] Z { get; }

    /// <summary>Natural logarithm of the two-sided p.</summary>
    public double[] LogP { get; }

    /// <summary>
    /// Score / variance: log hazard ratio for one unit after one Newton step from 0. Close to the estimate for small effects, nearer to 0
    /// than the estimate for large ones; report <see cref="Cox.CoxRegression"/> for what is selected.
    /// </summary>
    public double[] OneStep { get; }

    /// <summary>
    /// Why there is no test: too few values, no events, no variation, collinear with the covariates, or what the model of the covariates
    /// alone gave as its reason.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Tests every feature.</summary>
    /// <param name="matrix">f features × n samples; NaN and infinite values are missing.</param>
    /// <param name="times">Follow-up of the n samples, with entries where there are any.</param>
    /// <param name="options">Ties, strata and covariates.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. Results do not depend on it.</param>
    /// <exception cref="ArgumentException">Numbers of samples differ, or ties are exact.</exception>
    /// <remarks>
    /// A missing value leaves the sample out of the risk sets of this feature alone. With covariates their model is then fitted again
    /// without the sample, which takes as long as a Cox regression.
    /// </remarks>
    public static CoxScoreScreen Of(
        FeatureMatrix matrix,
        SurvivalTimes times,
        CoxScoreOptions? options = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(times);
        options ??= new CoxScoreOptions();
        Check.Length(matrix.Samples, times.Count, nameof(times));
        options.Validate(matrix.Samples);
        var plan = CoxScorePlan.Of(times, options);
        var screen = new CoxScoreScreen(matrix.Features);
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var worker = new CoxScoreWorker(matrix, times, options, plan);
                return (from, to) =>
                {
                    for (var feature = from; feature < to; feature++)
                        screen.Set(feature, worker.Test(feature));
                };
            }
        );
        return screen;
    }

    private void Set(int feature, in ScoreSums sums)
    {
        (N[feature], Events[feature], Reasons[feature]) = (sums.N, sums.Events, sums.Reason);
        var estimable = sums.Reason == NotEstimable.None;
        var (score, variance) = estimable ? (sums.Score, sums.Variance) : (double.NaN, double.NaN);
        (Score[feature], Variance[feature], OneStep[feature]) = (score, variance, score / variance);
        Z[feature] = score / Math.Sqrt(variance);
        LogP[feature] = estimable ? Normal.TwoSided(Z[feature]).Log : double.NaN;
    }
}
