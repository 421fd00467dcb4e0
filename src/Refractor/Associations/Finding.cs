using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Associations;

/// <summary>
/// What search, ranking and verdicts need of an evidence item, in 40 bytes. Packs of a million items are read through these, because an
/// item with its paper, texts and figures lies all over the memory and each look at it waits for the memory.
/// </summary>
internal readonly struct Finding
{
    private readonly byte _level;
    private readonly byte _state;
    private readonly byte _relation;
    private readonly byte _effect;
    private readonly byte _setting;
    private readonly byte _timing;
    private readonly byte _design;
    private readonly byte _predictiveDesign;
    private readonly byte _validation;
    private readonly byte _type;
    private readonly byte _aspect;
    private readonly byte _direction;
    private readonly byte _grade;

    public Finding(EvidenceItem item)
    {
        Order = EvidenceOrder.KeyOf(item);
        Paper = item.Paper.Index;
        Feature = item.Feature.Index;
        Subtype = checked((short)(item.Subtype is { } subtype ? subtype.Index + 1 : 0));
        Tier = Conflict.TierOf(item);
        IsConfirmed = item.IsConfirmed;
        IsClinical = item.IsClinical;
        IsLoss = Aspects.IsLoss(item);
        HasTrials = item.Paper.TrialIds.Count > 0;
        _level = (byte)item.Level;
        _state = (byte)item.State;
        _relation = (byte)item.Relation;
        _effect = (byte)item.Effect;
        _setting = (byte)item.Setting;
        _timing = (byte)item.Timing;
        _design = (byte)item.Design;
        _predictiveDesign = (byte)item.PredictiveDesign;
        _validation = (byte)item.Validation;
        _type = (byte)item.Feature.Type;
        _aspect = (byte)Aspects.Of(item);
        _direction = (byte)Aspects.DirectionOf(item);
        _grade = (byte)Grading.Of(item);
    }

    /// <summary>Place in the order of evidence, smaller for stronger; equal places are told apart by id.</summary>
    public ulong Order { get; }

    /// <summary>Index of the paper.</summary>
    public int Paper { get; }

    /// <summary>Index of the feature.</summary>
    public int Feature { get; }

    /// <summary>Index of the subtype plus one; 0 when none is recorded.</summary>
    public short Subtype { get; }

    /// <summary>Tier in a verdict, see <see cref="Conflict.TierOf"/>.</summary>
    public byte Tier { get; }

    public bool IsConfirmed { get; }

    public bool IsClinical { get; }

    /// <summary>Whether the state is one of absence, see <see cref="Aspects.IsLoss"/>.</summary>
    public bool IsLoss { get; }

    /// <summary>Whether the paper names trials or data sets, which other papers may share.</summary>
    public bool HasTrials { get; }

    public Level Level => (Level)_level;

    public FeatureState State => (FeatureState)_state;

    public Relation Relation => (Relation)_relation;

    public Effect Effect => (Effect)_effect;

    public Setting Setting => (Setting)_setting;

    public Timing Timing => (Timing)_timing;

    public Design Design => (Design)_design;

    public PredictiveDesign PredictiveDesign => (PredictiveDesign)_predictiveDesign;

    public Validation Validation => (Validation)_validation;

    public FeatureType Type => (FeatureType)_type;

    public Aspect Aspect => (Aspect)_aspect;

    public EvidenceRole Role => Aspects.RoleOf(Relation);

    public Direction Direction => (Direction)_direction;

    public EvidenceGrade Grade => (EvidenceGrade)_grade;
}
