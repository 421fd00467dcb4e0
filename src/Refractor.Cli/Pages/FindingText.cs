using Refractor.Knowledge;

namespace Refractor.Cli.Pages;

/// <summary>Published findings in a few words.</summary>
internal static class FindingText
{
    /// <summary>"TP53 mutated, chemotherapy, pCR, TNBC".</summary>
    public static string Of(EvidenceItem item)
    {
        var therapy = item.Therapies.Count > 0 ? $", {string.Join(" + ", item.Therapies.Select(t => t.Label))}" : "";
        var subtype = item.Subtype is { Name: not "any" } named ? $", {named.Name}" : "";
        return $"{item.Feature.Name} {Terms.States.NameOf(item.State).Replace('_', ' ')}{therapy}, {item.Endpoint}{subtype}";
    }

    /// <summary>"no effect".</summary>
    public static string Effect(EvidenceItem item) => Terms.Effects.NameOf(item.Effect).Replace('_', ' ');
}
