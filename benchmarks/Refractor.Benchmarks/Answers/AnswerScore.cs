using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Answers;

/// <summary>How an answer compares with what its question expects; no measure is folded into another.</summary>
public sealed record AnswerScore(
    GoldQuestion Question,
    bool IsAnswered,
    int GroupsMet,
    IReadOnlyList<string> GroupsMissed,
    IReadOnlyList<string> WronglyCited,
    IReadOnlyList<string> NotMentioned,
    IReadOnlyList<string> WrongDirections,
    IReadOnlyList<string> MissingDirections,
    bool CountIsRight,
    int Removed
)
{
    public bool AbstentionIsRight => IsAnswered == Question.IsAnswerable;

    public double Recall => Question.MustCite.Count == 0 ? 1 : (double)GroupsMet / Question.MustCite.Count;

    public bool Passes =>
        AbstentionIsRight
        && (GroupsMissed.Count == 0 || (Question.MustCite.Count > 6 && Recall >= 0.8))
        && WronglyCited.Count == 0
        && WrongDirections.Count == 0
        && CountIsRight;

    public static AnswerScore Of(GoldQuestion gold, Answer answer, KnowledgePack pack)
    {
        var cited = answer
            .Sections.SelectMany(s => s.Claims)
            .SelectMany(c => c.Evidence)
            .ToHashSet(StringComparer.Ordinal);
        var missed = gold.MustCite.Where(g => !g.Any(cited.Contains)).Select(g => string.Join('|', g)).ToList();
        var wrong = new List<string>();
        var missing = new List<string>();
        foreach (var direction in gold.Directions)
            Judge(direction, answer, pack, wrong, missing);
        return new AnswerScore(
            gold,
            answer.IsAnswered,
            gold.MustCite.Count - missed.Count,
            missed,
            [.. gold.MustNotCite.Where(cited.Contains)],
            [.. gold.MustMention.Where(m => !Mentions(answer, m, pack.Lexicon))],
            wrong,
            missing,
            gold.Count is not { } count
                || (
                    answer.Sections.Count > 0
                    && answer.Sections[0].Claims[0].Text.StartsWith($"{count} ", StringComparison.Ordinal)
                ),
            answer.Removed.Count
        );
    }

    private static bool Mentions(Answer answer, string name, Lexicon lexicon)
    {
        var text = NameKey.Of(
            string.Join(' ', answer.Sections.SelectMany(s => s.Claims).Select(c => c.Text))
                + answer.Searched.Text
                + string.Join(' ', answer.Searched.Nearest)
        );
        var names = lexicon.FindFeature(name) is { } feature
            ? feature.Aliases.Append(feature.Name).Append(name)
            : [name];
        return names.Any(n => text.Contains(NameKey.Of(n), StringComparison.Ordinal));
    }

    /// <summary>The verdicts that the answer states for the feature in that state under that therapy.</summary>
    private static void Judge(
        GoldDirection gold,
        Answer answer,
        KnowledgePack pack,
        List<string> wrong,
        List<string> missing
    )
    {
        var feature = pack.Lexicon.FindFeature(gold.Feature);
        var therapy = pack.Lexicon.FindTherapy(gold.Therapy.Split('+')[0]);
        var claims = answer
            .Sections.SelectMany(s => s.Claims)
            .Select(c =>
                (
                    Claim: c,
                    Items: c.Evidence.Select(pack.FindItem)
                        .OfType<EvidenceItem>()
                        .Where(i => Fits(i, gold, feature, therapy, pack.Lexicon))
                        .ToList()
                )
            )
            .Where(x => x.Items.Count > 0)
            .ToList();
        if (claims.Count == 0)
        {
            missing.Add($"{gold.Feature} {gold.State} {gold.Therapy} {gold.Effect}");
            return;
        }
        var stated = claims.Select(c => Verdict(c.Claim, c.Items)).ToHashSet(StringComparer.Ordinal);
        var expected = gold.Effect == "contested" ? new[] { "contested", "context_dependent" } : [gold.Effect];
        if (!stated.Overlaps(expected))
            wrong.Add(
                $"{gold.Feature} {gold.State} {gold.Therapy}: expected {gold.Effect}, stated {string.Join(',', stated)}"
            );
    }

    private static string Verdict(Claim claim, List<EvidenceItem> items)
    {
        if (claim.State is "contested" or "context_dependent")
            return claim.State;
        var effects = items
            .OrderBy(i => i, EvidenceOrder.Instance)
            .Select(i => i.Effect)
            .Where(e => e is Effect.Resistance or Effect.Sensitivity)
            .Distinct()
            .ToList();
        return effects.Count > 0 ? Terms.Effects.NameOf(effects[0]) : "no_effect";
    }

    private static bool Fits(EvidenceItem item, GoldDirection gold, Feature? feature, Therapy? therapy, Lexicon lexicon)
    {
        var named = feature is not null && (item.Feature == feature || item.Feature.Genes.Contains(feature.Name));
        var under = therapy is not null && item.Therapies.Any(t => lexicon.Overlap(t, therapy));
        var population =
            gold.Subtype is null
            || (item.Subtype is { } s && lexicon.FindSubtype(gold.Subtype) is { } scope && lexicon.IsWithin(s, scope));
        return named && under && population && SameState(item, gold.State);
    }

    private static bool SameState(EvidenceItem item, string state)
    {
        if (!Terms.States.TryParse(state, out var asked))
            return true;
        return item.State == asked || (IsHigh(asked) && IsHigh(item.State)) || (IsLow(asked) && IsLow(item.State));
    }

    private static bool IsHigh(FeatureState s) =>
        s
            is FeatureState.High
                or FeatureState.Positive
                or FeatureState.Increased
                or FeatureState.Present
                or FeatureState.Mutated
                or FeatureState.Amplified
                or FeatureState.PathogenicVariant;

    private static bool IsLow(FeatureState s) =>
        s
            is FeatureState.Low
                or FeatureState.Negative
                or FeatureState.Decreased
                or FeatureState.Absent
                or FeatureState.LossOfFunction
                or FeatureState.Deleted;
}
