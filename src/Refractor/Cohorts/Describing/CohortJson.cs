using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Describing;

/// <summary>Cohorts and imports as JSON, for programs.</summary>
public static class CohortJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What an import decided, left out and found wrong.</summary>
    public static string Of(ImportResult result) =>
        Text(
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
                result.Report.Held,
                result.Report.Problems,
            }
        );

    /// <summary>What a cohort holds.</summary>
    public static string Of(CohortSummary summary) => Text(summary);

    /// <summary>The manifests of several cohorts.</summary>
    public static string Of(IReadOnlyList<CohortManifest> manifests) => Text(manifests);

    /// <summary>The files of a cohort that are not as they were written.</summary>
    public static string OfChanged(IReadOnlyList<string> files) => Text(new { Changed = files });

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Form) + "\n";
}
