using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cli.Pages;

/// <summary>Who was looked at and who was not, in one sentence.</summary>
internal static class PopulationText
{
    public static string Of(Cohort cohort, Population population)
    {
        var left = population.LeftOut.Select(l => $"{l.Reason} {Parts.Number(l.Patients)}");
        var reasons = population.LeftOut.Count > 0 ? $"; left out: {string.Join(", ", left)}" : "";
        return $"{Parts.Number(population.N)} of {Parts.Count(cohort.Patients.Count, "patient")}{reasons}.";
    }
}
