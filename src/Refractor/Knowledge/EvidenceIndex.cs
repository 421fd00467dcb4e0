using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>Items by feature, therapy, paper and regimen, so that a question reads only the items that can matter.</summary>
public sealed class EvidenceIndex
{
    private readonly IReadOnlyList<EvidenceItem> _items;
    private readonly RowIndex _byFeature;
    private readonly RowIndex _byTherapy;
    private readonly RowIndex _byPaper;
    private readonly List<int> _untreated = [];
    private readonly int[] _regimenOf;
    private readonly List<IReadOnlyList<Therapy>> _regimens = [];

    internal EvidenceIndex(Lexicon lexicon, int papers, IReadOnlyList<EvidenceItem> items)
    {
        _items = items;
        var featureOf = new int[items.Count];
        var paperOf = new int[items.Count];
        _regimenOf = new int[items.Count];
        var regimens = new Dictionary<IReadOnlyList<Therapy>, int>(ReferenceEqualityComparer.Instance);
        for (var row = 0; row < items.Count; row++)
        {
            featureOf[row] = items[row].Feature.Index;
            paperOf[row] = items[row].Paper.Index;
            _regimenOf[row] = Number(regimens, items[row].Therapies);
            if (items[row].Therapies.Count == 0)
                _untreated.Add(row);
        }
        _byFeature = new RowIndex(lexicon.Features.Count, featureOf);
        _byPaper = new RowIndex(papers, paperOf);
        _byTherapy = ByTherapy(lexicon.Therapies.Count);
    }

    /// <summary>Items about exactly this feature, in pack order.</summary>
    public IReadOnlyList<EvidenceItem> Of(Feature feature) => new ItemRows(_items, _byFeature.Of(feature.Index));

    /// <summary>Items in whose regimen exactly this therapy is named, in pack order.</summary>
    public IReadOnlyList<EvidenceItem> Of(Therapy therapy) => new ItemRows(_items, _byTherapy.Of(therapy.Index));

    /// <summary>Items of this paper, in pack order.</summary>
    public IReadOnlyList<EvidenceItem> Of(Paper paper) => new ItemRows(_items, _byPaper.Of(paper.Index));

    /// <summary>Items without therapy.</summary>
    public IReadOnlyList<EvidenceItem> Untreated => [.. _untreated.Select(row => _items[row])];

    /// <summary>Places of the items without therapy.</summary>
    internal IReadOnlyList<int> UntreatedRows => _untreated;

    /// <summary>Places of the items about exactly this feature.</summary>
    internal ReadOnlyMemory<int> RowsOf(Feature feature) => _byFeature.Of(feature.Index);

    /// <summary>Places of the items of a paper.</summary>
    internal ReadOnlySpan<int> RowsOfPaper(int paper) => _byPaper.Of(paper).Span;

    /// <summary>The regimens that the items name; one may be there twice.</summary>
    internal IReadOnlyList<IReadOnlyList<Therapy>> Regimens => _regimens;

    /// <summary>For each item the place of its regimen in <see cref="Regimens"/>.</summary>
    internal ReadOnlySpan<int> RegimenOf => _regimenOf;

    /// <summary>By reference: packs keep one list for each regimen, and comparing lists would cost more than a few doubles.</summary>
    private int Number(Dictionary<IReadOnlyList<Therapy>, int> numbers, IReadOnlyList<Therapy> regimen)
    {
        if (!numbers.TryGetValue(regimen, out var number))
        {
            numbers.Add(regimen, number = numbers.Count);
            _regimens.Add(regimen);
        }
        return number;
    }

    private RowIndex ByTherapy(int therapies)
    {
        var keys = new List<int>();
        var rows = new List<int>();
        for (var row = 0; row < _regimenOf.Length; row++)
        {
            foreach (var therapy in _regimens[_regimenOf[row]])
            {
                keys.Add(therapy.Index);
                rows.Add(row);
            }
        }
        return new RowIndex(therapies, keys, rows);
    }
}
