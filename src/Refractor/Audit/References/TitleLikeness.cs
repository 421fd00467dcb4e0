namespace Refractor.Audit.References;

/// <summary>How like two titles are, by their keys.</summary>
internal static class TitleLikeness
{
    /// <summary>Letters that a cut title must have left: below that many, the beginning of a title is that of several papers.</summary>
    private const int CutTitle = 30;

    /// <summary>A share of equal letters at which only misprints, articles and punctuation differ.</summary>
    public const double Misprints = 0.88;

    /// <summary>Share of words that titles of two papers on one matter have in common at most, as a rule.</summary>
    private const double CommonWords = 0.6;

    private const double CommonLetters = 0.7;
    private const int Longest = 400;

    /// <summary>Whether the titles are the same apart from misprints, a missing end or a missing subtitle.</summary>
    public static bool IsSame(string a, string b)
    {
        if (a == b)
            return true;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        if (shorter.Length >= CutTitle && longer.StartsWith(shorter, StringComparison.Ordinal))
            return true;
        return shorter.Length >= Misprints * longer.Length
            && ReferenceWords.Digits(a) == ReferenceWords.Digits(b)
            && Of(a, b) >= Misprints;
    }

    /// <summary>
    /// Whether an entry plainly has another title than that of a paper: few of the paper's words stand in it, and the titles are not alike. Never of a
    /// title of one to three words, which may be a journal or a beginning.
    /// </summary>
    /// <param name="entry">The whole entry.</param>
    /// <param name="title">Its title.</param>
    /// <param name="known">Title of the paper.</param>
    public static bool IsOther(string entry, string title, string known)
    {
        if (ReferenceWords.Of(title).Count < 4)
            return false;
        var words = ReferenceWords.Of(entry).Concat(ReferenceWords.Of(title)).ToHashSet();
        var own = ReferenceWords.Of(known).Where(w => w.Length > 3).Distinct().ToList();
        return own.Count > 0
            && own.Count(words.Contains) < CommonWords * own.Count
            && Of(ReferenceWords.Key(title), ReferenceWords.Key(known)) < CommonLetters;
    }

    /// <summary>1 for equal keys, 0 for keys without a letter in common in order.</summary>
    public static double Of(string a, string b)
    {
        a = Cut(a);
        b = Cut(b);
        var longest = Math.Max(a.Length, b.Length);
        return longest == 0 ? 1 : 1 - (double)Distance(a, b) / longest;
    }

    private static string Cut(string key) => key.Length <= Longest ? key : key[..Longest];

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 0; i < a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i + 1;
            for (var j = 0; j < b.Length; j++)
            {
                var replaced = diagonal + (a[i] == b[j] ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(replaced, Math.Min(row[j], diagonal) + 1);
            }
        }
        return row[b.Length];
    }
}
