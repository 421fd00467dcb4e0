using Refractor.Knowledge;

namespace Refractor.Answers.Retrieval;

/// <summary>Whether a finding is at a level that the question asks for.</summary>
internal static class LevelScope
{
    /// <summary>A question that names this many levels wants them all.</summary>
    private const int ManyLevels = 3;

    public static bool Fits(Question question, EvidenceItem item)
    {
        if (question.Levels.Count + question.Types.Count == 0 || question.Levels.Count + question.Types.Count >= ManyLevels)
            return true;
        return question.Types.Contains(item.Feature.Type) || question.Levels.Any(l => Includes(l, item));
    }

    private static bool Includes(Level asked, EvidenceItem item) =>
        asked switch
        {
            Level.DnaVariant => item.Level is Level.DnaVariant or Level.GermlineVariant or Level.Fusion,
            Level.ProteinExpression => item.Level is Level.ProteinExpression or Level.ProteinActivity,
            Level.SignatureScore => item.Level == Level.SignatureScore || item.Feature.Type == Vocabulary.FeatureType.Signature,
            _ => item.Level == asked,
        };
}
