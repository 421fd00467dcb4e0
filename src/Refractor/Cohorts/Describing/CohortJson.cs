using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Describing;

/// <summary>Cohorts and imports as JSON, for programs.</summary>
public static class CohortJson
{
    /// <summary>What an import decided, left out and found wrong.</summary>
    public static string Of(ImportResult result) =>
        JsonForm.Text(
            new
            {
                result.Cohort?.Name,
                Imported = result.Cohort is not null,
                Patients = result.Cohort?.Patients.Count,
                Samples = result.Cohort?.Samples.Count,
                result.Report.Files,
                result.Report.Guesses,
                Matches = result.Report.Matches.Select(m => new
                {
                    m.File,
                    m.Matched,
                    m.How,
                    m.OnlyInFile,
                    m.OnlyInClinical,
                }),
                result.Report.Symbols,
                result.Report.Held,
                result.Report.Problems,
            }
        );

    /// <summary>What a cohort holds.</summary>
    public static string Of(CohortSummary summary) => JsonForm.Text(summary);

    /// <summary>The manifests of several cohorts.</summary>
    public static string Of(IReadOnlyList<CohortManifest> manifests) => JsonForm.Text(manifests);

    /// <summary>The files of a cohort that are not as they were written.</summary>
    public static string OfChanged(IReadOnlyList<string> files) => JsonForm.Text(new { Changed = files });
}
