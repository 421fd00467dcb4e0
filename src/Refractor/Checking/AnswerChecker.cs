using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>
/// Re-reads a finished claim and compares it with its evidence: feature, therapy, direction, context, figures, verb. Shares no code
/// with the writer of the sentences, so that a fault in one is not hidden by the other.
/// </summary>
public sealed class AnswerChecker
{
    private readonly KnowledgePack _pack;

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

    private static string? Check(IReadOnlyList<StatedSentence> sentences, List<EvidenceItem> items)
    {
        foreach (var sentence in sentences)
        {
            if (Wording.Fault(sentence, items) is { } fault)
                return fault;
        }
        var statements = sentences.SelectMany(Statement.Of).ToList();
        var supported = statements.ToDictionary(s => s, _ => new List<EvidenceItem>());
        var directed = statements.Exists(s => s.Sentence.Effect != StatedEffect.Disagreement);
        foreach (var item in items)
        {
            var faults = statements.Select(s => (Statement: s, Fault: ItemMatch.Fault(item, s, items))).ToList();
            foreach (var home in faults.Where(f => f.Fault is null))
                supported[home.Statement].Add(item);
            // That findings disagree says of none of them what it found.
            if (!faults.Exists(f => f.Fault is null && (!directed || f.Statement.Sentence.Effect != StatedEffect.Disagreement)))
                return $"{item.Id}: {faults.Select(f => f.Fault).OfType<string>().MaxBy(ItemMatch.Depth) ?? "nothing is said of it but that findings disagree"}";
        }
        if (statements.Find(s => supported[s].Count == 0) is { } idle)
            return $"no evidence item supports '{idle.Subject}' in the sentence '{idle.Sentence.Text}'";
        return Contents(sentences, supported, items);
    }

    /// <summary>Every figure and every word of a statement is one of the items that support it, every other figure one of any item.</summary>
    private static string? Contents(
        IReadOnlyList<StatedSentence> sentences,
        Dictionary<Statement, List<EvidenceItem>> supported,
        List<EvidenceItem> items
    )
    {
        var known = FigureSet.Of(items);
        var unknown = sentences.Select(s => known.FirstUnknown(s.Text)).FirstOrDefault(f => f is not null);
        unknown ??= supported.Select(s => FigureSet.Of(s.Value).FirstUnknown(s.Key.Figures)).FirstOrDefault(f => f is not null);
        if (unknown is not null)
            return $"the figure {unknown} is in none of its evidence items";
        foreach (var (statement, support) in supported.Where(s => s.Key.Sentence.Effect != StatedEffect.Disagreement))
        {
            if (new KnownWords(support).FirstUnknown(statement) is { } word)
                return $"'{word}' is in none of the evidence items behind '{statement.Subject}'";
            if (SampleSizes.Missing(statement, support) is { } n)
                return $"n: {n} is not said with each figure of '{statement.Subject}'";
        }
        return null;
    }
}
