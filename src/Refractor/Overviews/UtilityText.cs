using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>The components of clinical utility in words.</summary>
public static class UtilityText
{
    /// <summary>Best design to tell predictive from prognostic: "interaction", "both arms", "treated only", "none".</summary>
    public static string Design(ClinicalUtility utility) =>
        utility.PredictiveDesign switch
        {
            3 => "interaction",
            2 => "both arms",
            1 => "treated only",
            _ => "none",
        };

    /// <summary>Best validation: "prospective", "external", "internal", "none".</summary>
    public static string Validation(ClinicalUtility utility) => Terms.Validations.Names[utility.Validation];

    /// <summary>
    /// A state of conflict in words. Both concordant states are "concordant": the direction is on the gain side, and beside a
    /// statement on loss ("low X goes with resistance") the word "sensitivity" would mislead.
    /// </summary>
    public static string State(ConflictState state) =>
        state is ConflictState.ConcordantResistance or ConflictState.ConcordantSensitivity
            ? "concordant"
            : Conflict.NameOf(state).Replace('_', ' ');

    /// <summary>State of conflict with its moderator: "context dependent (subtype)".</summary>
    public static string State(ConflictVerdict verdict) =>
        verdict.Moderator is { } moderator ? $"{State(verdict.State)} ({moderator})" : State(verdict.State);

    /// <summary>Which way the findings point once turned to the gain side: "more of it goes with resistance"; empty when they do not point one way.</summary>
    public static string GainSide(Association association)
    {
        if (
            association.Verdict.Direction
            is not (Associations.Direction.Resistance or Associations.Direction.Sensitivity)
        )
            return "";
        var more = association.Aspect == Aspect.Amount ? "more of it" : "having it";
        var outcome = association.Role == EvidenceRole.Outcome;
        var resists = association.Verdict.Direction == Associations.Direction.Resistance;
        return $"{more} goes with {(outcome ? (resists ? "worse outcome" : "better outcome") : Direction(association.Verdict.Direction))}";
    }

    /// <summary>How many independent sources, and how they stand to each other: "2 of 4 agree", "1", "3, contested", "2, by subtype".</summary>
    public static string Sources(RankedAssociation entry)
    {
        var (verdict, all) = (entry.Association.Verdict, entry.Utility.Sources);
        return verdict.State switch
        {
            ConflictState.ConcordantResistance or ConflictState.ConcordantSensitivity => verdict.Sources < all
                ? $"{verdict.Sources} of {all} agree"
                : $"{all} agree",
            ConflictState.ContextDependent => $"{all}, by {verdict.Moderator}",
            ConflictState.Contested => $"{all}, contested",
            _ => all > 1 ? $"1 of {all}" : $"{all}",
        };
    }

    /// <summary>A direction in words; "none" for null results, "unstated" where there is none.</summary>
    public static string Direction(Direction direction) =>
        direction switch
        {
            Associations.Direction.Resistance => "resistance",
            Associations.Direction.Sensitivity => "sensitivity",
            Associations.Direction.None => "none",
            _ => "unstated",
        };

    /// <summary>What findings are about: "response", "prognosis" or "change under treatment".</summary>
    public static string Role(EvidenceRole role) =>
        role switch
        {
            EvidenceRole.Response => "response",
            EvidenceRole.Outcome => "prognosis",
            _ => "change under treatment",
        };
}
