using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>Recounts a claim that gives a number of evidence items, papers or features.</summary>
internal static partial class CountClaim
{
    /// <summary>Whether a text begins with a count.</summary>
    public static bool Applies(string text) => Opening().IsMatch(text);

    /// <summary>Why the count is not that of the evidence named; null when it is.</summary>
    public static string? Check(string text, IReadOnlyList<EvidenceItem> items)
    {
        foreach (Match match in Counts().Matches(text))
        {
            var stated = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
            var counted = match.Groups[2].Value switch
            {
                "papers" => items.Select(i => i.Paper).Distinct().Count(),
                "evidence items" => items.Count,
                "after joining" => items.Select(i => i.Feature).Distinct().Count(),
                _ => items.Select(i => i.FeatureName).Distinct(StringComparer.Ordinal).Count(),
            };
            if (stated != counted)
                return $"{stated} {match.Groups[2].Value} are stated, {counted} are in the evidence";
        }
        return null;
    }

    [GeneratedRegex(@"^\d+ (?:papers|evidence items|distinct)\b")]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(\d+) (papers|evidence items|distinct|after joining)\b")]
    private static partial Regex Counts();
}
