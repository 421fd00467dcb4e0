using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>
/// Re-reads a finished claim and compares it with its evidence: feature, therapy, direction, context, figures, verb. Shares no code
/// with the writer of the sentences, so that a fault in one is not hidden by the other.
/// </summary>
public sealed class AnswerChecker
{
    private readonly KnowledgePack _pack;
    private readonly KnownNames _names = new();

    /// <summary>Creates a checker on a pack.</summary>
    public AnswerChecker(KnowledgePack pack)
    {
        _pack = pack;
    }

    /// <summary>Checks one claim.</summary>
    /// <param name="text">The text with citation numbers in brackets.</param>
    /// <param name="evidence">Ids of the evidence items behind it.</param>
    /// <returns>Why the claim does not hold; null when it holds.</returns>
    public string? Check(string text, IReadOnlyList<string> evidence)
    {
        if (evidence.Count == 0)
            return "no evidence item is named";
        var items = new List<EvidenceItem>();
        foreach (var id in evidence)
        {
            if (_pack.FindItem(id) is not { } item)
                return $"there is no evidence item '{id}'";
            items.Add(item);
        }
        if (items.TrueForAll(i => i.Paper.Retracted))
            return "its evidence is retracted";
        var sentences = StatedSentence.Split(text);
        return CountClaim.Applies(text) ? CountClaim.Check(text, items, _pack.Lexicon) : Check(sentences, items);
    }

    private string? Check(IReadOnlyList<StatedSentence> sentences, List<EvidenceItem> items)
    {
        var known = new FigureSet(items, _names);
        foreach (var sentence in sentences)
        {
            if (known.FirstUnknown(sentence) is { } figure)
                return $"the figure {figure} is in none of its evidence items";
            if (Wording.Fault(sentence, items) is { } fault)
                return fault;
        }
        var homes = new HashSet<StatedSentence>();
        foreach (var item in items)
        {
            var faults = sentences.Select(s => (Sentence: s, Fault: ItemMatch.Fault(item, s, items, _names))).ToList();
            var home = faults.Where(f => f.Fault is null).Select(f => f.Sentence).ToList();
            if (home.Count == 0)
                return $"{item.Id}: {faults.Select(f => f.Fault!).MaxBy(ItemMatch.Depth)}";
            homes.UnionWith(home);
        }
        var idle = sentences.FirstOrDefault(s => s.IsCited && !homes.Contains(s));
        return idle is null ? null : $"no evidence item supports the sentence '{idle.Text}'";
    }
}
