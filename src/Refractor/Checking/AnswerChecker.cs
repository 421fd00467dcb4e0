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
            if (known.FirstUnknown(sentence.FigureTexts) is { } figure)
                return $"the figure {figure} is in none of its evidence items";
            if (Wording.Fault(sentence, items) is { } fault)
                return fault;
        }
        var statements = sentences.SelectMany(Statement.Of).ToList();
        var supported = statements.ToDictionary(s => s, _ => new List<EvidenceItem>());
        // That findings disagree says of none of them what it found.
        var directed = statements.Exists(s => s.Sentence.Effect != StatedEffect.Disagreement);
        foreach (var item in items)
        {
            var faults = statements
                .Select(s => (Statement: s, Fault: ItemMatch.Fault(item, s, items, _names)))
                .ToList();
            var homes = faults.Where(f => f.Fault is null).Select(f => f.Statement).ToList();
            foreach (var home in homes)
                supported[home].Add(item);
            if (!homes.Exists(h => !directed || h.Sentence.Effect != StatedEffect.Disagreement))
                return $"{item.Id}: {faults.Select(f => f.Fault).OfType<string>().MaxBy(ItemMatch.Depth) ?? "it is not said what it found"}";
        }
        return supported.Select(s => Fault(s.Key, s.Value)).FirstOrDefault(f => f is not null);
    }

    /// <summary>Why a statement does not rest on the items that match it: every figure and every word must be one of theirs.</summary>
    private string? Fault(Statement statement, List<EvidenceItem> support)
    {
        if (support.Count == 0)
            return $"no evidence item supports '{statement.Subject.Trim()}' in the sentence '{statement.Sentence.Text}'";
        if (statement.Sentence.Effect == StatedEffect.Disagreement)
            return null;
        var figures = Figures.Texts(StatedSentence.Citation().Replace(statement.Figures, " "));
        if (new FigureSet(support, _names).FirstUnknown(figures) is { } figure)
            return $"the figure {figure} is in none of the evidence items behind '{statement.Subject.Trim()}'";
        if (KnownWords.FirstUnknown(statement, support, _names) is { } word)
            return $"'{word}' is in none of the evidence items behind '{statement.Subject.Trim()}'";
        return null;
    }
}
