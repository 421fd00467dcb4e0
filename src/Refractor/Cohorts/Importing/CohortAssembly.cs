using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Symbols;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Importing;

/// <summary>Puts a cohort together from its clinical data and the other files that a mapping names.</summary>
internal sealed class CohortAssembly(
    string folder,
    CohortMapping mapping,
    ClinicalData data,
    Lexicon lexicon,
    ImportLog log,
    IProgress<StepProgress>? progress,
    CancellationToken cancel
)
{
    /// <summary>The cohort; null, with a problem, if there is no patient or too few samples belong to one.</summary>
    public Cohort? Make(string name, ImportOptions options)
    {
        var words = new ClinicalWords(data, log);
        var records = new RecordImport(folder, data, log).Read(mapping.Records);
        var treatments = new TreatmentImport(data, words, records, lexicon, log).Make(mapping.Treatments);
        var outcomes = new OutcomeImport(data, words, records, log).Make(mapping.Outcomes);
        var variables = new VariableImport(data, words).Make(mapping);
        var genes = new GeneNames(Symbols(options), mapping.Renamed, log);
        var layers = Layers(genes);
        var mutations = mapping.Mutations is { } file ? new MutationImport(folder, data, genes, log).Read(file) : null;
        return IsUsable(options.LeastMatched)
            ? new Cohort(name, data.Patients, variables)
            {
                Title = mapping.Title ?? name,
                Setting = mapping.Setting,
                Samples = data.Samples,
                Treatments = treatments,
                Outcomes = outcomes,
                Layers = layers,
                Mutations = mutations,
            }
            : null;
    }

    private SymbolTable? Symbols(ImportOptions options)
    {
        var file = options.Symbols ?? (mapping.Symbols is { } named ? Path.Combine(folder, named) : null);
        return file is null ? null : SymbolTableReader.Read(file);
    }

    private bool IsUsable(double leastMatched)
    {
        var poor = log.ToReport().Matches.Where(m => m.Share < leastMatched).ToList();
        foreach (var match in poor)
            log.Error(
                "samples",
                match.File,
                null,
                $"{match.Matched} of {match.Matched + match.OnlyInFile.Count} samples among the patients",
                $"at least {100 * leastMatched:F0} %; name the column of the sample names in the mapping, or allow fewer with --least-matched"
            );
        if (data.Patients.Count == 0 && !log.HasErrors)
            log.Error(
                "clinical",
                string.Join(", ", mapping.Clinical.Select(c => c.File)),
                null,
                "no patient",
                "rows below the header, one for each patient or sample"
            );
        return data.Patients.Count > 0 && poor.Count == 0;
    }

    private List<MeasuredLayer> Layers(GeneNames genes)
    {
        var reader = new LayerReader(folder, mapping.Clinical, log, progress);
        var import = new LayerImport(folder, data, genes, log);
        var layers = new List<MeasuredLayer>();
        foreach (var file in mapping.Layers)
        {
            cancel.ThrowIfCancellationRequested();
            if (
                reader.Read(file, n => data.SampleOf(n) >= 0 || data.PatientOf(n) >= 0) is { } table
                && import.Make(file, table) is { } layer
            )
                layers.Add(layer);
        }
        return layers;
    }
}
