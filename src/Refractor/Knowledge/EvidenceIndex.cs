using Refractor.Vocabulary;

namespace Refractor.Knowledge;

/// <summary>Items by feature and by therapy, so that a question reads only the items that can matter.</summary>
public sealed class EvidenceIndex
{
    private static readonly IReadOnlyList<EvidenceItem> None = [];
    private readonly List<EvidenceItem>?[] _byFeature;
    private readonly List<EvidenceItem>?[] _byTherapy;
    private readonly Dictionary<Paper, List<EvidenceItem>> _byPaper;
    private readonly List<EvidenceItem> _untreated = [];

    internal EvidenceIndex(Lexicon lexicon, IReadOnlyList<EvidenceItem> items)
    {
        _byFeature = new List<EvidenceItem>?[lexicon.Features.Count];
        _byTherapy = new List<EvidenceItem>?[lexicon.Therapies.Count];
        _byPaper = new Dictionary<Paper, List<EvidenceItem>>(items.Count / 4);
        foreach (var item in items)
        {
            (_byFeature[item.Feature.Index] ??= []).Add(item);
            if (!_byPaper.TryGetValue(item.Paper, out var ofPaper))
                _byPaper.Add(item.Paper, ofPaper = []);
            ofPaper.Add(item);
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
    public IReadOnlyList<EvidenceItem> Of(Paper paper) => _byPaper.GetValueOrDefault(paper) ?? None;

    /// <summary>Items without therapy.</summary>
    public IReadOnlyList<EvidenceItem> Untreated => _untreated;
}
