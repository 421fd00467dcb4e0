using System.Numerics.Tensors;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.Survival.Cox.Screening;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>
/// Cox regression of every feature, alone or adjusted for covariates and strata: one model a feature, as columns of f values.
/// </summary>
/// <remarks>
/// Each model is the one that <see cref="CoxRegression"/> fits, to 1e-8 and better, at a fraction of its time: four features are fitted
/// in one walk over the patients. Rows in which the feature is missing (not finite) are left out for that feature; rows in which a
/// covariate is missing are left out for all. Checked against R <c>coxph</c> per feature.
/// </remarks>
public sealed class CoxScreen
{
    internal CoxScreen(int features)
    {
        LogHazardRatio = ScreenColumns.NaN(features);
        StandardError = ScreenColumns.NaN(features);
        LogP = ScreenColumns.NaN(features);
        LikelihoodRatio = ScreenColumns.NaN(features);
        LogPOfLikelihoodRatio = ScreenColumns.NaN(features);
        (N, Events, Reasons) = (new int[features], new int[features], new NotEstimable[features]);
    }

    /// <summary>f log hazard ratios for one unit more of the feature; NaN where not estimable.</summary>
    public double[] LogHazardRatio { get; }

    /// <summary>f standard errors of the log hazard ratios.</summary>
    public double[] StandardError { get; }

    /// <summary>f natural logarithms of the two-sided p of log hazard ratio / standard error (Wald).</summary>
    public double[] LogP { get; }

    /// <summary>
    /// f values of χ² on 1 degree of freedom: twice the gain in log likelihood over the model without the feature. It is known for
    /// separated features, too.
    /// </summary>
    public double[] LikelihoodRatio { get; }

    /// <summary>f natural logarithms of the p of <see cref="LikelihoodRatio"/>.</summary>
    public double[] LogPOfLikelihoodRatio { get; }

    /// <summary>f numbers of rows used.</summary>
    public int[] N { get; }

    /// <summary>f numbers of events among them.</summary>
    public int[] Events { get; }

    /// <summary>
    /// f reasons: None; TooFewValues (no row left); NoEvents; NoVariation (constant among those at risk); Collinear (a combination of the
    /// covariates); Separation (the hazard ratio is infinite or 0; <see cref="CoxRegression"/> gives Firth's estimate); NotConverged.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Fits a model to each feature.</summary>
    /// <param name="features">f features × n samples.</param>
    /// <param name="times">Follow-up of the n samples.</param>
    /// <param name="options">Ties, covariates, strata; null for the defaults.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The number changes no digit.</param>
    /// <param name="progress">Told how many features are done, from any thread and not in turn; null for none.</param>
    /// <exception cref="ArgumentException">Follow-up, covariates or strata do not have n values.</exception>
    public static CoxScreen Run(
        FeatureMatrix features,
        SurvivalTimes times,
        CoxScreenOptions? options = null,
        int threads = 0,
        IProgress<int>? progress = null
    )
    {
        var input = ScreenInput.Of(features, times, options ?? new CoxScreenOptions(), treatment: null);
        var screen = new CoxScreen(features.Features);
        new ScreenRunner(features, input).Run(threads, screen.Store, progress);
        screen.FillP();
        return screen;
    }

    private void Store(int feature, int n, int events, in FeatureModel model)
    {
        (N[feature], Events[feature], Reasons[feature]) = (n, events, model.Outcome);
        LikelihoodRatio[feature] = model.LikelihoodRatio;
        if (model.Outcome != NotEstimable.None)
            return;
        (LogHazardRatio[feature], StandardError[feature]) = (model.Feature, Math.Sqrt(model.FeatureVariance));
    }

    // χ² on 1 degree of freedom is the square of a normal deviate.
    private void FillP()
    {
        var deviates = new double[LogP.Length];
        TensorPrimitives.Divide(LogHazardRatio, StandardError, deviates);
        Normal.TwoSidedLog(deviates, LogP);
        TensorPrimitives.Sqrt(LikelihoodRatio, deviates);
        Normal.TwoSidedLog(deviates, LogPOfLikelihoodRatio);
    }
}
