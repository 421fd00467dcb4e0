using System.Security.Cryptography;
using Refractor.Cohorts.Importing;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Storing;

/// <summary>
/// A cohort as a folder: <c>cohort.json</c> says what there is, with a digest of every file; clinical data, samples and mutations are
/// tables of plain text; measured numbers are arrays that are mapped into memory. docs/cohorts.md describes each file.
/// </summary>
public static class CohortFolder
{
    private const string Manifest = "cohort.json";

    /// <summary>Writes a cohort. The folder appears only when it is complete; one of the same name is replaced.</summary>
    /// <param name="folder">Where to write; its parent must exist.</param>
    /// <param name="cohort">The cohort.</param>
    /// <param name="sources">Folder of the files that were imported.</param>
    /// <param name="report">What became of them.</param>
    /// <param name="writer">Version of Refractor.</param>
    /// <param name="cancel">Stops between files and leaves nothing behind.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(
        string folder,
        Cohort cohort,
        string sources,
        ImportReport report,
        string writer,
        CancellationToken cancel = default
    )
    {
        var partial = $"{folder}.partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        try
        {
            File.WriteAllText(Path.Combine(partial, PatientTable.File), PatientTable.Write(cohort));
            MutationFiles.Write(partial, cohort);
            foreach (var layer in cohort.Layers)
            {
                cancel.ThrowIfCancellationRequested();
                LayerFiles.Write(partial, layer, cohort.Samples);
            }
            var manifest = Describe(cohort, sources, report, writer) with { Hashes = Hashes(partial) };
            File.WriteAllText(Path.Combine(partial, Manifest), manifest.ToJson());
            cancel.ThrowIfCancellationRequested();
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            Directory.Move(partial, folder);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    /// <summary>The manifest of a cohort folder.</summary>
    /// <exception cref="InvalidDataException">It is no manifest.</exception>
    /// <exception cref="IOException">There is none.</exception>
    public static CohortManifest ReadManifest(string folder)
    {
        var path = Path.Combine(folder, Manifest);
        return CohortManifest.Parse(File.ReadAllText(path), path);
    }

    /// <summary>Opens a cohort. Measured numbers are mapped, not read.</summary>
    /// <exception cref="InvalidDataException">A file is missing, cut off or changed in length.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static Cohort Read(string folder)
    {
        var manifest = ReadManifest(folder);
        var clinical = PatientTable.Read(manifest, Path.Combine(folder, PatientTable.File));
        var samples = MutationFiles.ReadSamples(folder, clinical.Patients, out var sequenced);
        var byName = samples.Select((s, i) => (s.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        Setting? setting = manifest.Setting is { } name && Terms.Settings.TryParse(name, out var known) ? known : null;
        return new Cohort(manifest.Name, clinical.Patients, clinical.Variables)
        {
            Title = manifest.Title,
            Digest = Hash(Path.Combine(folder, Manifest)),
            Setting = setting,
            Samples = samples,
            Treatments = clinical.Treatments,
            Outcomes = clinical.Outcomes,
            Layers = [.. manifest.Layers.Select(l => LayerFiles.Read(folder, l, byName))],
            Mutations = manifest.Mutations is { } mutations
                ? MutationFiles.Read(folder, mutations, byName, sequenced)
                : null,
        };
    }

    /// <summary>Compares every file with its digest.</summary>
    /// <returns>The names of files that are missing or differ.</returns>
    public static IReadOnlyList<string> Changed(string folder)
    {
        var manifest = ReadManifest(folder);
        var now = Hashes(folder);
        return [.. manifest.Hashes.Where(h => now.GetValueOrDefault(h.Key) != h.Value).Select(h => h.Key)];
    }

    private static CohortManifest Describe(Cohort cohort, string sources, ImportReport report, string writer) =>
        new()
        {
            Name = cohort.Name,
            Title = cohort.Title,
            Setting = cohort.Setting is { } setting ? Terms.Settings.NameOf(setting) : null,
            Writer = writer,
            Patients = cohort.Patients.Count,
            Samples = cohort.Samples.Count,
            Sources =
            [
                .. report.Files.Select(f => new SourceFile(
                    f.File,
                    Hash(Path.Combine(sources, f.File)),
                    f.What,
                    f.Loaded,
                    f.Held,
                    f.Rejected
                )),
            ],
            Variables = [.. cohort.Variables.Select(v => new StoredVariable(v.Name, v.Column, Kind(v)))],
            Treatments = [.. cohort.Treatments.Select(t => new StoredTreatment(t.Therapy, t.Randomised))],
            Outcomes = [.. cohort.Outcomes.Select(Describe)],
            Layers = [.. cohort.Layers.Select(LayerFiles.Describe)],
            Mutations = cohort.Mutations is { } m
                ? new StoredMutations(m.Mutations.Count, m.Profiled.Count(p => p), m.Panel?.Count)
                : null,
        };

    private static StoredOutcome Describe(Outcome outcome) =>
        outcome switch
        {
            ResponseOutcome response => new StoredOutcome(response.Endpoint, "response", response.Definition),
            SurvivalOutcome survival => new StoredOutcome(survival.Endpoint, "survival", survival.Origin),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome.GetType().Name, "No such outcome."),
        };

    private static string Kind(ClinicalVariable variable) =>
        variable switch
        {
            NumberVariable => "number",
            StatusVariable => "status",
            _ => "category",
        };

    private static SortedDictionary<string, string> Hashes(string folder) =>
        new(
            Directory
                .EnumerateFiles(folder)
                .Where(f => Path.GetFileName(f) != Manifest)
                .ToDictionary(f => Path.GetFileName(f)!, Hash, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    private static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
