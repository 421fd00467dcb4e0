using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Writing;

/// <summary>Writes claims from findings: findings that agree share a sentence, those that do not get sentences of their own.</summary>
internal static class ClaimWriter
{
    private const int LongestPopulation = 90;

    /// <summary>More findings than any association of the curated evidence holds.</summary>
    private const int MostFindings = 60;

    /// <summary>Writes an association out: one sentence for each state, effect and context, with all figures.</summary>
    /// <param name="association">The association.</param>
    /// <param name="sentences">At most this many sentences in full; the findings beyond are named in short.</param>
    /// <param name="others">At most this many findings named in short.</param>
    public static ClaimDraft Full(Association association, int sentences = int.MaxValue, int others = int.MaxValue)
    {
        var groups = Groups(Strongest(association.Items, sentences == int.MaxValue));
        var full = Balanced(groups, sentences);
        var rest = groups.Except(full).Take(others).ToList();
        var items = full.Concat(rest).SelectMany(g => g).Order(EvidenceOrder.Instance).ToList();
        var parts = new List<string>();
        if (association.Verdict.State is ConflictState.Contested or ConflictState.ContextDependent)
            parts.Add(Disagreement(association, items));
        parts.AddRange(full.Select(g => Sentence(g, withPopulation: sentences > 1)));
        parts.AddRange(ShortSentences(rest));
        return new ClaimDraft(
            string.Join(' ', parts),
            items,
            Oriented(association.Verdict.State, full[0][0]),
            association.Verdict.Direction
        );
    }

    /// <summary>Says that an association is contested and names the strongest findings of each side in short.</summary>
    public static ClaimDraft Sides(Association association, int findings)
    {
        var groups = Balanced(Groups(Strongest(association.Items, all: false)), findings);
        var items = groups.SelectMany(g => g).Order(EvidenceOrder.Instance).ToList();
        var text = string.Join(' ', ShortSentences(groups).Prepend(Disagreement(association, items)));
        return new ClaimDraft(text, items, association.Verdict.State, association.Verdict.Direction);
    }

    /// <summary>Concordance is told for the state that the claim leads with: "BCL2-negative: sensitivity" is concordant sensitivity.</summary>
    internal static ConflictState Oriented(ConflictState state, EvidenceItem lead) =>
        (state, lead.Effect) switch
        {
            (ConflictState.ConcordantResistance, Effect.Sensitivity) => ConflictState.ConcordantSensitivity,
            (ConflictState.ConcordantSensitivity, Effect.Resistance) => ConflictState.ConcordantResistance,
            _ => state,
        };

    /// <summary>Names several findings of one direction in one sentence, without figures but with context and n.</summary>
    /// <param name="items">Findings of one effect.</param>
    /// <param name="state">State of conflict that they share.</param>
    public static ClaimDraft Short(IReadOnlyList<EvidenceItem> items, ConflictState state)
    {
        var text = string.Join(' ', ShortSentences(Groups(items)));
        return new ClaimDraft(text, items, Oriented(state, items[0]), Aspects.DirectionOf(items[0]));
    }

    /// <summary>Writes some findings of an association: the first sentences in full, the others in short.</summary>
    /// <param name="association">The association, for its state.</param>
    /// <param name="items">The findings to write, strongest first.</param>
    /// <param name="sentences">Sentences in full.</param>
    public static ClaimDraft Some(Association association, IReadOnlyList<EvidenceItem> items, int sentences)
    {
        var groups = Groups(items);
        var full = Balanced(groups, sentences);
        var parts = full.Select(g => Sentence(g, withPopulation: false))
            .Concat(ShortSentences([.. groups.Except(full)]));
        return new ClaimDraft(
            string.Join(' ', parts),
            items,
            Oriented(association.Verdict.State, items[0]),
            association.Verdict.Direction
        );
    }

    /// <summary>Says in one sentence that the findings of an association are contested or depend on a moderator.</summary>
    public static ClaimDraft Contested(Association association) =>
        new(
            Disagreement(association, Strongest(association.Items, all: false)),
            Strongest(association.Items, all: false),
            association.Verdict.State,
            association.Verdict.Direction
        );

    /// <summary>Findings that can share a sentence: same subject, relation, effect, therapy, setting, subtype and kind of study.</summary>
    internal static List<List<EvidenceItem>> Groups(IReadOnlyList<EvidenceItem> items) =>
        [.. items.GroupBy(Statement).Select(g => g.ToList())];

    /// <summary>What a sentence says of a finding apart from study and figures.</summary>
    private static string Statement(EvidenceItem item)
    {
        var subject = SubjectPhrase.Of(item);
        return $"{subject} {EffectPhrase.Of(item, subject)} {item.IsConfirmed}";
    }

    /// <summary>The findings that a claim of bounded length can draw on: the strongest, and the strongest of each effect.</summary>
    private static IReadOnlyList<EvidenceItem> Strongest(IReadOnlyList<EvidenceItem> items, bool all) =>
        all || items.Count <= MostFindings
            ? items
            : [.. items.Take(MostFindings).Union(items.DistinctBy(i => i.Effect)).Order(EvidenceOrder.Instance)];

