using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>
/// The words that a statement on some evidence items may use: those of their fields, and the words that every statement is made of. A
/// gene, a therapy or a direction that the items do not hold is in neither.
/// </summary>
internal static class KnownWords
{
    private const string Frame =
        "a after already an analysis and animal antibody any arms as associated association be before both case cell change "
        + "chemotherapy cohort comparison computational conferred confirmed consistent control deletion described disease during effect "
        + "exposure figure for found from had has in is it lines linked loss mechanism meta model models n no not of on or organoids "
        + "outcome patients prognostic prospective randomized randomised reported report response retrospective review "
        + "screen seen series shown showed single specified stated study systemic tested the therapy those to treated treatment trial "
        + "tumors under untreated vitro was went were whatever with without guideline link direction interaction only tied altered "
        + "ci vs hr or p q log2 fold index c rate difference correlation auc rr metastatic neoadjuvant adjuvant no "
        + "high low positivity negativity positive negative increased decreased presence absence amplification amplified mutation mutations "
        + "wild type wildtype activating activated alterations pathogenic variant variants germline reversion methylation level mrna protein "
        + "activity score subtype copy number function";

    private static readonly HashSet<string> Always = [.. Frame.Split(' ')];

    /// <summary>The effect, whose agreement with the evidence is checked by itself, is told with the context and nowhere else.</summary>
    private static readonly HashSet<string> Effects = ["resistance", "resistant", "sensitivity", "better", "worse"];

    /// <summary>The words of an item's fields.</summary>
    public static HashSet<string> Of(EvidenceItem item) =>
        [.. Texts(item).OfType<string>().SelectMany(NameKey.Words).Select(w => w.Key)];

    /// <summary>The first word of a statement that is not known; null when all are.</summary>
    public static string? FirstUnknown(Statement statement, IReadOnlyList<EvidenceItem> items, KnownNames names) =>
        FirstUnknown(statement.Subject, withEffect: false, items, names)
        ?? FirstUnknown(statement.ContextText, withEffect: true, items, names)
        ?? FirstUnknown(statement.Figures, withEffect: statement.IsListed, items, names);

    /// <summary>Numbers are not words.</summary>
    private static string? FirstUnknown(
        string text,
        bool withEffect,
        IReadOnlyList<EvidenceItem> items,
        KnownNames names
    )
    {
        foreach (var word in NameKey.Words(StatedSentence.Citation().Replace(text, " ")))
        {
            if (
                word.Key.Any(char.IsLetter)
                && !Always.Contains(word.Key)
                && !(withEffect && Effects.Contains(word.Key))
                && !items.Any(i => names.Words(i).Contains(word.Key))
            )
                return text[word.Start..word.End];
        }
        return null;
    }

    private static IEnumerable<string?> Texts(EvidenceItem item) =>
        [
            item.Feature.Name,
            item.FeatureName,
            .. item.Feature.Aliases,
            item.Variant,
            item.Population,
            item.Endpoint.Replace('_', ' '),
            item.Subtype?.Label,
            item.Result.Printed,
            .. item.Result.Groups.Select(g => g.Label),
            .. item.Therapies.Concat(item.ResistantTo).Select(t => t.Label),
        ];
}
