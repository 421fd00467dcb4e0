namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Checks the arguments of a Cox regression and finds the rows that can be used.</summary>
internal static class CoxArguments
{
    public static void Check(SurvivalTimes times, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        if (covariates.Count == 0)
            throw new ArgumentException("Found no covariate; expected at least one.", nameof(covariates));
        CheckRows(times, covariates, options);
        Statistics.Level.Check(options.Level);
        if (
            options.Weights is { } weights
            && Array.FindIndex(weights, w => w < 0 || double.IsInfinity(w)) is >= 0 and var i
        )
            throw new ArgumentException($"Weight {i} is {weights[i]}; expected a number ≥ 0 or NaN.", nameof(options));
        if (options.Ties == CoxTies.Exact && (options.Weights is not null || options.UsesRobustVariance))
            throw new ArgumentException(
                "Exact ties allow neither case weights nor a robust variance.",
                nameof(options)
            );
    }

    /// <summary>That all lists have one value a row.</summary>
    public static void CheckRows(SurvivalTimes times, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        foreach (var covariate in covariates)
            CheckLength(times, covariate.Count, $"covariate {covariate.Name}", nameof(covariates));
        CheckLength(times, options.Strata?.Length, nameof(CoxOptions.Strata), nameof(options));
        CheckLength(times, options.Weights?.Length, nameof(CoxOptions.Weights), nameof(options));
        CheckLength(times, options.Clusters?.Length, nameof(CoxOptions.Clusters), nameof(options));
    }

    /// <summary>n flags: the follow-up is known, all covariates are finite, the weight is above 0, the stratum is not negative.</summary>
    public static bool[] Usable(SurvivalTimes times, IReadOnlyList<Covariate> covariates, CoxOptions options)
    {
        var usable = new bool[times.Count];
        foreach (var row in times.Order)
            usable[row] =
                (options.Weights is not { } weights || weights[row] > 0)
                && (options.Strata is not { } strata || strata[row] >= 0);
        foreach (var column in covariates.SelectMany(c => c.Columns))
            for (var i = 0; i < usable.Length; i++)
                usable[i] &= double.IsFinite(column[i]);
        return usable;
    }

    private static void CheckLength(SurvivalTimes times, int? found, string what, string parameter)
    {
        if (found is { } length && length != times.Count)
            throw new ArgumentException($"{what}: found {length} values; expected {times.Count}.", parameter);
    }
}
