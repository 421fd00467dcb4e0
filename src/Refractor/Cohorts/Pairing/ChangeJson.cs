using Refractor.Cohorts.Comparing;

namespace Refractor.Cohorts.Pairing;

/// <summary>A comparison of pairs as JSON, for programs.</summary>
public static class ChangeJson
{
    /// <summary>All features by p, sets, and the overlap with resistance.</summary>
    public static string Of(ChangeComparison comparison) =>
        JsonForm.Text(
            new
            {
                Cohort = comparison.Cohort.Name,
                Layer = comparison.Layer.Name,
                comparison.Request.Endpoint,
                comparison.Request.Pairs.Treated,
                comparison.Request.Pairs.Subtype,
                Adjusted = comparison.Request.Adjust,
                comparison.Request.Permutations,
                comparison.Request.Seed,
                Pairs = Of(comparison.Pairs),
                comparison.Changes.Tested,
                Responders = comparison.ByResponse?.RespondersN,
                Others = comparison.ByResponse?.OthersN,
                Features = comparison
                    .Changes.ByP(comparison.Layer.Features)
                    .Select(f => new
                    {
                        Feature = comparison.Layer.Features[f],
                        Change = Of(comparison.Changes, f),
                        Responders = comparison.ByResponse is { } r ? Of(r.Responders, f) : null,
                        Others = comparison.ByResponse is { } o ? Of(o.Others, f) : null,
                        Difference = comparison.ByResponse is { } d ? Of(d.Difference, f) : null,
                    }),
                Sets = comparison
                    .SetsByP()
                    .Select(s => new
                    {
                        Set = comparison.Request.Sets[s].Name,
                        Size = comparison.Enrichment!.Sizes[s],
                        NormalisedScore = JsonForm.Number(comparison.Enrichment.NormalizedScores[s]),
                        LogP = JsonForm.Number(comparison.Enrichment.LogP[s]),
                        LogQ = JsonForm.Number(comparison.Enrichment.LogAdjustedP[s]),
                        LeadingEdge = comparison.LeadingEdge(s),
                    }),
                Overlap = comparison.Overlap is { } overlap ? Of(overlap) : null,
                comparison.NotDone,
                Recipes = ChangeRecipes.Of(comparison),
            }
        );

    /// <summary>The mutations of all pairs.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="mutations">Gained, lost and shared mutations.</param>
    public static string Of(Cohort cohort, MutationPairs mutations) =>
        JsonForm.Text(
            new
            {
                Cohort = cohort.Name,
                mutations.Pairs.Request.Treated,
                mutations.Pairs.Request.Subtype,
                Pairs = Of(mutations.Pairs),
                mutations.NotTested,
                Genes = mutations.Genes.Select(g => new
                {
                    g.Gene,
                    g.Pairs,
                    g.Before,
                    g.After,
                    g.Gained,
                    g.Lost,
                    g.Replaced,
                    g.Shared,
                    g.Variants,
                    LogP = JsonForm.Number(g.LogP),
                    LogQ = JsonForm.Number(g.LogQ),
                }),
                Recipes = MutationPairFigures.Recipes(cohort, mutations),
            }
        );

    private static object Of(SamplePairs pairs) =>
        new
        {
            Later = TimePoints.Names.NameOf(pairs.Later),
            Complete = pairs.Pairs.Count,
            pairs.LeftOut,
            pairs.Unpaired,
        };

    private static object Of(ChangeTests tests, int f) =>
        new
        {
            N = tests.N[f],
            Effect = JsonForm.Number(tests.Effects[f]),
            StandardError = JsonForm.Number(tests.StandardErrors[f]),
            T = JsonForm.Number(tests.Statistics[f]),
            LogP = JsonForm.Number(tests.LogP[f]),
            LogQ = JsonForm.Number(tests.LogQ[f]),
        };

    private static object Of(ChangeOverlap overlap) =>
        new
        {
            Patients = overlap.Contrast.Scan.Population.N,
            overlap.Paired,
            Features = overlap.Agreement.Overlap.Features,
            Spearman = ComparisonJson.Judged(overlap.Correlation, overlap.Correlation.PTwoSided),
            overlap.Agreement.Same,
            overlap.Agreement.Opposite,
            Concordance = ComparisonJson.Judged(overlap.Concordance, overlap.Concordance.PTwoSided),
            WithoutPairedPatients = overlap.Apart is { } apart ? ComparisonJson.Judged(apart, apart.PTwoSided) : null,
            Peaks = overlap.Peaks.Select(p => ComparisonJson.Judged(p, p.PGreater)),
        };
}
