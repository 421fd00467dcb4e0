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
    /// <param name="progress">Told how far it is; null for none.</param>
    /// <param name="cancel">Stops between features and leaves nothing behind.</param>
    /// <exception cref="IOException">The folder cannot be written, or is there and holds no cohort.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static void Write(
        string folder,
        Cohort cohort,
        string sources,
        ImportReport report,
        string writer,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        if (Directory.Exists(folder) && !File.Exists(Path.Combine(folder, Manifest)))
            throw new IOException($"{folder} is a folder and no cohort; it is left as it is. Choose another name.");
        var partial = $"{folder}.partial";
        if (Directory.Exists(partial))
            Directory.Delete(partial, recursive: true);
        Directory.CreateDirectory(partial);
        try
        {
            File.WriteAllText(Path.Combine(partial, PatientTable.File), PatientTable.Write(cohort));
            MutationFiles.Write(partial, cohort);
            foreach (var layer in cohort.Layers)
                LayerFiles.Write(partial, layer, cohort.Samples, progress, cancel);
            cancel.ThrowIfCancellationRequested();
            var manifest = WithDigests(Describe(cohort, writer), report, sources, partial);
            File.WriteAllText(Path.Combine(partial, Manifest), manifest.ToJson());
            progress?.Report(new StepProgress("digests of all files", 1, 1, "files"));
            cancel.ThrowIfCancellationRequested();
            Replace(folder, partial);
        }
        catch
        {
            Directory.Delete(partial, recursive: true);
            throw;
        }
    }

    /// <summary>Puts a complete folder in the place of another one, which is gone only when the new one stands there.</summary>
    private static void Replace(string folder, string complete)
    {
        var old = $"{folder}.old";
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
        if (Directory.Exists(folder))
            Directory.Move(folder, old);
        Directory.Move(complete, folder);
        if (Directory.Exists(old))
            Directory.Delete(old, recursive: true);
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
    /// <exception cref="InvalidDataException">A file is missing, cut off or changed.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static Cohort Read(string folder)
    {
        var manifest = ReadManifest(folder);
        try
        {
            return Read(folder, manifest);
        }
        // A table that was changed by hand names patients or samples that are not there, or has other columns.
        catch (Exception fault)
            when (fault is ArgumentException or FormatException or KeyNotFoundException or IndexOutOfRangeException)
        {
            throw new InvalidDataException(
                $"{folder}: the tables do not fit together ({fault.Message}). 'refractor cohort check' names the files that were changed; import the cohort again.",
                fault
            );
        }
    }

    private static Cohort Read(string folder, CohortManifest manifest)
    {
        var clinical = PatientTable.Read(manifest, Path.Combine(folder, PatientTable.File));
        var samples = MutationFiles.ReadSamples(folder, clinical.Patients, out var panels);
        if (clinical.Patients.Count != manifest.Patients || samples.Count != manifest.Samples)
            throw new InvalidDataException(
                $"{folder}: found {clinical.Patients.Count} patients and {samples.Count} samples; expected {manifest.Patients} and {manifest.Samples}. Import the cohort again."
            );
        var byName = samples.Select((s, i) => (s.Id, i)).ToDictionary(x => x.Id, x => x.i, StringComparer.Ordinal);
        Setting? setting = manifest.Setting is { } name && Terms.Settings.TryParse(name, out var known) ? known : null;
        return new Cohort(manifest.Name, clinical.Patients, clinical.Variables)
        {
            Title = manifest.Title,
            Digest = FileDigest.Of(Path.Combine(folder, Manifest)),
            Setting = setting,
            Samples = samples,
            Treatments = clinical.Treatments,
            Outcomes = clinical.Outcomes,
            Layers = [.. manifest.Layers.Select(l => LayerFiles.Read(folder, l, byName))],
            Mutations = manifest.Mutations is { } mutations
                ? MutationFiles.Read(folder, mutations, byName, panels)
                : null,
        };
    }

    /// <summary>Compares every file with its digest.</summary>
    /// <returns>The names of files that are missing or differ.</returns>
    public static IReadOnlyList<string> Changed(string folder)
    {
        var manifest = ReadManifest(folder);
        var names = manifest.Hashes.Keys.Where(name => File.Exists(Path.Combine(folder, name))).ToList();
        var digests = FileDigest.Of([.. names.Select(name => Path.Combine(folder, name))]);
        var now = names.Zip(digests).ToDictionary(x => x.First, x => x.Second, StringComparer.Ordinal);
        return [.. manifest.Hashes.Where(h => now.GetValueOrDefault(h.Key) != h.Value).Select(h => h.Key)];
    }

    /// <summary>A manifest with the digests of the files that were read and of those that were written.</summary>
    private static CohortManifest WithDigests(
        CohortManifest manifest,
        ImportReport report,
        string sources,
        string partial
    )
    {
        string[] read =
        [
            .. report
                .Files.Select(f => f.File)
                .Distinct(StringComparer.Ordinal)
                .Where(f => report.Digests?.Holds(f) != true),
        ];
        string[] written = [.. Directory.EnumerateFiles(partial)];
        var digests = FileDigest.Of([.. read.Select(f => Path.Combine(sources, f)), .. written]);
        var ofSources = read.Zip(digests).ToDictionary(d => d.First, d => d.Second, StringComparer.Ordinal);
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < written.Length; i++)
            hashes.Add(Path.GetFileName(written[i]), digests[read.Length + i]);
        return manifest with
        {
            Sources =
            [
                .. report.Files.Select(f => new SourceFile(
                    f.File,
                    ofSources.GetValueOrDefault(f.File) ?? report.Digests!.Of(f.File),
                    f.What,
                    f.Loaded,
                    f.Held,
                    f.Rejected
                )),
            ],
            Hashes = hashes,
        };
    }

    private static CohortManifest Describe(Cohort cohort, string writer) =>
        new()
        {
            Name = cohort.Name,
            Title = cohort.Title,
            Setting = cohort.Setting is { } setting ? Terms.Settings.NameOf(setting) : null,
            Writer = writer,
            Patients = cohort.Patients.Count,
            Samples = cohort.Samples.Count,
            Variables = [.. cohort.Variables.Select(v => new StoredVariable(v.Name, v.Column, Kind(v)))],
            Treatments = [.. cohort.Treatments.Select(t => new StoredTreatment(t.Therapy, t.Randomised))],
            Outcomes = [.. cohort.Outcomes.Select(Describe)],
            Layers = [.. cohort.Layers.Select(LayerFiles.Describe)],
            Mutations = cohort.Mutations is { } m ? MutationFiles.Describe(m) : null,
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
}
