using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Replicating;

/// <summary>Reads between whom the estimate of a finding is: carriers and others, or those given a therapy and those not.</summary>
internal sealed class PublishedContrast(Lexicon lexicon)
{
    private static readonly string[] Against = [" vs ", " vs. ", " versus ", " compared with ", " over "];
    private static readonly string[] Prefixes = ["with ", "without ", "no "];

    private readonly Dictionary<string, Therapy> _therapies = ByName(lexicon);

    /// <summary>
    /// Whether one side of the contrast is a therapy of the finding, given or left out: "hormone therapy vs none", or groups named "with
    /// trastuzumab" and "without trastuzumab". "HRD vs no HRD, on platinum" is between carriers and others.
    /// </summary>
    public bool IsBetweenTherapies(EvidenceItem item) =>
        item.Result.Groups.Any(g => Names(g.Label, item))
        || (item.Result.Reference is { } contrast && FirstSide(contrast) is { } side && Names(side, item));

    private static string? FirstSide(string contrast) =>
        Against
            .Select(a => contrast.IndexOf(a, StringComparison.OrdinalIgnoreCase))
            .Where(at => at > 0)
            .Order()
            .Select(at => contrast[..at])
            .FirstOrDefault();

    private bool Names(string side, EvidenceItem item)
    {
        var words = side.Trim().ToLowerInvariant();
        if (Prefixes.FirstOrDefault(p => words.StartsWith(p, StringComparison.Ordinal)) is { } prefix)
            words = words[prefix.Length..];
        return _therapies.TryGetValue(words, out var named)
            && item.Therapies.Any(t => lexicon.IsWithin(t, named) || lexicon.IsWithin(named, t));
    }

    private static Dictionary<string, Therapy> ByName(Lexicon lexicon)
    {
        var byName = new Dictionary<string, Therapy>(StringComparer.Ordinal);
        foreach (var therapy in lexicon.Therapies)
        foreach (var name in therapy.Aliases.Prepend(therapy.Label).Prepend(therapy.Name.Replace('_', ' ')))
            byName.TryAdd(name.ToLowerInvariant(), therapy);
        return byName;
    }
}
