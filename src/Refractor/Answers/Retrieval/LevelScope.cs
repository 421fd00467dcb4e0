using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>Whether a finding is at a level that the question asks for.</summary>
internal static class LevelScope
{
    /// <summary>A question that names this many levels wants them all.</summary>
    private const int ManyLevels = 3;

    public static bool Fits(Question question, EvidenceItem item)
    {
        var named = question.Levels.Count + question.Types.Count;
        if (named is 0 or >= ManyLevels || (question.Features.Count > 0 && question.Levels.Count == 0))
            return true;
        if (question.Types.Contains(item.Feature.Type) || (question.Types.Contains(FeatureType.MicroRna) && IsMicroRnaSet(item)))
            return true;
        return question.Features.Count > 0
            ? question.Levels.Any(l => Kind(l) == Kind(item.Level) || (Kind(l) == 0 && MarksMutation(item))) || (IsGain(item) && question.Levels.Contains(Level.CopyNumber))
            : question.Levels.Any(l => Includes(l, item));
    }

    private static bool Includes(Level asked, EvidenceItem item) =>
        asked switch
        {
            Level.DnaVariant => item.Level is Level.DnaVariant or Level.GermlineVariant or Level.Fusion,
            Level.ProteinExpression => item.Level is Level.ProteinExpression or Level.ProteinActivity,
            Level.SignatureScore => item.Level == Level.SignatureScore || item.Feature.Type == FeatureType.Signature,
            _ => item.Level == asked,
        };

    private static bool MarksMutation(EvidenceItem item) => item.Feature.ProteinMarksMutation && item.Level == Level.ProteinExpression;

    /// <summary>Profiles and signatures made of microRNAs.</summary>
    private static bool IsMicroRnaSet(EvidenceItem item) =>
        item.Feature.Name.Contains("miRNA", StringComparison.OrdinalIgnoreCase) || item.Feature.Name.Contains("microRNA", StringComparison.OrdinalIgnoreCase);

    /// <summary>Amplifications reported together with activating mutations.</summary>
    private static bool IsGain(EvidenceItem item) =>
        item.State is FeatureState.GainOfFunction or FeatureState.Amplified && item.Variant?.Contains("amplif", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// For a named feature, its sequence, its methylation and its amount are different questions; RNA, protein, activity and
    /// amplification are measures of one, and each is printed as what it is.
    /// </summary>
    private static int Kind(Level level) =>
        level switch
        {
            Level.DnaVariant or Level.GermlineVariant or Level.Fusion => 0,
            Level.Methylation => 1,
            _ => 2,
        };
}
