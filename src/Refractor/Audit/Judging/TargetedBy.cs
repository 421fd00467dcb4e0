using System.Text.RegularExpressions;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Judging;

/// <summary>An agent that a source used to change the feature: enzalutamide where the item says that AR was inhibited by it.</summary>
internal static partial class TargetedBy
{
    /// <summary>Whether the item is about a feature changed by the agent, so that naming the agent tells the state of the feature.</summary>
    public static bool Names(EvidenceItem item, Therapy agent) =>
        !item.IsClinical
        && agent is { Kind: TherapyKind.Agent, Modality: not ("chemotherapy" or "radiotherapy") }
        && item.Variant is { } variant
        && variant.Contains(agent.Label, StringComparison.OrdinalIgnoreCase)
        && Act().IsMatch(variant);

    [GeneratedRegex(
        @"\b(?:inhibit\w*|block\w*|degrad\w*|antagon\w*|suppress\w*|by|with)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Act();
}
