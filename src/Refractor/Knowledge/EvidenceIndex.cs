using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>Items by feature and by therapy, so that a question reads only the items that can matter.</summary>
public sealed class EvidenceIndex
{
    private static readonly IReadOnlyList<EvidenceItem> None = [];
    private readonly List<EvidenceItem>?[] _byFeature;
    private readonly List<EvidenceItem>?[] _byTherapy;
    private readonly int[] _paperStart;
    private readonly EvidenceItem[] _byPaper;
    private readonly List<EvidenceItem> _untreated = [];

    internal EvidenceIndex(Lexicon lexicon, int papers, IReadOnlyList<EvidenceItem> items)
    {
        _byFeature = new List<EvidenceItem>?[lexicon.Features.Count];
        _byTherapy = new List<EvidenceItem>?[lexicon.Therapies.Count];
        (_paperStart, _byPaper) = ByPaper(papers, items);
        foreach (var item in items)
        {
            (_byFeature[item.Feature.Index] ??= []).Add(item);
            foreach (var therapy in item.Therapies)
                (_byTherapy[therapy.Index] ??= []).Add(item);
            if (item.Therapies.Count == 0)
                _untreated.Add(item);
        }
    }

    /// <summary>Items about exactly this feature, in pack order.</summary>
    public IReadOnlyList<EvidenceItem> Of(Feature feature) => _byFeature[feature.Index] ?? None;

    /// <summary>Items in whose regimen exactly this therapy is named, in pack order.</summary>
    public IReadOnlyList<EvidenceItem> Of(Therapy therapy) => _byTherapy[therapy.Index] ?? None;

    /// <summary>Items of this paper, in pack order.</summary>
    public ReadOnlySpan<EvidenceItem> Of(Paper paper) => _byPaper.AsSpan(_paperStart[paper.Index].._paperStart[paper.Index + 1]);

    /// <summary>Items without therapy.</summary>
    public IReadOnlyList<EvidenceItem> Untreated => _untreated;

    /// <summary>Items sorted by paper, with the place where each paper begins.</summary>
    private static (int[] Start, EvidenceItem[] Items) ByPaper(int papers, IReadOnlyList<EvidenceItem> items)
    {
        var start = new int[papers + 1];
        foreach (var item in items)
            start[item.Paper.Index + 1]++;
        for (var p = 0; p < papers; p++)
            start[p + 1] += start[p];
        var next = start.AsSpan(0, papers).ToArray();
        var sorted = new EvidenceItem[items.Count];
        foreach (var item in items)
            sorted[next[item.Paper.Index]++] = item;
        return (start, sorted);
    }
}
