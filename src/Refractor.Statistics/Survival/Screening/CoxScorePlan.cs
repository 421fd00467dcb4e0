using Refractor.Statistics.Survival.Cox;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>The model without features: its risk sets, residuals, and how features share information with its covariates.</summary>
internal sealed class CoxScorePlan
{
    private CoxScorePlan(RiskPlan risk, double[][] shared, double[,] covariance, NotEstimable reason) =>
        (Risk, Shared, Covariance, Reason) = (risk, shared, covariance, reason);

    public RiskPlan Risk { get; }

    /// <summary>For each covariate the weights of x, slot by slot, in its information shared with the feature.</summary>
    public double[][] Shared { get; }

    /// <summary>Covariance of the coefficients of the covariates.</summary>
    public double[,] Covariance { get; }

    /// <summary>Why no feature can be tested.</summary>
    public NotEstimable Reason { get; }

    /// <summary>Fits the covariates and prepares the test.</summary>
    public static CoxScorePlan Of(SurvivalTimes times, CoxScoreOptions options)
    {
        var ties = options.Ties == CoxTies.Efron ? RiskTies.Efron : RiskTies.Breslow;
        var strata = options.Strata.AsSpan();
        if (options.Covariates.Count == 0)
            return new CoxScorePlan(RiskPlan.Of(times, strata, ties), [], new double[0, 0], NotEstimable.None);
        var fit = CoxRegression.Fit(
            times,
            options.Covariates,
            new CoxOptions { Ties = options.Ties, Strata = options.Strata }
        );
        if (!fit.IsEstimable || fit.Value.Separation)
            return new CoxScorePlan(
                RiskPlan.Of(times, strata, ties),
                [],
                new double[0, 0],
                fit.IsEstimable ? NotEstimable.Separation : fit.Reason
            );
        var model = fit.Value;
        var plan = RiskPlan.Of(times, strata, ties, Array.ConvertAll(model.LinearPredictors(), Math.Exp));
        var columns = options.Covariates.SelectMany(c => c.Columns).ToArray();
        var active = Enumerable
            .Range(0, columns.Length)
            .Where(k => model.Coefficients[k].Reason == NotEstimable.None)
            .ToArray();
        var (all, covariance) = (model.Covariance(), new double[active.Length, active.Length]);
        for (var a = 0; a < active.Length; a++)
        for (var b = 0; b < active.Length; b++)
            covariance[a, b] = all[active[a], active[b]];
        var shared = Array.ConvertAll(active, k => SharedInformation.Weights(plan, columns[k]));
        return new CoxScorePlan(plan, shared, covariance, NotEstimable.None);
    }
}
