using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>
/// Cox's proportional hazards regression: how the hazard of the event changes with covariates, with strata, case weights, late entry,
/// covariates that change with time, and robust variance.
/// </summary>
/// <remarks>
/// Cox, JRSS B 1972. Where a covariate separates patients with event from those without, the ordinary estimate is infinite; the result is
/// then Firth's penalised estimate with a profile interval (Heinze and Schemper, Biometrics 2001), and says so
/// (<see cref="CoxModel.Separation"/>). Checked against R <c>survival::coxph</c> 3.5 with <c>eps = 1e-11</c>; Firth's estimate against a
/// direct maximisation of the penalised likelihood.
/// </remarks>
/// <example><code>
/// var times = SurvivalTimes.Of(months, relapsed);
/// var model = CoxRegression.Fit(times, [Covariate.Numeric("nodes", nodes), Covariate.Factor("size", size, "&lt;=20")]);
/// Console.WriteLine(model.Value["nodes"]);
/// </code></example>
public static class CoxRegression
{
    /// <summary>Fits a model. Rows in which the follow-up or any covariate is missing are left out and counted.</summary>
    /// <param name="times">Follow-up of n rows.</param>
    /// <param name="covariates">Terms of n rows each, at least one.</param>
    /// <param name="options">Ties, strata, weights, variance; null for the defaults.</param>
    /// <returns>
    /// The model, or why there is none: no row left (TooFewValues), NoEvents, no covariate that varies among those at risk (NoVariation),
    /// NotConverged, or Separation if Firth's penalty is never wanted. Single columns that are not estimable carry their own reason.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A list does not have n values, there is no covariate, the level is not between 0 and 1, or exact ties are asked for together with
    /// case weights or a robust variance, for which they are not defined.
    /// </exception>
    public static Estimate<CoxModel> Fit(
        SurvivalTimes times,
        IReadOnlyList<Covariate> covariates,
        CoxOptions? options = null
    )
    {
        options ??= CoxOptions.Default;
        CoxArguments.Check(times, covariates, options);
        var strata = options.Strata is null ? null : DenseNumbers.Of(options.Strata);
        var usable = times.Where(CoxArguments.Usable(times, covariates, options));
        if (usable.N == 0)
            return NotEstimable.TooFewValues;
        if (usable.Events == 0)
            return NotEstimable.NoEvents;
        var columns = covariates.SelectMany(c => c.Columns).ToArray();
        var sample = CoxSample.Of(CoxRiskSets.Of(usable, strata?.Indices), columns, options.Weights);
        var likelihood = PartialLikelihood.Of(sample, options.Ties);
        var reasons = Aliasing.Find(likelihood);
        var active = Enumerable.Range(0, columns.Length).Where(k => reasons[k] == NotEstimable.None).ToArray();
        if (active.Length == 0)
            return NotEstimable.NoVariation;
        if (active.Length < columns.Length)
            likelihood = PartialLikelihood.Of(sample.With(active), options.Ties);
        var fit = CoxFit.Of(likelihood, options);
        if (fit.Outcome != NotEstimable.None)
            return fit.Outcome;
        return new CoxModel(new CoxModelInput(usable, covariates, options, reasons, active, strata), fit);
    }
}
