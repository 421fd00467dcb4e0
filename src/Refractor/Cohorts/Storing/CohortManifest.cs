using System.Text.Json;
using System.Text.Json.Serialization;

namespace Refractor.Cohorts.Storing;

/// <summary>What a cohort folder holds: the file <c>cohort.json</c>.</summary>
public sealed record CohortManifest
{
    /// <summary>Version of the layout of the folder.</summary>
    public const int CurrentFormat = 1;

    private static readonly JsonSerializerOptions Form = new(JsonForm.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>Version of the layout.</summary>
    public int Format { get; init; } = CurrentFormat;

    /// <summary>Short name.</summary>
    public required string Name { get; init; }

    /// <summary>Title for reports.</summary>
    public required string Title { get; init; }

    /// <summary>When the patients were treated; null if not told.</summary>
    public string? Setting { get; init; }

    /// <summary>Version of Refractor that wrote the folder.</summary>
    public required string Writer { get; init; }

    /// <summary>Number of patients.</summary>
    public required int Patients { get; init; }

    /// <summary>Number of samples.</summary>
    public required int Samples { get; init; }

    /// <summary>The files that were imported.</summary>
    public IReadOnlyList<SourceFile> Sources { get; init; } = [];

    /// <summary>Clinical variables, in the order of the columns of <c>patients.tsv</c>.</summary>
    public IReadOnlyList<StoredVariable> Variables { get; init; } = [];

    /// <summary>Therapies.</summary>
    public IReadOnlyList<StoredTreatment> Treatments { get; init; } = [];

    /// <summary>Outcomes.</summary>
    public IReadOnlyList<StoredOutcome> Outcomes { get; init; } = [];

    /// <summary>Layers of measured numbers.</summary>
    public IReadOnlyList<StoredLayer> Layers { get; init; } = [];

    /// <summary>Mutations; null if none were looked for.</summary>
    public StoredMutations? Mutations { get; init; }

    /// <summary>SHA-256 of every other file of the folder.</summary>
    public IReadOnlyDictionary<string, string> Hashes { get; init; } = new SortedDictionary<string, string>();

    /// <summary>The manifest as JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Form) + "\n";

    /// <summary>Reads a manifest.</summary>
    /// <param name="json">The text of <c>cohort.json</c>.</param>
    /// <param name="file">Name of the file in messages.</param>
    /// <exception cref="InvalidDataException">It is no manifest, or of another format.</exception>
    public static CohortManifest Parse(string json, string file)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<CohortManifest>(json, Form);
            if (manifest?.Format == CurrentFormat)
                return manifest;
            throw new InvalidDataException(
                $"{file}: found format {manifest?.Format}; expected {CurrentFormat}. Import the cohort again with this version."
            );
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException(
                $"{file}: found no cohort manifest ({fault.Message}); import the cohort again.",
                fault
            );
        }
    }
}

/// <summary>A file that was imported.</summary>
/// <param name="File">Name.</param>
/// <param name="Sha256">Digest of its bytes.</param>
/// <param name="What">What it was read as.</param>
/// <param name="Loaded">Rows in the cohort.</param>
/// <param name="Held">Rows left out for a reason that is no fault.</param>
/// <param name="Rejected">Rows that could not be read.</param>
public sealed record SourceFile(string File, string Sha256, string What, int Loaded, int Held, int Rejected);

/// <summary>A column of <c>patients.tsv</c>.</summary>
/// <param name="Name">Name of the variable: a role or a column.</param>
/// <param name="Column">Column of the source.</param>
/// <param name="Kind">number, status or category.</param>
public sealed record StoredVariable(string Name, string Column, string Kind);

/// <summary>A therapy; column <c>treatment:THERAPY</c> of <c>patients.tsv</c>.</summary>
/// <param name="Therapy">Name.</param>
/// <param name="Randomised">Whether chance decided.</param>
public sealed record StoredTreatment(string Therapy, bool Randomised);

/// <summary>An outcome; columns <c>outcome:ENDPOINT</c> or <c>:months</c> and <c>:event</c> of <c>patients.tsv</c>.</summary>
/// <param name="Endpoint">Endpoint.</param>
/// <param name="Kind">survival or response.</param>
/// <param name="Definition">Origin of time, or what counts as response; null if not told.</param>
public sealed record StoredOutcome(string Endpoint, string Kind, string? Definition);

/// <summary>A layer; files <c>NAME.features.tsv</c>, <c>NAME.samples.tsv</c>, <c>NAME.f32</c> and its order.</summary>
/// <param name="Name">Name.</param>
/// <param name="Level">Level of the evidence schema.</param>
/// <param name="Scale">Scale.</param>
/// <param name="Features">f.</param>
/// <param name="Samples">n.</param>
public sealed record StoredLayer(string Name, string Level, string Scale, int Features, int Samples);

/// <summary>Mutations; files <c>mutations.tsv</c> and, for panels whose genes are listed, <c>panel.tsv</c>.</summary>
/// <param name="Count">Number of mutations.</param>
/// <param name="Profiled">Samples that were sequenced.</param>
/// <param name="PanelGenes">Genes of the one panel of a folder whose panels have no names; null otherwise.</param>
/// <param name="Panels">The panels; null in such a folder.</param>
public sealed record StoredMutations(
    int Count,
    int Profiled,
    int? PanelGenes = null,
    IReadOnlyList<StoredPanel>? Panels = null
);

/// <summary>A panel of genes; column <c>panel</c> of <c>samples.tsv</c>.</summary>
/// <param name="Name">Name.</param>
/// <param name="Scope">all_genes, listed or not_listed.</param>
public sealed record StoredPanel(string Name, string Scope);
