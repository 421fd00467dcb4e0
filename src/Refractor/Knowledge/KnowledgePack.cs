using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>A version of the knowledge: vocabulary, papers and evidence items. Immutable.</summary>
public sealed class KnowledgePack
{
    private readonly Lazy<Dictionary<string, EvidenceItem>> _byId;

    /// <summary>Puts a pack together and numbers its papers and items in the order given.</summary>
    public KnowledgePack(
        string version,
        string digest,
        Lexicon lexicon,
        IReadOnlyList<Paper> papers,
        IReadOnlyList<EvidenceItem> items
    )
    {
        Version = version;
        Digest = digest;
        Lexicon = lexicon;
        Papers = papers;
        Items = items;
        for (var i = 0; i < papers.Count; i++)
            papers[i].Index = i;
        for (var i = 0; i < items.Count; i++)
            items[i].Index = i;
        _byId = new Lazy<Dictionary<string, EvidenceItem>>(() =>
        {
            var byId = new Dictionary<string, EvidenceItem>(items.Count, StringComparer.Ordinal);
            foreach (var item in items)
                byId.TryAdd(item.Id, item);
            return byId;
        });
        Index = new EvidenceIndex(lexicon, papers.Count, items);
    }

    /// <summary>Version of the knowledge, such as 2026.11.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the source text in hexadecimal, see docs/file-formats.md.</summary>
    public string Digest { get; }

    /// <summary>The vocabulary.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>All papers, ordered by key.</summary>
    public IReadOnlyList<Paper> Papers { get; }

    /// <summary>All evidence items, ordered by paper and place in the file.</summary>
    public IReadOnlyList<EvidenceItem> Items { get; }

    /// <summary>Look-up of items by feature and therapy.</summary>
    public EvidenceIndex Index { get; }

    /// <summary>The item with that id; null when there is none.</summary>
    public EvidenceItem? FindItem(string id) => _byId.Value.GetValueOrDefault(id);
}
