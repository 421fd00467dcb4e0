using Refractor.Cohorts.Mapping;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Importing;

/// <summary>What an import gave.</summary>
/// <param name="Cohort">The cohort; null if an error stands in the way.</param>
/// <param name="Mapping">The mapping that was used, guesses included.</param>
/// <param name="Report">What was decided, left out and found wrong.</param>
public sealed record ImportResult(Cohort? Cohort, CohortMapping Mapping, ImportReport Report);

/// <summary>Makes a cohort from the files of a folder.</summary>
public static class CohortImporter
{
    /// <summary>Below this share of matched samples, names most likely do not belong together.</summary>
    public const double LeastMatched = 0.8;

    /// <summary>Reads the files that a mapping names, or that are found in the folder, and completes the mapping by guesses.</summary>
    /// <param name="name">Short name of the cohort.</param>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="mapping">What the user says of them; an empty mapping to guess everything.</param>
    /// <param name="leastMatched">
    /// The share of the samples of each file that must belong to a patient, 0 to 1; what lies below is an error.
    /// </param>
    /// <exception cref="DataFileException">A file cannot be read at all.</exception>
    /// <exception cref="IOException">A file cannot be opened.</exception>
    public static ImportResult Import(
        string name,
        string folder,
        CohortMapping mapping,
        double leastMatched = LeastMatched
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
        var data = new ClinicalImport(folder, log).Read(mapping.Clinical);
        mapping = new MappingGuesser(data, log).Complete(mapping);
        var cohort = Make(name, folder, mapping, data, log, leastMatched);
        return new ImportResult(log.HasErrors && cohort is null ? null : cohort, mapping, log.ToReport());
    }

    private static Cohort? Make(
        string name,
        string folder,
        CohortMapping mapping,
        ClinicalData data,
        ImportLog log,
        double leastMatched
    )
    {
        var words = new ClinicalWords(data, log);
        var treatments = Treatments(mapping, words);
        var outcomes = new OutcomeImport(data, words, log).Make(mapping.Outcomes);
        var variables = new VariableImport(data, words).Make(mapping);
        var layers = Layers(folder, mapping, data, log);
        var mutations = mapping.Mutations is { } file ? new MutationImport(folder, data, log).Read(file) : null;
        var poor = log.ToReport().Matches.Where(m => m.Share < leastMatched).ToList();
        foreach (var match in poor)
            log.Error(
                "samples",
                match.File,
                null,
                $"{match.Matched} of {match.Matched + match.OnlyInFile.Count} samples among the patients",
                $"at least {100 * leastMatched:F0} %; name the column of the sample names in the mapping, or allow fewer with --least-matched"
            );
        return data.Patients.Count == 0 || poor.Count > 0
            ? null
            : new Cohort(name, data.Patients, variables)
            {
                Title = mapping.Title ?? name,
                Setting = mapping.Setting,
                Samples = data.Samples,
                Treatments = treatments,
                Outcomes = outcomes,
                Layers = layers,
                Mutations = mutations,
            };
    }

    private static List<Treatment> Treatments(CohortMapping mapping, ClinicalWords words)
    {
        var treatments = new List<Treatment>();
        foreach (var (therapy, rule) in mapping.Treatments)
            if (Given(rule, words, $"treatments.{therapy}") is { } given)
                treatments.Add(new Treatment(therapy, given, rule.Randomised));
        return treatments;
    }

    private static bool?[]? Given(TreatmentRule rule, ClinicalWords words, string key) =>
        rule.All is { } all ? words.Everybody(all)
        : rule.Column is not { } name ? null
        : words.Column(name, key) is { } column ? words.Flags(column, Meaning.OfTreatment(rule), key)
        : null;

    private static List<MeasuredLayer> Layers(string folder, CohortMapping mapping, ClinicalData data, ImportLog log)
    {
        var reader = new LayerReader(folder, mapping.Clinical, log);
        var import = new LayerImport(data, log);
        var layers = new List<MeasuredLayer>();
        foreach (var file in mapping.Layers)
            if (
                reader.Read(file, n => data.SampleOf(n) >= 0 || data.PatientOf(n) >= 0) is { } table
                && import.Make(file, table) is { } layer
            )
                layers.Add(layer);
        return layers;
    }
}
