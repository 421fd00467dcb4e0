using Refractor.Knowledge.Searching;

namespace Refractor.Knowledge;

/// <summary>An item that a search found.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">BM25 score, &gt; 0; comparable within one search only.</param>
public readonly record struct SearchHit(EvidenceItem Item, double Score);

/// <summary>
/// Ranked full-text search over the evidence items: names of feature, therapies and subtype with their aliases,
/// population, variant, cutoff, figures as printed, note, and the paper's title, first author, journal, trial names,
/// PMID and PMCID.
/// </summary>
/// <remarks>
/// A word counts in the form of <see cref="Vocabulary.NameKey"/>, so "tumour" finds "tumor" and "mir21" finds
/// "miR-21". An item is found when it holds any word of the search; rare words weigh more. Building reads every item
/// once; searching changes nothing and may run on several threads. BM25 after Robertson and Zaragoza, Foundations and
/// Trends in Information Retrieval 2009, with k1 = 1.2 and b = 0.75; checked against a calculation over every item by
/// the printed formula.
/// </remarks>
public sealed class KnowledgeSearch
{
    /// <summary>How fast repeated mention of a word saturates.</summary>
    internal const double K1 = 1.2;

    /// <summary>How much long items are held back, from 0 to 1.</summary>
    internal const double B = 0.75;

    private readonly IReadOnlyList<EvidenceItem> _items;
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly double[] _lengths;
    private readonly double _meanLength;

    /// <summary>Indexes a pack.</summary>
    public KnowledgeSearch(KnowledgePack pack)
    {
        _items = pack.Items;
        _lengths = new double[_items.Count];
        var words = new ItemWords();
        for (var i = 0; i < _items.Count; i++)
            Add(i, words.Of(_items[i]));
        _meanLength = _items.Count == 0 ? 0 : _lengths.Average();
    }

    /// <summary>Finds the items that match best.</summary>
    /// <param name="text">Words in any order; a text without letters and digits finds nothing.</param>
    /// <param name="limit">Most hits to return, &gt; 0.</param>
    /// <returns>Hits by falling score, equal scores by id.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is 0 or less.</exception>
    public IReadOnlyList<SearchHit> Search(string text, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var scores = new Dictionary<int, double>();
        // In a fixed order, so that the order of the words cannot change the last digit of a sum.
        foreach (var word in SearchWords.Of(text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (_postings.TryGetValue(word, out var postings))
                AddScores(postings, scores);
        }
        return
        [
            .. scores
                .Select(s => new SearchHit(_items[s.Key], s.Value))
                .OrderByDescending(h => h.Score)
                .ThenBy(h => h.Item.Id, StringComparer.Ordinal)
                .Take(limit),
        ];
    }

    private void Add(int item, Dictionary<string, int> counts)
    {
        foreach (var (word, count) in counts)
        {
            if (!_postings.TryGetValue(word, out var postings))
                _postings.Add(word, postings = []);
            postings.Add(new Posting(item, count));
            _lengths[item] += count;
        }
    }

    private void AddScores(List<Posting> postings, Dictionary<int, double> scores)
    {
        var idf = Math.Log(1 + (_items.Count - postings.Count + 0.5) / (postings.Count + 0.5));
        foreach (var (item, count) in postings)
        {
            var norm = 1 - B + B * _lengths[item] / _meanLength;
            var score = idf * count * (K1 + 1) / (count + K1 * norm);
            scores[item] = scores.GetValueOrDefault(item) + score;
        }
    }

    private readonly record struct Posting(int Item, int Count);
}
