using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Testing;

/// <summary>
/// The table on which the R code of recipes runs: every patient of the cohort, with the feature, the outcome, covariates, the therapy and
/// the subtypes, and who was used.
/// </summary>
internal static class PatientRows
{
    public static string Of(Cohort cohort, FeatureTest test)
    {
        var columns = Columns(cohort, test).ToList();
        var table = new TableText(["patient", .. columns.Select(c => c.Name)]);
        for (var p = 0; p < cohort.Patients.Count; p++)
            table.Add([cohort.Patients[p], .. columns.Select(c => c.Cell(p))]);
        return table.ToString();
    }

    private static IEnumerable<(string Name, Func<int, string?> Cell)> Columns(Cohort cohort, FeatureTest test)
    {
        yield return ("used", p => TableText.Flag(test.Population.Included[p]));
        yield return ("feature", p => TableText.Number(test.Feature.Values[p]));
        if (test.Population.Outcome is SurvivalOutcome survival)
        {
            yield return ("months", p => TableText.Number(survival.Months[p]));
            yield return ("event", p => TableText.Number(survival.Event[p]));
        }
        if (test.Population.Outcome is ResponseOutcome response)
            yield return ("responded", p => TableText.Flag(response.Responded[p]));
        foreach (var name in test.Request.Adjust)
            yield return (RecipeTable.Covariate(name), p => RecipeTable.Cell(cohort.FindVariable(name)!, p));
        if (test.Interaction is { } interaction && cohort.FindTreatment(interaction.Therapy) is { } treatment)
        {
            var both = FeatureTest.BothArms(cohort, test.Feature, test.Request, treatment);
            yield return ("both_arms", p => TableText.Flag(both.Included[p]));
            yield return ("given", p => TableText.Flag(treatment.Given[p]));
        }
        foreach (var subtype in test.Subtypes)
        {
            var members = SubtypeMembers.Of(cohort, subtype.Subtype.Name)!;
            yield return (RecipeTable.Subtype(subtype.Subtype.Name), p => TableText.Flag(members[p]));
        }
    }
}
