using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Testing;

/// <summary>
/// The table on which the R code of recipes runs: every patient of the cohort, with the feature, the outcome, covariates, the therapy and
/// the subtypes, and who was used.
/// </summary>
internal static class PatientRows
{
    /// <summary>Name of the column of a covariate.</summary>
    public static string Covariate(string name) => $"by_{Plain(name)}";

    /// <summary>Name of the column that says who belongs to a subtype.</summary>
    public static string Subtype(string name) => $"in_{Plain(name)}";

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
            yield return (Covariate(name), Cells(cohort.FindVariable(name)!));
        if (test.Interaction is { } interaction && cohort.FindTreatment(interaction.Therapy) is { } treatment)
        {
            var both = FeatureTest.BothArms(cohort, test.Feature, test.Request, treatment);
            yield return ("both_arms", p => TableText.Flag(both.Included[p]));
            yield return ("given", p => TableText.Flag(treatment.Given[p]));
        }
        foreach (var subtype in test.Subtypes)
        {
            var members = SubtypeMembers.Of(cohort, subtype.Subtype.Name)!;
            yield return (Subtype(subtype.Subtype.Name), p => TableText.Flag(members[p]));
        }
    }

    private static Func<int, string?> Cells(ClinicalVariable variable) =>
        variable switch
        {
            NumberVariable number => p => TableText.Number(number.Values[p]),
            StatusVariable status => p => TableText.Flag(status.Values[p]),
            CategoryVariable category => p => category.Values[p],
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.GetType().Name, "No such variable."),
        };

    /// <summary>A name that R takes without quotes; those of HR+ and HR- differ.</summary>
    private static string Plain(string name) =>
        string.Concat(
            name.Select(c =>
                c switch
                {
                    '+' => "_pos",
                    '-' => "_neg",
                    _ when char.IsAsciiLetterOrDigit(c) => char.ToLowerInvariant(c).ToString(),
                    _ => "_",
                }
            )
        );
}
