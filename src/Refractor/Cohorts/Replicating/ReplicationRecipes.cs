using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Replicating;

/// <summary>How the recomputed estimates of replications were made.</summary>
public static class ReplicationRecipes
{
    /// <summary>The recipes of the tests of a finding, one a cohort that can test it.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="cohorts">The cohorts, in the order in which they were asked.</param>
    /// <param name="lexicon">Subtypes.</param>
    public static IReadOnlyList<Recipe> Of(PooledReplication finding, IReadOnlyList<Cohort> cohorts, Lexicon lexicon) =>
        [
            .. finding
                .ByCohort.Select((r, c) => (Replication: r, Cohort: cohorts[c]))
                .Where(x => x.Replication.Effect is not null)
                .Select(x => Of(x.Replication, x.Cohort, lexicon)),
        ];

    private static Recipe Of(Replication replication, Cohort cohort, Lexicon lexicon)
    {
        var (feature, request) = (replication.Feature!, replication.Request!);
        var test = FeatureTest.Run(cohort, feature, new FeatureTestRequest(request), lexicon);
        var recipe = new FeatureTestRecipes(cohort, test).Effects[0];
        var parameters = new List<RecipeParameter>(recipe.Parameters);
        if (replication.Effect!.Value != test.Effect.Value)
            parameters.Add(
                new RecipeParameter("state", "inverse of the value below, as the finding is on less of the feature")
            );
        parameters.Add(new RecipeParameter("table of the patients", Command(cohort, feature, request)));
        return recipe with { Parameters = parameters };
    }

    /// <summary>The command that writes the table on which the R code runs.</summary>
    private static string Command(Cohort cohort, CohortFeature feature, PopulationRequest request)
    {
        var therapy = request.Treated is { } treated ? $" --therapy {treated}" : "";
        var subtype = request.Subtype is { } named ? $" --subtype {named}" : "";
        return $"refractor test {feature.Name} --cohort {cohort.Name} --endpoint {request.Endpoint}{therapy}{subtype} --out folder";
    }
}
