namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>What a model was fitted to.</summary>
/// <param name="Times">Follow-up, only with the rows used.</param>
/// <param name="Covariates">The terms.</param>
/// <param name="Options">The settings.</param>
/// <param name="Reasons">For each column why it is not estimable, or None.</param>
/// <param name="Active">Indices of the estimable columns.</param>
/// <param name="Strata">Strata with dense indices; null for one.</param>
internal sealed record CoxModelInput(
    SurvivalTimes Times,
    IReadOnlyList<Covariate> Covariates,
    CoxOptions Options,
    NotEstimable[] Reasons,
    int[] Active,
    DenseNumbers? Strata
)
{
    /// <summary>Name and term of each column.</summary>
    public (string Name, string Term)[] ColumnNames { get; } =
    [.. Covariates.SelectMany(c => c.ColumnNames.Select(n => (n, c.Name)))];
}
