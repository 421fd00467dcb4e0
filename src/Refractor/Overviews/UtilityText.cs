using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Overviews;

/// <summary>The components of clinical utility in words.</summary>
public static class UtilityText
{
    /// <summary>Best design to tell predictive from prognostic: "interaction tested", "both arms", "treated only", "none".</summary>
    public static string Design(ClinicalUtility utility) =>
        utility.PredictiveDesign switch
        {
            3 => "interaction tested",
            2 => "both arms shown",
            1 => "treated only",
            _ => "none",
        };

    /// <summary>Best validation: "prospective", "external", "internal", "none".</summary>
    public static string Validation(ClinicalUtility utility) => Terms.Validations.Names[utility.Validation];

    /// <summary>A state of conflict in words: "concordant resistance".</summary>
    public static string State(ConflictState state) => Conflict.NameOf(state).Replace('_', ' ');

    /// <summary>State of conflict with its moderator: "context dependent (subtype)".</summary>
    public static string State(ConflictVerdict verdict) =>
        verdict.Moderator is { } moderator ? $"{State(verdict.State)} ({moderator})" : State(verdict.State);

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
