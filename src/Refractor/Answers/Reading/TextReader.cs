using Refractor.Vocabulary;

namespace Refractor.Answers.Reading;

/// <summary>Finds the names of the vocabulary and the cue words in a text, misspelt ones included.</summary>
internal sealed class TextReader
{
    private static readonly string[] DrugEndings =
    [
        "mab",
        "nib",
        "tecan",
        "ciclib",
        "parib",
        "platin",
        "taxel",
        "rubicin",
        "lisib",
        "sertib",
        "limus",
        "strant",
        "vedotin",
        "tansine",
        "tabine",
        "statin",
        "formin",
        "trozole",
        "oxifene",
        "parin",
        "cycline",
        "zolamide",
        "bicin",
        "mustine",
        "destrant",
    ];

    private static readonly string[] RnaPrefixes = ["mir", "hsamir", "microrna", "linc", "circ", "lncrna"];
    private readonly NameTable _names;
    private readonly Lazy<SpellingCorrector> _corrector;
    private readonly bool _asTyped;

    /// <param name="names">The names to find.</param>
    /// <param name="asTyped">Takes words as they are typed, without looking for nearer ones: for long texts, which are not typed in haste.</param>
    public TextReader(NameTable names, bool asTyped = false)
    {
        _names = names;
        _asTyped = asTyped;
        _corrector = new Lazy<SpellingCorrector>(() => new SpellingCorrector(names.Correctable));
    }

    public TextReading Read(string text)
    {
        var words = NameKey.Words(text).ToArray();
        var mentions = new List<Mention>();
        var unknown = new List<UnknownTerm>();
        var corrections = new List<Correction>();
        var shouting = text.Count(char.IsUpper) > text.Count(char.IsLower);
        for (var at = 0; at < words.Length; )
        {
            var taken = _names.Longest(words, at, out var entries);
            entries = CaseSensitiveNames.Filter(
                entries,
                text[words[at].Start..words[at + Math.Max(taken, 1) - 1].End],
                shouting
            );
            taken = entries.Count == 0 ? 0 : taken;
            if (taken == 0 && Continuation(text, words, at, mentions) is { } continued)
                (taken, entries) = (1, continued);
            if (taken == 0 && !_asTyped && Corrected(text, words, at) is { } better)
            {
                corrections.Add(new Correction(text[words[at].Start..words[at].End], better, null));
                words[at] = words[at] with { Key = better };
                taken = _names.Longest(words, at, out entries);
            }
            foreach (var entry in entries)
                mentions.Add(new Mention(entry, at, taken));
            if (taken == 0 || IsBareRnaPrefix(words, at, taken))
                taken = Unknown(text, words, at, shouting, unknown);
            at += taken;
        }
        CoordinatedTherapies.Complete(words, mentions, _names);
        return new TextReading(words, mentions, unknown, corrections);
    }

    /// <summary>The second number of "miR-221/222" or "BRCA1/2".</summary>
    private IReadOnlyList<NameEntry>? Continuation(string text, Word[] words, int at, List<Mention> mentions)
    {
        var word = words[at];
        if (mentions.Count == 0 || word.Start == 0 || text[word.Start - 1] is not '/' || !word.Key.All(char.IsDigit))
            return null;
        var last = mentions[^1];
        if (last.End != at || last.Entry.Value is not Feature feature)
            return null;
        var key = NameKey.Of(feature.Name);
        return _names.Find(key.TrimEnd("0123456789".ToCharArray()) + word.Key);
    }

    private string? Corrected(string text, Word[] words, int at)
    {
        var word = words[at];
        if (
            StopWords.Contains(word.Key)
            || _names.SingleWords.Contains(word.Key)
            || LooksLikeEntity(text[word.Start..word.End], shouting: false)
        )
            return null;
        return _corrector.Value.Nearest(word.Key);
    }

    private static bool IsBareRnaPrefix(Word[] words, int at, int taken) =>
        taken == 1
        && words[at].Key is "mir" or "microrna" or "mirna" or "hsa" or "linc" or "circ"
        && at + 1 < words.Length
        && words[at + 1].Start == words[at].End + 1
        && char.IsDigit(words[at + 1].Key[0]);

    /// <summary>Records the unknown name that begins at a word, taking along what is attached to it; returns the words taken.</summary>
    private int Unknown(string text, Word[] words, int at, bool shouting, List<UnknownTerm> unknown)
    {
        var last = at;
        while (
            last + 1 < words.Length
            && Attached(text, words[last], words[last + 1])
            && _names.Longest(words, last + 1, out _) == 0
        )
            last++;
        var typed = text[words[at].Start..words[last].End];
        var key = string.Concat(words[at..(last + 1)].Select(w => w.Key));
        if (
            key.Length < 2
            || (last == at && (StopWords.Contains(key) || _names.SingleWords.Contains(key)))
            || key.All(char.IsDigit)
        )
            return 1;
        var isEntity = LooksLikeEntity(typed, shouting);
        if (isEntity || key.Length >= 5)
            unknown.Add(new UnknownTerm(typed, _asTyped ? null : NearestName(key), isEntity));
        return last - at + 1;
    }

    private static bool Attached(string text, Word a, Word b) =>
        b.Start == a.End || (b.Start == a.End + 1 && text[a.End] is '-' or '–' or '_');

    private static bool LooksLikeEntity(string typed, bool shouting)
    {
        var key = NameKey.Of(typed);
        if (key.Length < 3)
            return false;
        var digits = typed.Any(char.IsDigit) && typed.Any(char.IsLetter);
        var capitals = !shouting && typed.Count(char.IsUpper) >= 2;
        return digits
            || capitals
            || Array.Exists(DrugEndings, e => key.Length > e.Length + 2 && key.EndsWith(e, StringComparison.Ordinal))
            || Array.Exists(RnaPrefixes, p => key.Length > p.Length && key.StartsWith(p, StringComparison.Ordinal));
    }

    private string? NearestName(string key)
    {
        var (best, bestDistance) = ((string?)null, Math.Max(2, key.Length / 3));
        if (key.Length > 40)
            return null;
        foreach (var word in _names.SingleWords.Where(w => w.Length > 2 && Math.Abs(w.Length - key.Length) < 3))
        {
            var distance = SpellingCorrector.Distance(key, word, bestDistance);
            if (
                distance < bestDistance
                && _names.Find(word) is { } entries
                && entries.Any(e => e.Kind is NameKind.Feature or NameKind.Therapy)
            )
                (best, bestDistance) = (
                    entries.First(e => e.Kind is NameKind.Feature or NameKind.Therapy).Value.ToString(),
                    distance
                );
        }
        return best;
    }
}
