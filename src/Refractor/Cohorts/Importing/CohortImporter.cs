using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Importing;

/// <summary>What an import gave.</summary>
/// <param name="Cohort">The cohort; null if an error stands in the way.</param>
/// <param name="Mapping">The mapping that was used, guesses included.</param>
/// <param name="Report">What was decided, left out and found wrong.</param>
public sealed record ImportResult(Cohort? Cohort, CohortMapping Mapping, ImportReport Report);

/// <summary>How files are imported, beside what the mapping says of them.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// The share of the samples of each file that must belong to a patient, 0 to 1; what lies below is an error. Default 0.8: below it, names
    /// most likely do not belong together.
    /// </summary>
    public double LeastMatched { get; init; } = 0.8;

    /// <summary>File of gene symbols; null for the one that the mapping names, if it names one.</summary>
    public string? Symbols { get; init; }

    /// <summary>Whether the cohort will be stored: then the digests of its files are taken while they are read.</summary>
    public bool WillBeStored { get; init; }
}

/// <summary>Makes a cohort from the files of a folder.</summary>
public static class CohortImporter
{
    /// <summary>Reads the files that a mapping names, or that are found in the folder, and completes the mapping by guesses.</summary>
    /// <param name="name">Short name of the cohort.</param>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="mapping">What the user says of them; an empty mapping to guess everything.</param>
    /// <param name="lexicon">Names of drugs and therapies.</param>
    /// <param name="options">How to import; null for the defaults.</param>
    /// <param name="progress">Told how far it is; null for none.</param>
    /// <param name="cancel">Stops between files.</param>
    /// <exception cref="DataFileException">A file cannot be read at all.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ImportResult Import(
        string name,
        string folder,
        CohortMapping mapping,
        Lexicon lexicon,
        ImportOptions? options = null,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var log = new ImportLog();
        mapping = new SourceScan(folder, log).Complete(mapping);
        if (mapping.Clinical.Count == 0)
        {
            log.Error(
                "clinical",
                folder,
                null,
                "no table of patients",
                "a clinical file in the folder, or named in the mapping under 'clinical'"
            );
            return new ImportResult(null, mapping, log.ToReport());
        }
        var digests = options is { WillBeStored: true }
            ? SourceDigests.Begin(folder, mapping.Layers.Select(l => l.File))
            : null;
        var data = new ClinicalImport(folder, log).Read(mapping.Clinical);
        mapping = new MappingGuesser(data, log).Complete(mapping);
        var assembly = new CohortAssembly(folder, mapping, data, lexicon, log, progress, cancel);
        var cohort = assembly.Make(name, options ?? new ImportOptions());
        cancel.ThrowIfCancellationRequested();
        return new ImportResult(cohort, mapping, log.ToReport() with { Digests = digests });
    }
}
