using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Answers "how many": counts items, papers or features by the letter of the question, then names what was counted.</summary>
internal sealed class CountPlan(KnowledgePack pack)
{
    private const int LongestList = 60;
    private readonly Lexicon _lexicon = pack.Lexicon;

    /// <summary>The items that the question counts: exact features, plain closure over therapies, every relation, confirmed or not.</summary>
    public IReadOnlyList<EvidenceItem> Items(Question question) =>
        [.. pack.Items.Where(i => Fits(question, i)).OrderBy(i => i, EvidenceOrder.Instance)];

    public IReadOnlyList<SectionDraft> Of(Question question, IReadOnlyList<EvidenceItem> items)
    {
        var names = items
            .Select(i => i.FeatureName)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();
        var joined = items.Select(i => i.Feature).Distinct().Count();
        var papers = items.Select(i => i.Paper).Distinct().Count();
        var what = Description(question);
        var text = question.CountUnit switch
        {
            CountUnit.Papers => $"{papers} papers {what} ({items.Count} evidence items)",
            CountUnit.Features =>
                $"{names.Count} distinct {Noun(question)} {what}{(joined < names.Count ? $" ({joined} after joining names for the same thing)" : "")}",
            _ => $"{items.Count} evidence items {what} (from {papers} papers)",
        };
        var listed = names.Count <= LongestList ? $"; counted were: {string.Join("; ", names)}" : "";
        var claim = new ClaimDraft(
            $"{text}{listed} {CitationMark.For(items)}.",
            items,
            ConflictState.Unconfirmed,
            Direction.Unstated
        );
        return [new SectionDraft("Count", [claim])];
    }

    private bool Fits(Question question, EvidenceItem item)
    {
        var asked = question.AskedFeatures(_lexicon).ToHashSet();
        return (asked.Count == 0 || asked.Contains(item.Feature))
            && (
                question.Therapies.Count == 0
                || item.Therapies.Any(t => question.Therapies.Any(a => _lexicon.IsWithin(t, a)))
            )
            && LevelFits(question, item)
            && (question.Settings.Count == 0 || question.Settings.Contains(item.Setting))
            && (
                question.Subtypes.Count == 0
                || question.Subtypes.Any(s => item.Subtype is { } of && _lexicon.IsWithin(of, s))
            )
            && (question.CountRelation is null || item.Relation == question.CountRelation)
            && (question.CountDesign is null || item.Design == question.CountDesign)
            && EffectFits(question.Effect, item.Effect);
    }

    private static bool LevelFits(Question question, EvidenceItem item) =>
        question.Levels.Count + question.Types.Count == 0
        || question.Levels.Contains(item.Level)
        || question.Types.Contains(item.Feature.Type)
        || (
            question.Levels.Count == 2
            && question.Levels.Contains(Level.DnaVariant)
            && question.Levels.Contains(Level.ProteinExpression)
        );

    private static bool EffectFits(AskedEffect asked, Effect effect) =>
        asked switch
        {
            AskedEffect.Resistance => effect == Effect.Resistance,
            AskedEffect.Sensitivity => effect == Effect.Sensitivity,
            AskedEffect.NoEffect => effect == Effect.NoEffect,
            _ => true,
        };

    private static string Noun(Question question) =>
        question.Types.Count == 1
            ? question.Types[0] switch
            {
                FeatureType.MicroRna => "microRNAs",
                FeatureType.LongNonCodingRna => "long non-coding RNAs",
                FeatureType.Signature => "signatures",
                FeatureType.Pathway => "pathways",
                FeatureType.CellType => "cell types",
                _ => "features",
            }
            : "features";

    private string Description(Question question)
    {
        var parts = new List<string>();
        var features = question.AskedFeatures(_lexicon).Select(f => f.Name).ToList();
        if (features.Count is > 0 and <= 12)
            parts.Add($"on {Prose.And(features)}");
        if (question.Levels.Count > 0)
            parts.Add(
                $"at the level {Prose.And([.. question.Levels.Select(l => Terms.Levels.NameOf(l).Replace('_', ' '))], "or")}"
            );
        if (question.Therapies.Count > 0)
            parts.Add($"under {Prose.And([.. question.Therapies.Select(t => t.Label)], "or")}");
        if (question.Settings.Count > 0)
            parts.Add(
                $"in the setting {Prose.And([.. question.Settings.Select(s => Terms.Settings.NameOf(s).Replace('_', ' '))], "or")}"
            );
        if (question.Subtypes.Count > 0)
            parts.Add($"in {Prose.And([.. question.Subtypes.Select(s => s.Label)], "or")} disease");
        if (question.CountRelation is { } relation)
            parts.Add($"of the relation {Terms.Relations.NameOf(relation).Replace('_', ' ')}");
        if (question.CountDesign is { } design)
            parts.Add($"from the design {Terms.Designs.NameOf(design).Replace('_', ' ')}");
        if (question.Effect != AskedEffect.Any)
            parts.Add(
                $"with the effect {question.Effect switch { AskedEffect.NoEffect => "no effect", AskedEffect.Resistance => "resistance", _ => "sensitivity" }}"
            );
        return parts.Count == 0 ? "in all" : string.Join(", ", parts);
    }
}
