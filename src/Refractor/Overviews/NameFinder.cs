using Refractor.Answers.Reading;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>Finds what a name stands for: controlled names, labels, aliases and brand names, in any spelling variant.</summary>
public sealed class NameFinder
{
    private const int LongestName = 80;
    private const int NearestShown = 4;
    private readonly Lexicon _lexicon;

    /// <summary>Looks names up in the vocabulary of a pack.</summary>
    public NameFinder(KnowledgePack pack)
    {
        _lexicon = pack.Lexicon;
    }

    /// <summary>The feature of that name; null when there is none.</summary>
    public Feature? Feature(string name) =>
        _lexicon.FindFeature(name) ?? First(_lexicon.Features, name, f => f.CommonName is null ? [] : [f.CommonName]);

    /// <summary>The group of features of that name; null when there is none.</summary>
    public FeatureGroup? Group(string name) => First(_lexicon.Entries.Groups, name, g => [g.Name, .. g.Aliases]);

    /// <summary>The therapy of that name, synonym or brand name; null when there is none.</summary>
    public Therapy? Therapy(string name) => First(_lexicon.Therapies, name, NamesOf);

    /// <summary>The regimen of that acronym; null when there is none.</summary>
    public Regimen? Regimen(string name) => First(_lexicon.Entries.Regimens, name, r => [r.Name, .. r.Aliases]);

    /// <summary>The subtype of that name; null when there is none.</summary>
    public Subtype? Subtype(string name) => First(_lexicon.Subtypes, name, NamesOf);

    /// <summary>The setting of that name; null when there is none.</summary>
    public Setting? Setting(string name) =>
        First(_lexicon.Entries.Settings, name, NamesOf) is { } term
        && Terms.Settings.TryParse(term.Name, out var setting)
            ? setting
            : null;

    /// <summary>The level of that name; null when there is none.</summary>
    public Level? Level(string name) =>
        First(_lexicon.Entries.Levels, name, NamesOf) is { } term && Terms.Levels.TryParse(term.Name, out var level)
            ? level
            : null;

    /// <summary>Canonical names of features whose names come nearest; empty when none is near.</summary>
    public IReadOnlyList<string> NearestFeatures(string name) =>
        Nearest(name, _lexicon.Features, f => [f.Name, .. f.Aliases], f => f.Name);

    /// <summary>Labels of therapies whose names come nearest; empty when none is near.</summary>
    public IReadOnlyList<string> NearestTherapies(string name) =>
        Nearest(name, _lexicon.Therapies, NamesOf, t => t.Label);

    private static IEnumerable<string> NamesOf(Therapy therapy) => [therapy.Name, therapy.Label, .. therapy.Aliases];

    private static IEnumerable<string> NamesOf(Subtype subtype) => [subtype.Name, subtype.Label, .. subtype.Aliases];

    private static IEnumerable<string> NamesOf(ControlledTerm term) => [term.Name, term.Label, .. term.Aliases];

    private static T? First<T>(IEnumerable<T> entries, string name, Func<T, IEnumerable<string>> names)
        where T : class
    {
        if (name.Length > LongestName || NameKey.Of(name) is not { Length: > 0 } key)
            return null;
        return entries.FirstOrDefault(e => names(e).Any(n => NameKey.Of(n) == key));
    }

    private static IReadOnlyList<string> Nearest<T>(
        string name,
        IEnumerable<T> entries,
        Func<T, IEnumerable<string>> names,
        Func<T, string> print
    )
    {
        if (name.Length > LongestName || NameKey.Of(name) is not { Length: > 1 } key)
            return [];
        var words = NameKey.Words(name).Select(w => w.Key).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. entries
                .Select(e => (Entry: print(e), Distance: names(e).Min(n => Distance(key, words, NameKey.Of(n)))))
                .Where(x => x.Distance <= Math.Max(1, Math.Min(3, key.Length / 3)))
                .OrderBy(x => x.Distance)
                .ThenBy(x => x.Entry, StringComparer.Ordinal)
                .Select(x => x.Entry)
                .Distinct()
                .Take(NearestShown),
        ];
    }

    /// <summary>Damerau-Levenshtein; a name that is one of the words, or that begins with the whole input, counts as one step away.</summary>
    private static int Distance(string key, HashSet<string> words, string candidate)
    {
        if (candidate.Length == 0 || candidate.Length > LongestName)
            return int.MaxValue;
        if (words.Contains(candidate) || (key.Length > 2 && candidate.StartsWith(key, StringComparison.Ordinal)))
            return 1;
        return SpellingCorrector.Distance(key, candidate, limit: 4);
    }
}
