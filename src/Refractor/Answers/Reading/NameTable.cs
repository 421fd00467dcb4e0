using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>What a name in a text can stand for.</summary>
internal enum NameKind
{
    Subtype,
    Feature,
    Group,
    Therapy,
    Regimen,
    Setting,
    Endpoint,
    Level,
    FeatureType,
    OtherDisease,
    Trial,
    Cue,
}

/// <summary>A name with what it stands for.</summary>
internal sealed record NameEntry(NameKind Kind, object Value, string Text, string? Effect = null);

/// <summary>All names of the vocabulary and the cue words of questions, by key; finds the longest name at a place of a text.</summary>
internal sealed class NameTable
{
    private const int LongestName = 9;
    private readonly Dictionary<string, List<NameEntry>> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<string> _singleWords = new(StringComparer.Ordinal);
    private readonly HashSet<string> _correctable = new(StringComparer.Ordinal);

    public NameTable(KnowledgePack pack)
    {
        var entries = pack.Lexicon.Entries;
        foreach (var feature in entries.Features)
            AddAll(NameKind.Feature, feature, feature.Aliases.Prepend(feature.Name));
        foreach (var feature in entries.Features.Where(f => f.Type == FeatureType.Gene && f.CommonName is not null))
            AddAll(NameKind.Feature, feature, [feature.CommonName!]);
        foreach (var group in entries.Groups)
            AddAll(NameKind.Group, group, group.Aliases.Prepend(group.Name));
        foreach (var therapy in entries.Therapies)
            AddTherapy(therapy);
        foreach (var regimen in entries.Regimens)
            AddAll(NameKind.Regimen, regimen, regimen.Aliases.Prepend(regimen.Name));
        foreach (var subtype in entries.Subtypes.Where(s => s.Name != "any"))
            AddAll(NameKind.Subtype, subtype, [subtype.Name, subtype.Label, .. subtype.Aliases]);
        AddTerms(NameKind.Setting, entries.Settings.Where(s => s.Name != "any"));
        AddTerms(NameKind.Endpoint, entries.Endpoints.Where(s => s.Name != "other"));
        AddTerms(NameKind.Level, entries.Levels);
        AddTerms(NameKind.FeatureType, entries.FeatureTypes);
        foreach (var disease in entries.OtherDiseases)
            AddAll(NameKind.OtherDisease, disease, disease.Aliases.Prepend(disease.Name));
        foreach (var trial in pack.Papers.SelectMany(p => p.TrialIds).Distinct(StringComparer.Ordinal))
            AddAll(NameKind.Trial, trial, [trial, .. trial.Split(' ').Skip(1).Where(t => t.Length > 3)]);
        foreach (var (cue, texts) in Cues.All)
            AddAll(NameKind.Cue, cue, texts);
    }

    /// <summary>All words of which names are made.</summary>
    public IReadOnlySet<string> SingleWords => _singleWords;

    /// <summary>Words into which a misspelt one may be corrected: those of therapies, populations, levels and the main cues, not of gene names.</summary>
    public IReadOnlyCollection<string> Correctable => _correctable;

    /// <summary>The longest name that begins at a word; the number of words it takes, 0 when there is none.</summary>
    public int Longest(IReadOnlyList<Word> words, int at, out IReadOnlyList<NameEntry> entries)
    {
        var joined = new string[Math.Min(LongestName, words.Count - at)];
        for (var n = 0; n < joined.Length; n++)
            joined[n] = n == 0 ? words[at].Key : joined[n - 1] + words[at + n].Key;
        for (var n = joined.Length; n > 0; n--)
        {
            if (Find(joined[n - 1]) is { } found)
            {
                entries = found;
                return n;
            }
        }
        entries = [];
        return 0;
    }

    /// <summary>Entries of a key, also when it is a plural of one.</summary>
    public IReadOnlyList<NameEntry>? Find(string key)
    {
        if (_entries.TryGetValue(key, out var found))
            return found;
        if (key.Length > 3 && key[^1] == 's' && key[^2] != 's')
        {
            if (_entries.TryGetValue(key[..^1], out found))
                return found;
            if (
                key.EndsWith("ies", StringComparison.Ordinal)
                && _entries.TryGetValue(string.Concat(key.AsSpan(0, key.Length - 3), "y"), out found)
            )
                return found;
            if (key.EndsWith("es", StringComparison.Ordinal) && _entries.TryGetValue(key[..^2], out found))
                return found;
        }
        return null;
    }

    private void AddTherapy(Therapy therapy)
    {
        AddAll(NameKind.Therapy, therapy, [therapy.Name, therapy.Label, .. therapy.Aliases]);
        foreach (var word in therapy.ResistanceWords)
            Add(new NameEntry(NameKind.Therapy, therapy, word, "resistance"));
        foreach (var word in therapy.SensitivityWords)
            Add(new NameEntry(NameKind.Therapy, therapy, word, "sensitivity"));
    }

    private void AddTerms(NameKind kind, IEnumerable<ControlledTerm> terms)
    {
        foreach (var term in terms)
            AddAll(kind, term, [term.Name, term.Label, .. term.Aliases]);
    }

    private void AddAll(NameKind kind, object value, IEnumerable<string> texts)
    {
        foreach (var text in texts)
            Add(new NameEntry(kind, value, text));
    }

    private void Add(NameEntry entry)
    {
        var words = NameKey.Words(entry.Text);
        var key = string.Concat(words.Select(w => w.Key));
        if (key.Length == 0)
            return;
        if (!_entries.TryGetValue(key, out var list))
            _entries.Add(key, list = []);
        if (!list.Exists(e => e.Kind == entry.Kind && ReferenceEquals(e.Value, entry.Value)))
            list.Add(entry);
        foreach (var word in words)
        {
            _singleWords.Add(word.Key);
            if (IsCorrectable(entry))
                _correctable.Add(word.Key);
        }
    }

    private static bool IsCorrectable(NameEntry entry) =>
        entry.Kind switch
        {
            NameKind.Therapy or NameKind.Subtype or NameKind.Setting or NameKind.Level or NameKind.FeatureType => true,
            NameKind.Feature => ((Feature)entry.Value).Type
                is FeatureType.CellType
                    or FeatureType.Pathway
                    or FeatureType.Signature,
            NameKind.Cue => (Cue)entry.Value
                is Cue.Breast
                    or Cue.Resistance
                    or Cue.Sensitivity
                    or Cue.Biomarker
                    or Cue.Cross
                    or Cue.Mutated
                    or Cue.Gain,
            _ => false,
        };
}
