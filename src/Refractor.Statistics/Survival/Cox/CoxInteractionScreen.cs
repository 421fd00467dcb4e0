using Refractor.Statistics.Distributions;
using Refractor.Statistics.Survival.Cox.Screening;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>
/// Whether the hazard ratio of a feature differs between two arms, for every feature: one model with feature, treatment and their product
/// a feature, as columns of f values.
/// </summary>
/// <remarks>
/// A feature that is only prognostic has the same hazard ratio in both arms; a predictive one has not. Without a control arm the two cannot
/// be told apart. Each model is the one that <see cref="InteractionTest"/> fits. Checked against R <c>coxph(y ~ x * treated)</c>.
/// </remarks>
public sealed class CoxInteractionScreen
{
    private CoxInteractionScreen(int features)
    {
        LogHazardRatioControl = ScreenColumns.NaN(features);
        StandardErrorControl = ScreenColumns.NaN(features);
        LogHazardRatioTreated = ScreenColumns.NaN(features);
        StandardErrorTreated = ScreenColumns.NaN(features);
        LogRatio = ScreenColumns.NaN(features);
        StandardError = ScreenColumns.NaN(features);
        LogP = ScreenColumns.NaN(features);
        (N, Events, Reasons) = (new int[features], new int[features], new NotEstimable[features]);
    }

    /// <summary>f log hazard ratios for one unit more of the feature in the control arm.</summary>
    public double[] LogHazardRatioControl { get; }

    /// <summary>Their standard errors.</summary>
    public double[] StandardErrorControl { get; }

    /// <summary>f log hazard ratios for one unit more of the feature in the treated arm.</summary>
    public double[] LogHazardRatioTreated { get; }

    /// <summary>Their standard errors.</summary>
    public double[] StandardErrorTreated { get; }

    /// <summary>f logarithms of the interaction ratio: hazard ratio in the treated arm over that in the control arm.</summary>
    public double[] LogRatio { get; }

    /// <summary>Standard errors of <see cref="LogRatio"/>.</summary>
    public double[] StandardError { get; }

    /// <summary>f natural logarithms of the two-sided p of the interaction (Wald).</summary>
    public double[] LogP { get; }

    /// <summary>f numbers of rows used.</summary>
    public int[] N { get; }

    /// <summary>f numbers of events among them.</summary>
    public int[] Events { get; }

    /// <summary>f reasons, as in <see cref="CoxScreen.Reasons"/>; OneGroup for all if only one arm has patients.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Fits a model to each feature.</summary>
    /// <param name="features">f features × n samples.</param>
    /// <param name="times">Follow-up of the n samples.</param>
    /// <param name="treated">n flags: true in the treated arm, false in the control arm.</param>
    /// <param name="options">Ties, covariates, strata; null for the defaults.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The number changes no digit.</param>
    /// <exception cref="ArgumentException">A list does not have n values.</exception>
    public static CoxInteractionScreen Run(
        FeatureMatrix features,
        SurvivalTimes times,
        IReadOnlyList<bool> treated,
        CoxScreenOptions? options = null,
        int threads = 0
    )
    {
        var input = ScreenInput.Of(features, times, options ?? new CoxScreenOptions(), treated);
        var screen = new CoxInteractionScreen(features.Features);
        new ScreenRunner(features, input).Run(threads, screen.Store);
        var arms = input.Times.Order.Select(r => treated[r]).Distinct().Count();
        if (arms == 1)
            Array.Fill(screen.Reasons, NotEstimable.OneGroup);
        return screen;
    }

    private void Store(int feature, int n, int events, in FeatureModel model)
    {
        (N[feature], Events[feature], Reasons[feature]) = (n, events, model.Outcome);
        if (model.Outcome != NotEstimable.None)
            return;
        LogHazardRatioControl[feature] = model.Feature;
        StandardErrorControl[feature] = Math.Sqrt(model.FeatureVariance);
        LogHazardRatioTreated[feature] = model.Feature + model.Product;
        StandardErrorTreated[feature] = Math.Sqrt(
            model.FeatureVariance + model.ProductVariance + 2 * model.CrossVariance
        );
        (LogRatio[feature], StandardError[feature]) = (model.Product, Math.Sqrt(model.ProductVariance));
        LogP[feature] = Normal.TwoSided(LogRatio[feature] / StandardError[feature]).Log;
    }
}
