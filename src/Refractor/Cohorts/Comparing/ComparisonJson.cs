namespace Refractor.Cohorts.Comparing;

/// <summary>A comparison as JSON, for programs.</summary>
public static class ComparisonJson
{
    /// <summary>The comparison and the features that lead its three lists.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="top">How many features of each list.</param>
    public static string Of(TherapyComparison comparison, int top) =>
        JsonForm.Text(
            new
            {
                First = Contrast(comparison.First),
                Second = Contrast(comparison.Second),
                comparison.Request.Endpoint,
                comparison.Request.Subtype,
                comparison.Request.Layer,
                Adjusted = comparison.Request.Adjust,
                comparison.Request.Permutations,
                comparison.Request.Seed,
                SharedPatients = comparison.Shared,
                comparison.SameIdentifiers,
                Features = comparison.Agreement.Overlap.Features,
                ScanSpearman = JsonForm.Number(comparison.ScanCorrelation),
                Spearman = Judged(comparison.Correlation, comparison.Correlation.PTwoSided),
                comparison.Agreement.Same,
                comparison.Agreement.Opposite,
                Concordance = Judged(comparison.Concordance, comparison.Concordance.PTwoSided),
                WithoutSharedPatients = comparison.Apart is { } apart
                    ? new
                    {
                        apart.First,
                        apart.Second,
                        Spearman = Judged(apart.Correlation, apart.Correlation.PTwoSided),
                    }
                    : null,
                OverlapStep = comparison.Agreement.Overlap.Step,
                Overlap = comparison.Agreement.Overlap.Quadrants.Select(
                    (q, i) =>
                        new
                        {
                            Quadrant = ComparisonTables.NameOf(q.Quadrant),
                            Peak = q.Peak(),
                            SignedLog10 = Judged(comparison.Peaks[i], comparison.Peaks[i].PGreater),
                        }
                ),
                ResistanceToBoth = comparison.ToBoth().Take(top).Select(f => Feature(comparison, f)),
                ResistanceToFirstOnly = comparison.ToFirstOnly().Take(top).Select(f => Feature(comparison, f)),
                ResistanceToSecondOnly = comparison.ToSecondOnly().Take(top).Select(f => Feature(comparison, f)),
                Recipes = ComparisonRecipes.Of(comparison),
            }
        );

    private static object Contrast(TherapyContrast contrast) =>
        new
        {
            Cohort = contrast.Cohort.Name,
            contrast.Therapy,
            Patients = contrast.Scan.Population.N,
            contrast.Scan.Population.LeftOut,
            contrast.Scan.Tested,
            contrast.RankedStatistic,
            Sets = contrast
                .Scan.SetsByP()
                .Select(s => new
                {
                    Set = contrast.Scan.Request.Sets[s].Name,
                    Size = contrast.Scan.Enrichment!.Sizes[s],
                    NormalisedScore = JsonForm.Number(contrast.Scan.Enrichment.NormalizedScores[s]),
                    LogP = JsonForm.Number(contrast.Scan.Enrichment.LogP[s]),
                    LogQ = JsonForm.Number(contrast.Scan.Enrichment.LogAdjustedP[s]),
                }),
        };

    internal static object Judged(PermutationTest test, double p) =>
        new
        {
            Observed = JsonForm.Number(test.Observed),
            PermutedMean = JsonForm.Number(test.Mean),
            PermutedLow = JsonForm.Number(test.Low),
            PermutedHigh = JsonForm.Number(test.High),
            P = JsonForm.Number(p),
        };

    private static object Feature(TherapyComparison comparison, ComparedFeature f) =>
        new
        {
            Feature = f.Name,
            FirstStatistic = JsonForm.Number(comparison.First.Scan.Statistics[f.First]),
            FirstLogP = JsonForm.Number(comparison.First.Scan.LogP[f.First]),
            FirstLogQ = JsonForm.Number(comparison.First.Scan.LogQ[f.First]),
            SecondStatistic = JsonForm.Number(comparison.Second.Scan.Statistics[f.Second]),
            SecondLogP = JsonForm.Number(comparison.Second.Scan.LogP[f.Second]),
            SecondLogQ = JsonForm.Number(comparison.Second.Scan.LogQ[f.Second]),
        };
}