    /// <summary>The strongest groups, but at least one of each effect, so that no side is hidden in the short form.</summary>
    private static List<List<EvidenceItem>> Balanced(List<List<EvidenceItem>> groups, int sentences)
    {
        if (groups.Count <= sentences)
            return groups;
        var chosen = groups.GroupBy(g => g[0].Effect).Select(e => e.First()).Take(Math.Max(sentences, 3)).ToHashSet();
        foreach (var group in groups)
        {
            if (chosen.Count >= sentences)
                break;
            chosen.Add(group);
        }
        return [.. groups.Where(chosen.Contains)];
    }

    private static string Disagreement(Association association, IReadOnlyList<EvidenceItem> items)
    {
        var isOneLevel = items.All(i => i.Level == items[0].Level);
        var noun = isOneLevel ? SubjectPhrase.NounOf(items[0]) : items[0].Feature.Name;
        var cite = CitationMark.For(items);
        return association.Verdict.State == ConflictState.ContextDependent
            ? $"For {noun}, the findings differ by {association.Verdict.Moderator} {cite}."
            : $"For {noun}, the findings are contested {cite}.";
    }

    private static string Sentence(List<EvidenceItem> group, bool withPopulation)
    {
        var first = group[0];
        var subject = SubjectPhrase.Of(first);
        var lead = $"{subject} {EffectPhrase.Of(first, subject)}";
        if (!first.IsConfirmed)
            lead = $"not confirmed, seen only through another text: {lead}";
        var studies = group
            .GroupBy(i => ContextPhrase.Study(i) + (withPopulation ? Population(i) : ""))
            .Select(s => $"{s.Key}: {Results(s)}");
        return $"{Prose.Capitalised(lead)} ({string.Join("; ", studies)}).";
    }

    private static string Results(IEnumerable<EvidenceItem> items) =>
        string.Join("; ", items.GroupBy(i => i.Paper).Select(p => $"{OfPaper([.. p])} {CitationMark.For(p)}"));

    /// <summary>The figures of a paper; an n that holds for all of them is said once.</summary>
    private static string OfPaper(List<EvidenceItem> items)
    {
        if (items.Exists(i => i.N != items[0].N))
            return string.Join("; ", items.Select(FiguresPhrase.Of).Distinct());
        var figures = string.Join("; ", items.Select(FiguresPhrase.WithoutSize).Distinct());
        return FiguresPhrase.WithSize(figures, items[0].N);
    }

    private static string Population(EvidenceItem item) =>
        item.Population is { Length: <= LongestPopulation } population ? $", {Prose.Plain(population)}" : "";

    /// <summary>One sentence for each relation and effect, its subjects separated by semicolons.</summary>
    private static IEnumerable<string> ShortSentences(List<List<EvidenceItem>> groups)
    {
        foreach (var same in groups.GroupBy(g => Opening(g[0])))
        {
            var subjects = same.Select(g => $"{SubjectPhrase.Of(g[0])} ({ShortContext(g)}) {CitationMark.For(g)}");
            yield return Prose.Capitalised($"{same.Key}: {string.Join("; ", subjects)}.");
        }
    }

    private static string Opening(EvidenceItem item)
    {
        var effect = (item.Relation, item.Effect) switch
        {
            (Relation.Prognostic, Effect.Resistance) => "prognostic for worse outcome",
            (Relation.Prognostic, Effect.Sensitivity) => "prognostic for better outcome",
            (Relation.Prognostic, Effect.NoEffect) => "not prognostic",
            (Relation.Prognostic, _) => "described as prognostic, with no single direction stated",
            (Relation.TreatmentChange, Effect.Resistance) => "seen after treatment and linked to resistance",
            (Relation.TreatmentChange, Effect.Sensitivity) => "seen after treatment and linked to sensitivity",
            (Relation.TreatmentChange, Effect.NoEffect) => "not found as a consistent change after treatment",
            (Relation.TreatmentChange, _) => "seen after treatment, with no stated link to response",
            (_, Effect.Resistance) => item.IsClinical
                ? "associated with resistance"
                : "conferring resistance in models",
            (_, Effect.Sensitivity) => item.IsClinical
                ? "associated with sensitivity"
                : "conferring sensitivity in models",
            (_, Effect.NoEffect) => "no association with response",
            _ => "linked to response, with no single direction stated",
        };
        return item.IsConfirmed ? effect : $"not confirmed, seen only through another text, {effect}";
    }

    private static string ShortContext(List<EvidenceItem> group)
    {
        var item = group[0];
        var parts = new List<string> { ContextPhrase.TherapyInSetting(item) };
        if (item.Relation == Relation.CrossResistance)
            parts.Add($"in those already resistant to {ContextPhrase.Regimen(item.ResistantTo)}");
        if (ContextPhrase.Model(item) is { Length: > 0 } model)
            parts.Add(model);
        if (item.Subtype is { Name: not "any" } subtype)
            parts.Add(subtype.Label);
        if (item.Design == Design.Review)
            parts.Add("review");
        var sizes = group.Select(i => i.N).OfType<int>().Distinct().Select(n => $"n = {Prose.Number(n)}");
        parts.AddRange(sizes);
        return string.Join(", ", parts);
    }
}
