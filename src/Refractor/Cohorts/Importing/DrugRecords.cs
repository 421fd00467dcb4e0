using Refractor.Vocabulary;

namespace Refractor.Cohorts.Importing;

/// <summary>The drugs of a table of records, patient by patient, with what the vocabulary does not know.</summary>
internal sealed class DrugRecords
{
    private readonly Lexicon _lexicon;
    private readonly HashSet<Therapy>[] _given;
    private readonly bool[] _hasUnknown;

    /// <summary>Reads the drugs of all rows and reports names that are not known or misspelt.</summary>
    public DrugRecords(PatientRecords records, int patients, Lexicon lexicon, DrugNames names, ImportLog log)
    {
        _lexicon = lexicon;
        _given = [.. Enumerable.Range(0, patients).Select(_ => new HashSet<Therapy>())];
        _hasUnknown = new bool[patients];
        var noTherapy = records.Rule.NoTherapy.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (unknown, misspelt) = (new List<string>(), new List<string>());
        foreach (var (patient, values) in records.Select(records.Rule.Drug, records.Rule.OtherwiseDrug))
        {
            if (values.OfType<string>().Any(noTherapy.Contains))
                continue;
            var reading = values[0] is { } name ? names.Read(name) : null;
            _given[patient].UnionWith(reading?.Therapies ?? []);
            misspelt.AddRange(reading?.Misspelt ?? []);
            if (reading?.Unknown.Count is 0)
                continue;
            var kind = values[1] is { } word ? names.Read(word) : null;
            _given[patient].UnionWith(kind?.Therapies ?? []);
            _hasUnknown[patient] |= kind is null || kind.Unknown.Count > 0 || kind.Therapies.Count == 0;
            unknown.AddRange(reading?.Unknown ?? ["(no name)"]);
        }
        var file = $"records.{records.Name}";
        log.Hold(file, "names of drugs that differ from a known one by a letter", Counted(misspelt));
        log.Hold(
            file,
            "names of drugs that the vocabulary does not know; their kind is taken from the column of kinds, if there is one, else not known",
            Counted(unknown)
        );
    }

    /// <summary>Whether a patient was given a drug of a therapy, as far as rows say.</summary>
    public bool WasGiven(int patient, Therapy therapy) => _given[patient].Any(g => _lexicon.IsWithin(g, therapy));

    /// <summary>
    /// Whether rows leave open if a patient was given a therapy: a name that is not known, or a class above it, as when "chemotherapy" may
    /// have been a taxane.
    /// </summary>
    public bool LeavesOpen(int patient, Therapy therapy) =>
        _hasUnknown[patient] || _given[patient].Any(g => g != therapy && _lexicon.IsWithin(therapy, g));

    private static IReadOnlyList<string> Counted(IEnumerable<string> names) =>
        [
            .. names
                .CountBy(n => n, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(n => n.Value)
                .ThenBy(n => n.Key, StringComparer.OrdinalIgnoreCase)
                .Select(n => FormattableString.Invariant($"{n.Key} ({n.Value})")),
        ];
}
