using Refractor.Vocabulary;

namespace Refractor.Knowledge.Searching;

/// <summary>Counts the words of an item. Names of the vocabulary and papers are taken apart once and kept.</summary>
internal sealed class ItemWords
{
    // What an item is about weighs as if it were said three times: a paper on ABCB1 comes before one that mentions it
    // in its note.
    private const int NameWeight = 3;

    private readonly Dictionary<object, Dictionary<string, int>> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>Each word with the number of times that it counts.</summary>
    public Dictionary<string, int> Of(EvidenceItem item)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        AddAll(counts, Known(item.Feature, () => OfFeature(item.Feature)));
        foreach (var therapy in item.Therapies.Concat(item.ResistantTo))
            AddAll(counts, Known(therapy, () => Names([therapy.Label], therapy.Aliases)));
        if (item.Subtype is { } subtype)
            AddAll(counts, Known(subtype, () => Names([subtype.Name, subtype.Label], subtype.Aliases)));
        AddAll(counts, Known(item.Paper, () => OfPaper(item.Paper)));
        if (item.FeatureName != item.Feature.Name)
            Add(counts, item.FeatureName, NameWeight);
        foreach (var member in item.Members)
            Add(counts, member, 1);
        string?[] texts = [item.Variant, item.Cutoff, item.Population, item.Result.Printed, item.Note];
        foreach (var text in texts)
            Add(counts, text, 1);
        return counts;
    }

    private static Dictionary<string, int> OfFeature(Feature feature) =>
        Names([feature.Name], feature.CommonName is { } name ? [name, .. feature.Aliases] : feature.Aliases);

    private static Dictionary<string, int> OfPaper(Paper paper)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string?[] texts = [paper.Title, paper.FirstAuthor, paper.Journal, paper.Pmid, paper.Pmcid, .. paper.TrialIds];
        foreach (var text in texts)
            Add(counts, text, 1);
        return counts;
    }

    /// <summary>
    /// Words of the names with their weight; a word that only aliases hold counts once, however many of them hold it:
    /// "chemotherapy" stands in dozens of aliases.
    /// </summary>
    private static Dictionary<string, int> Names(IReadOnlyList<string> names, IReadOnlyList<string> aliases)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in names.SelectMany(SearchWords.Of))
            counts[word] = NameWeight;
        foreach (var word in aliases.SelectMany(SearchWords.Of))
            counts.TryAdd(word, 1);
        return counts;
    }

    private Dictionary<string, int> Known(object source, Func<Dictionary<string, int>> count)
    {
        if (!_known.TryGetValue(source, out var counts))
            _known.Add(source, counts = count());
        return counts;
    }

    private static void Add(Dictionary<string, int> counts, string? text, int weight)
    {
        if (text is null)
            return;
        foreach (var word in SearchWords.Of(text))
            counts[word] = counts.GetValueOrDefault(word) + weight;
    }

    private static void AddAll(Dictionary<string, int> counts, Dictionary<string, int> more)
    {
        foreach (var (word, count) in more)
            counts[word] = counts.GetValueOrDefault(word) + count;
    }
}
