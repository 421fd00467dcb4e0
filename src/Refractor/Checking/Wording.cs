using System.Text.RegularExpressions;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>Words that claim more than a design can show.</summary>
internal static partial class Wording
{
    /// <summary>Why the wording claims too much; null when it does not.</summary>
    public static string? Fault(StatedSentence sentence, IReadOnlyList<EvidenceItem> items)
    {
        if (sentence.Effect == StatedEffect.Several)
            return $"one sentence states several directions: '{sentence.Text}'";
        if (
            Predicts().IsMatch(sentence.Body)
            && items.Any(i => i.PredictiveDesign is not PredictiveDesign.InteractionTested)
        )
            return "evidence without a tested interaction is called predictive";
        if (Certainty().IsMatch(sentence.Body))
            return "no study here proves, cures or guarantees";
        if (Confers().IsMatch(sentence.Body) && items.All(i => i.IsClinical && i.Relation != Relation.Mechanism))
            return "an association in patients is told as cause";
        return null;
    }

    [GeneratedRegex(
        @"\bpredict(?:s|ed)\b|\bpredictive (?:of|for)\b|\b(?:is|are|was|were) predictive\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Predicts();

    [GeneratedRegex(@"\b(?:proves?|proven|cures?|guarantees?|always|never)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Certainty();

    [GeneratedRegex(@"\b(?:conferred|conferring|caused|drove)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Confers();
}
