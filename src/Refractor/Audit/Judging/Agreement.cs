using Refractor.Associations;
using Refractor.Audit.Understanding;
using Refractor.Knowledge;

namespace Refractor.Audit.Judging;

/// <summary>How what a statement says stands to what an item found.</summary>
internal enum Agreement
{
    /// <summary>One of both gives no direction.</summary>
    Silent,

    /// <summary>Both say the same.</summary>
    Agrees,

    /// <summary>They say opposite things, or one says that there is nothing.</summary>
    Opposes,
}

/// <summary>Compares the direction of a statement with that of an item.</summary>
internal static class Directions
{
    public static Agreement Compare(Reading reading, EvidenceItem item)
    {
        if (reading.States.Any(s => s.State == FeatureState.Reversion) != (item.State == FeatureState.Reversion))
            return Agreement.Silent;
        if (item.Effect == Effect.Mixed && item.Relation != Relation.TreatmentChange)
            return Agreement.Silent;
        var state = reading.Therapies.Any(t => TargetedBy.Names(item, t)) ? item.State : reading.StateOf(item);
        if (IsChange(item) && !IsAboutResponse(reading))
            return CompareChange(reading, item, state);
        if (Stated(reading) is not { } stated)
            return Agreement.Silent;
        if (stated == Outcome.Difference)
            return item.Effect == Effect.NoEffect ? Agreement.Opposes : Agreement.Agrees;
        if (
            stated == Outcome.None
            && item.Effect != Effect.NoEffect
            && (IsTurned(state, item) || reading.Tone.OfOthers)
        )
            return Agreement.Silent;
        if (item.Effect == Effect.NoEffect || stated == Outcome.None)
            return (item.Effect == Effect.NoEffect) == (stated == Outcome.None) ? Agreement.Agrees : Agreement.Opposes;
        var known = item.Effect == Effect.Resistance ? Outcome.Worse : Outcome.Better;
        var isTurned = IsTurned(state, item) ^ IsComparator(reading, item);
        return (known == stated) != isTurned ? Agreement.Agrees : Agreement.Opposes;
    }

    /// <summary>Better, worse or none; an outcome that is only named counts as better unless two numbers stand against each other.</summary>
    public static Outcome? Stated(Reading reading) =>
        reading.Outcome switch
        {
            Outcome.Measured => reading.ComparesNumbers ? null : Outcome.Better,
            Outcome.Same or Outcome.Description => null,
            var outcome => outcome,
        };

    /// <summary>Whether the statement speaks of the other side of the feature than the item: high against low, mutated against wild type.</summary>
    public static bool IsTurned(FeatureState? stated, EvidenceItem item)
    {
        var known = Aspects.IsLoss(item) || (item.State == FeatureState.LossOfFunction && IsAmount(item));
        if (stated is not { } state)
            return known && IsAmount(item);
        if (!IsAmount(item))
            return IsAbsence(state) != IsAbsence(item.State);
        return StateReader.IsLoss(state) != known;
    }

    /// <summary>Without the alteration.</summary>
    private static bool IsAbsence(FeatureState state) =>
        state is FeatureState.WildType or FeatureState.Negative or FeatureState.Absent;

    private static bool IsAmount(EvidenceItem item) =>
        Aspects.Of(item) == Aspect.Amount || item.Relation == Relation.Mechanism;

    /// <summary>"Longer on fulvestrant than on exemestane" is worse for exemestane.</summary>
    private static bool IsComparator(Reading reading, EvidenceItem item) =>
        reading.Comparator is { } comparator
        && reading.Therapies.Count > 1
        && item.Therapies.Contains(comparator)
        && !item.Therapies.Any(t => t != comparator && reading.Therapies.Contains(t));

    private static bool IsChange(EvidenceItem item) =>
        item.Relation == Relation.TreatmentChange || item.Endpoint == "expression_change";

    private static bool IsAboutResponse(Reading reading) =>
        reading.Outcome is Outcome.Better or Outcome.Worse && reading.States.Count == 0;

    private static Agreement CompareChange(Reading reading, EvidenceItem item, FeatureState? state)
    {
        if (item.Effect == Effect.NoEffect)
            return reading.Outcome == Outcome.None ? Agreement.Agrees
                : state is null ? Agreement.Silent
                : Agreement.Opposes;
        if (reading.Outcome == Outcome.None)
            return Agreement.Opposes;
        var isSameOutcome =
            (reading.Outcome, item.Effect)
            is
                (Outcome.Worse, Effect.Resistance)
                or
                (Outcome.Better, Effect.Sensitivity);
        if (isSameOutcome && reading.Endpoints.Count > 0)
            return Agreement.Agrees;
        if (state is null || (!IsMove(state.Value) && state.Value is not (FeatureState.High or FeatureState.Low)))
            state =
                reading.States.Where(s => IsMove(s.State)).Select(s => (FeatureState?)s.State).LastOrDefault() ?? state;
        if (state is not { } stated || !HasSide(item.State))
            return Agreement.Silent;
        return StateReader.IsLoss(stated) == StateReader.IsLoss(item.State) ? Agreement.Agrees : Agreement.Opposes;
    }

    /// <summary>Words that tell a change: in "amplification was lost" the last one counts.</summary>
    private static bool IsMove(FeatureState state) =>
        state is FeatureState.Increased or FeatureState.Decreased or FeatureState.LossOfFunction;

    private static bool HasSide(FeatureState state) =>
        state
            is FeatureState.High
                or FeatureState.Low
                or FeatureState.Increased
                or FeatureState.Decreased
                or FeatureState.Positive
                or FeatureState.Negative
                or FeatureState.Absent
                or FeatureState.Present
                or FeatureState.LossOfFunction
                or FeatureState.Deleted;
}
