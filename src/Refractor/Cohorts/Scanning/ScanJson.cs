namespace Refractor.Cohorts.Scanning;

/// <summary>A scan as JSON, for programs.</summary>
public static class ScanJson
{
    /// <summary>All features and all sets, by p.</summary>
    public static string Of(Cohort cohort, CohortScan scan) => JsonForm.Text(Form(cohort, scan));

    /// <summary>The scan of each subtype, why others have none, and the differences between them.</summary>
    public static string Of(Cohort cohort, SubtypeScan scan) =>
        JsonForm.Text(
            new
            {
                By = "subtype",
                Subtypes = scan.Scans.Select(s => new { s.Subtype, Scan = Form(cohort, s.Scan) }),
                scan.Unscanned,
                Differences = scan.Differences is { } differences
                    ? differences.ByP().Select(f => Difference(scan, differences, f))
                    : [],
                Recipes = scan.Differences is null ? [] : new[] { ScanRecipes.Differences(cohort, scan) },
            }
        );

    private static object Difference(SubtypeScan scan, SubtypeDifferences differences, int f) =>
        new
        {
            Feature = scan.Scans[0].Scan.Layer.Features[f],
            Effects = scan.Scans.Select(s => new { s.Subtype, Effect = JsonForm.Number(s.Scan.Effects[f]) }),
            CochranQ = JsonForm.Number(differences.Q[f]),
            Df = differences.Df[f],
            LogP = JsonForm.Number(differences.LogP[f]),
            LogQ = JsonForm.Number(differences.LogQ[f]),
        };

    private static object Form(Cohort cohort, CohortScan scan) =>
        new
        {
            scan.Cohort,
            Layer = scan.Layer.Name,
            scan.Population.Outcome.Endpoint,
            scan.Request.Population.Treated,
            scan.Request.Population.Subtype,
            Adjusted = scan.Request.Adjust,
            Patients = scan.Population.N,
            scan.Population.LeftOut,
            scan.Tested,
            Features = scan.ByP().Select(f => Feature(scan, f)),
            Sets = scan.SetsByP().Select(s => Set(scan, s)),
            Recipes = ScanRecipes.Of(cohort, scan),
        };

    /// <summary>All genes, by p.</summary>
    public static string Of(Cohort cohort, MutationScan scan) =>
        JsonForm.Text(
            new
            {
                Cohort = cohort.Name,
                scan.Population.Outcome.Endpoint,
                scan.Request.Treated,
                scan.Request.Subtype,
                Patients = scan.Population.N,
                scan.Population.LeftOut,
                scan.TooFew,
                Genes = scan.Genes.Select(g => new
                {
                    g.Gene,
                    g.Altered,
                    g.Profiled,
                    Ratio = JsonForm.Number(g.Effect.Value),
                    Low = JsonForm.Number(g.Effect.Interval.Low),
                    High = JsonForm.Number(g.Effect.Interval.High),
                    LogP = JsonForm.Number(g.LogP),
                    LogQ = JsonForm.Number(g.LogQ),
                    Responses = g.Split is { } s
                        ? new[] { s.Table.A, s.Table.FirstRow, s.Table.C, s.Table.SecondRow }
                        : null,
                    Reason = JsonForm.Reason(g.Effect.Reason),
                }),
                Recipes = MutationFigures.Recipes(cohort, scan),
            }
        );

    private static object Feature(CohortScan scan, int f) =>
        new
        {
            Feature = scan.Layer.Features[f],
            N = scan.N[f],
            Effect = JsonForm.Number(scan.Effects[f]),
            StandardError = JsonForm.Number(scan.StandardErrors[f]),
            Statistic = JsonForm.Number(scan.Statistics[f]),
            LogP = JsonForm.Number(scan.LogP[f]),
            LogQ = JsonForm.Number(scan.LogQ[f]),
            Auc = scan.Areas is { } areas ? JsonForm.Number(areas[f]) : null,
            AucLow = scan.AreaLow is { } low ? JsonForm.Number(low[f]) : null,
            AucHigh = scan.AreaHigh is { } high ? JsonForm.Number(high[f]) : null,
            WilcoxonLogP = scan.WilcoxonLogP is { } w ? JsonForm.Number(w[f]) : null,
            Reason = JsonForm.Reason(scan.Reasons[f]),
        };

    private static object Set(CohortScan scan, int s) =>
        new
        {
            Set = scan.Request.Sets[s].Name,
            Size = scan.Enrichment!.Sizes[s],
            Score = JsonForm.Number(scan.Enrichment.Scores[s]),
            NormalisedScore = JsonForm.Number(scan.Enrichment.NormalizedScores[s]),
            LogP = JsonForm.Number(scan.Enrichment.LogP[s]),
            LogQ = JsonForm.Number(scan.Enrichment.LogAdjustedP[s]),
            LeadingEdge = ScanTables.LeadingEdge(scan, s),
        };
}
