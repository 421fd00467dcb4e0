using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Retrieval;

/// <summary>Whether a finding is at a level that a question asks for: the question turned into tables by level and type.</summary>
internal sealed class LevelScope
{
    /// <summary>A question that names this many levels wants them all.</summary>
    private const int ManyLevels = 3;

    private const int Sequence = 0;

    private readonly bool _isOpen;
    private readonly bool _asksGains;
    private readonly bool _asksSequence;
    private readonly bool[] _fitsLevel;
    private readonly bool[] _fitsType;
    private readonly bool[]? _isMicroRnaSet;

    public LevelScope(Question question, Lexicon lexicon)
    {
        var named = question.Levels.Count + question.Types.Count;
        var namesFeatures = question.Features.Count > 0;
        _isOpen = named is 0 or >= ManyLevels || (namesFeatures && question.Levels.Count == 0);
        _asksGains = namesFeatures && question.Levels.Contains(Level.CopyNumber);
        _asksSequence = namesFeatures && question.Levels.Any(l => Kind(l) == Sequence);
        _fitsLevel =
        [
            .. Enum.GetValues<Level>()
                .Select(l => question.Levels.Any(asked => namesFeatures ? Kind(asked) == Kind(l) : Includes(asked, l))),
        ];
        var asksSignatures = !namesFeatures && question.Levels.Contains(Level.SignatureScore);
        _fitsType =
        [
            .. Enum.GetValues<FeatureType>()
                .Select(t => question.Types.Contains(t) || (asksSignatures && t == FeatureType.Signature)),
        ];
        if (question.Types.Contains(FeatureType.MicroRna))
            _isMicroRnaSet = [.. lexicon.Features.Select(IsMicroRnaSet)];
    }

    /// <param name="finding">The finding.</param>
    /// <param name="item">Its item, looked at only where mutations or amplifications are asked for.</param>
    public bool Fits(in Finding finding, EvidenceItem item) =>
        _isOpen
        || _fitsLevel[(int)finding.Level]
        || _fitsType[(int)finding.Type]
        || _isMicroRnaSet?[finding.Feature] == true
        || (_asksSequence && MarksMutation(in finding, item))
        || (_asksGains && IsGain(in finding, item));

    private static bool Includes(Level asked, Level level) =>
        asked switch
        {
            Level.DnaVariant => level is Level.DnaVariant or Level.GermlineVariant or Level.Fusion,
            Level.ProteinExpression => level is Level.ProteinExpression or Level.ProteinActivity,
            _ => level == asked,
        };

    private static bool MarksMutation(in Finding finding, EvidenceItem item) =>
        finding.Level == Level.ProteinExpression && item.Feature.ProteinMarksMutation;

    /// <summary>Profiles and signatures made of microRNAs.</summary>
    private static bool IsMicroRnaSet(Feature feature) =>
        feature.Name.Contains("miRNA", StringComparison.OrdinalIgnoreCase)
        || feature.Name.Contains("microRNA", StringComparison.OrdinalIgnoreCase);

    /// <summary>Amplifications reported together with activating mutations.</summary>
    private static bool IsGain(in Finding finding, EvidenceItem item) =>
        finding.State is FeatureState.GainOfFunction or FeatureState.Amplified
        && item.Variant?.Contains("amplif", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>
    /// For a named feature, its sequence, its methylation and its amount are different questions; RNA, protein, activity and
    /// amplification are measures of one, and each is printed as what it is.
    /// </summary>
    private static int Kind(Level level) =>
        level switch
        {
            Level.DnaVariant or Level.GermlineVariant or Level.Fusion => Sequence,
            Level.Methylation => 1,
            _ => 2,
        };
}
