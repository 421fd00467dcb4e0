using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>Recounts a claim that gives a number of evidence items, papers or features, and checks what it says was counted.</summary>
internal static partial class CountClaim
{
    /// <summary>Whether a text begins with a count.</summary>
    public static bool Applies(string text) => Opening().IsMatch(text);

    /// <summary>Why the count is not that of the evidence named; null when it is.</summary>
    public static string? Check(string text, IReadOnlyList<EvidenceItem> items, Lexicon lexicon)
    {
        var plain = StatedSentence.Citation().Replace(text, "").Trim(' ', '.');
        var parts = plain.Split("; counted were: ", 2);
        if (parts.Length == 2 && Unlisted(parts[1], items) is { } unlisted)
            return unlisted;
        var counts = Count().Matches(parts[0]);
        if (counts.Select(c => WrongCount(c, items)).FirstOrDefault(f => f is not null) is { } wrong)
            return wrong;
        var description = Parenthesis().Replace(Opening().Replace(parts[0], ""), "").Trim();
        if (
            description.StartsWith("on ", StringComparison.Ordinal)
            && items.FirstOrDefault(i => !description.Contains(i.Feature.Name, StringComparison.Ordinal)) is { } other
        )
            return $"'{other.Feature.Name}' was counted and is not named";
        return description
            .Split(", ")
            .Select(p => p.Trim())
            .Where(p => p.Length > 0 && p != "in all")
            .Select(p => WrongPart(p, items, lexicon))
            .FirstOrDefault(f => f is not null);
    }

    private static string? Unlisted(string list, IReadOnlyList<EvidenceItem> items)
    {
        var names = list.Split("; ").ToHashSet(StringComparer.Ordinal);
        return names.SetEquals(items.Select(i => i.FeatureName))
            ? null
            : "the names listed are not those of the evidence";
    }

    private static string? WrongCount(Match match, IReadOnlyList<EvidenceItem> items)
    {
        var stated = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        var counted = match.Groups[2].Value switch
        {
            "papers" => items.Select(i => i.Paper).Distinct().Count(),
            "evidence items" => items.Count,
            "after joining" => items.Select(i => i.Feature).Distinct().Count(),
            _ => items.Select(i => i.FeatureName).Distinct(StringComparer.Ordinal).Count(),
        };
        return stated == counted ? null : $"{stated} {match.Groups[2].Value} are stated, {counted} are in the evidence";
    }

    /// <summary>Every part of the description must hold for every item counted; a part of no known form is a claim of its own.</summary>
    private static string? WrongPart(string part, IReadOnlyList<EvidenceItem> items, Lexicon lexicon)
    {
        var names = Names(part);
        Func<EvidenceItem, bool>? holds = part switch
        {
            _ when part.StartsWith("under ", StringComparison.Ordinal) => i =>
                i.Therapies.Any(t => lexicon.Therapies.Any(s => names.Contains(s.Label) && lexicon.IsWithin(t, s))),
            _ when part.StartsWith("at the level ", StringComparison.Ordinal) => i =>
                names.Contains(Terms.Levels.NameOf(i.Level).Replace('_', ' ')),
            _ when part.StartsWith("in the setting ", StringComparison.Ordinal) => i =>
                names.Contains(Terms.Settings.NameOf(i.Setting).Replace('_', ' ')),
            _ when part.StartsWith("of the relation ", StringComparison.Ordinal) => i =>
                names.Contains(Terms.Relations.NameOf(i.Relation).Replace('_', ' ')),
            _ when part.StartsWith("from the design ", StringComparison.Ordinal) => i =>
                names.Contains(Terms.Designs.NameOf(i.Design).Replace('_', ' ')),
            _ when part.StartsWith("with the effect ", StringComparison.Ordinal) => i =>
                names.Contains(Terms.Effects.NameOf(i.Effect).Replace('_', ' ')),
            _ when part.StartsWith("in ", StringComparison.Ordinal)
                    && part.EndsWith(" disease", StringComparison.Ordinal) => i =>
                i.Subtype is { } of && lexicon.Subtypes.Any(s => names.Contains(s.Label) && lexicon.IsWithin(of, s)),
            _ when part.StartsWith("on ", StringComparison.Ordinal) || lexicon.FindFeature(part) is not null => i =>
                true,
            _ => null,
        };
        if (holds is null)
            return $"'{part}' is no part of a count";
        return items.All(holds) ? null : $"'{part}' does not hold for every item counted";
    }

    private static HashSet<string> Names(string part)
    {
        foreach (
            var opening in new[]
            {
                "under ",
                "at the level ",
                "in the setting ",
                "of the relation ",
                "from the design ",
                "with the effect ",
                "in ",
            }
        )
        {
            if (part.StartsWith(opening, StringComparison.Ordinal))
                part = part[opening.Length..];
        }
        part = part.EndsWith(" disease", StringComparison.Ordinal) ? part[..^" disease".Length] : part;
        return part.Split([" or ", " and ", ", "], StringSplitOptions.RemoveEmptyEntries)
            .ToHashSet(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^\d+ (?:papers|evidence items|distinct (?:features|microRNAs|long non-coding RNAs|signatures|pathways|cell types))\b"
    )]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(\d+) (papers|evidence items|distinct|after joining)\b")]
    private static partial Regex Count();

    [GeneratedRegex(@" \((?:from )?\d+ [^)]*\)")]
    private static partial Regex Parenthesis();
}
