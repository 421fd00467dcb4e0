using System.Text.RegularExpressions;

namespace Refractor.Audit.Understanding;

/// <summary>Takes enumerations apart: "ABCB5, CYP1A1 and CYP4Z1 are upregulated" states three findings.</summary>
internal static partial class Enumeration
{
    private const int LongestGap = 24;

    /// <summary>The findings of a statement, each as the parts that make it up.</summary>
    /// <param name="parts">Parts of one statement with outcomes of their own.</param>
    public static IReadOnlyList<IReadOnlyList<Reading>> Split(IReadOnlyList<Reading> parts)
    {
        if (parts.Count != 1)
            return [parts];
        var listed = Listed(parts[0]);
        return listed.Count < 2
            ? [parts]
            :
            [
                .. listed.Select(
                    (f, i) =>
                        (IReadOnlyList<Reading>)
                            [parts[0] with { Named = [f], Numbers = NumbersOf(parts[0].Numbers, i, listed.Count) }]
                ),
            ];
    }

    /// <summary>"PALB2 and ERCC1 (p = 0.005 and p = 0.009)": as many numbers of a kind as features are told in the same order.</summary>
    private static List<StatedNumber> NumbersOf(IReadOnlyList<StatedNumber> numbers, int place, int features) =>
        [.. numbers.GroupBy(n => n.Kind).SelectMany(g => g.Count() == features ? g.Skip(place).Take(1) : g)];

    /// <summary>The features that stand in one row, separated by commas and "and"; empty when other features stand beside the row.</summary>
    private static List<NamedFeature> Listed(Reading reading)
    {
        var named = reading.Named.Where(n => n.Start >= 0).OrderBy(n => n.Start).ToList();
        if (named.Count < 2 || named.Count != named.Select(n => n.Start).Distinct().Count())
            return [];
        for (var i = 1; i < named.Count; i++)
        {
            var between = reading.Text[named[i - 1].Start..named[i].Start];
            if (between.Length > LongestGap + named[i - 1].Feature.Name.Length || !Separator().IsMatch(between))
                return [];
        }
        // "Altered FGFR1 or FGFR2" and "MYC and MCL1 co-amplified" are one finding on both.
        return Together().IsMatch(reading.Text) ? [] : named;
    }

    [GeneratedRegex(
        @"^[^,;.()]*?\)?\s*(?:,\s*(?:and|or)?|and|&|/|as\s+well\s+as)\s*(?:(?:the|of|in|low|high|loss|reduced|increased|elevated|mutated|mutant|anti-apoptotic|proteins?|genes?)\s+){0,2}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Separator();

    [GeneratedRegex(
        @"\bor\b|\bco-|\btogether\b|\bcombin\w+|\bboth\b|\bjoint\w*|\bratio\b|\bsignature\b|\bscore\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Together();
}
