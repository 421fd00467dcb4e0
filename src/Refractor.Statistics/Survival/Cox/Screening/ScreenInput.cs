using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Checked input of a screen.</summary>
/// <param name="Times">Follow-up, only with the rows that can be used for every feature.</param>
/// <param name="Options">The settings.</param>
/// <param name="Strata">n dense indices of strata, or null.</param>
/// <param name="Covariates">Columns of n values that are the same in every model and not aliased.</param>
/// <param name="Treatment">n values 0 or 1 for an interaction, or null.</param>
internal sealed record ScreenInput(
    SurvivalTimes Times,
    CoxScreenOptions Options,
    int[]? Strata,
    double[][] Covariates,
    double[]? Treatment
)
{
    public static ScreenInput Of(
        FeatureMatrix features,
        SurvivalTimes times,
        CoxScreenOptions options,
        IReadOnlyList<bool>? treatment
    )
    {
        if (times.Count != features.Samples)
            throw new ArgumentException(
                $"Found {times.Count} rows; expected {features.Samples} samples.",
                nameof(times)
            );
        IReadOnlyList<Covariate> covariates = treatment is null
            ? options.Covariates
            : [Covariate.Flag("treatment", treatment), .. options.Covariates];
        var settings = new CoxOptions { Ties = options.Ties, Strata = options.Strata };
        CoxArguments.CheckRows(times, covariates, settings);
        var usable = times.Where(CoxArguments.Usable(times, covariates, settings));
        var strata = options.Strata is null ? null : DenseNumbers.Of(options.Strata).Indices;
        return new ScreenInput(
            usable,
            options,
            strata,
            WithoutAliases(usable, strata, options.Ties, [.. covariates.SelectMany(c => c.Columns)]),
            treatment is null ? null : [.. treatment.Select(t => t ? 1.0 : 0.0)]
        );
    }

    private static double[][] WithoutAliases(SurvivalTimes times, int[]? strata, CoxTies ties, double[][] columns)
    {
        if (columns.Length == 0 || times.Events == 0)
            return [];
        var sample = CoxSample.Of(CoxRiskSets.Of(times, strata), columns, null);
        var reasons = Aliasing.Find(PartialLikelihood.Of(sample, ties));
        return [.. columns.Where((_, k) => reasons[k] == NotEstimable.None)];
    }
}
