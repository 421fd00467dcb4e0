using System.Text.RegularExpressions;

namespace Refractor.Audit.Understanding;

/// <summary>Cuts a statement where a conjunction parts two outcomes: "resistant to fulvestrant but sensitive to tamoxifen".</summary>
internal static partial class ClauseCutter
{
    /// <summary>Characters from "and" to a second direction that belongs to it.</summary>
    private const int NearAnd = 18;

    /// <summary>The parts in order; together they are the text.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="phrases">Its outcomes in text order.</param>
    public static IReadOnlyList<string> Parts(string text, IReadOnlyList<OutcomePhrase> phrases)
    {
        var cuts = new SortedSet<int>();
        for (var i = 1; i < phrases.Count; i++)
        {
            for (var j = i - 1; j >= 0; j--)
            {
                if (CutBetween(text, phrases[j], phrases[i]) is { } cut)
                {
                    cuts.Add(cut);
                    break;
                }
            }
        }
        foreach (Match whereas in Whereas().Matches(text))
            cuts.Add(whereas.Index);
        return Cut(text, [.. cuts]);
    }

    /// <summary>Where a conjunction parts two phrases of different outcome; null when none does.</summary>
    private static int? CutBetween(string text, OutcomePhrase before, OutcomePhrase after)
    {
        if (!AreApart(before.Outcome, after.Outcome))
            return null;
        var start = Math.Min(before.End, after.Start);
        var stretch = text[start..(after.Start + Math.Min(9, after.End - after.Start))];
        var between = Conjunction().Matches(stretch).LastOrDefault();
        if (between is null)
            return null;
        var isBareAnd = between.ValueSpan is "and";
        if (
            isBareAnd
            && (
                !AreOpposite(before.Outcome, after.Outcome)
                || !BeginsClause(after, start + between.Index, stretch[between.Index..])
            )
        )
            return null;
        return start + between.Index;
    }

    /// <summary>"And" joins two clauses when a verb follows, as in "and had no bearing", or a second direction at once, as in "and sensitive to".</summary>
    private static bool BeginsClause(OutcomePhrase after, int at, string stretch) =>
        (after.Outcome != Outcome.None && after.Start - at <= NearAnd) || AndVerb().IsMatch(stretch);

    [GeneratedRegex(
        @"^and\s+(?:had|has|have|was|were|is|are|did|does|do|shows?|showed|made|bore|found|with)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex AndVerb();

    private static bool AreApart(Outcome a, Outcome b) =>
        a != b && Outcomes.IsTold(b) && (Outcomes.IsTold(a) || (a == Outcome.Measured && b == Outcome.None));

    /// <summary>Whether "and" may part them: two directions, or a direction and a null result.</summary>
    private static bool AreOpposite(Outcome a, Outcome b) =>
        a is Outcome.Better or Outcome.Worse && b is Outcome.Better or Outcome.Worse or Outcome.None;

    private static List<string> Cut(string text, IReadOnlyList<int> cuts)
    {
        var parts = new List<string>();
        var from = 0;
        foreach (var cut in cuts)
        {
            parts.Add(text[from..cut]);
            from = cut;
        }
        parts.Add(text[from..]);
        return parts;
    }

    [GeneratedRegex(
        @"[,;]?\s*\b(?:but|whereas|while|although|yet)\b|,\s*(?:and|with)\b|\bwithout\b|\bwith\s+no\b|;|\band\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Conjunction();

    [GeneratedRegex(@",?\s*\bwhereas\b(?=(?:\s+\S+){4})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whereas();
}
