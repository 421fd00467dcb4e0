using System.Collections.Frozen;

namespace Refractor.Audit.Texts;

/// <summary>Where a heading ends when the sentence below it stands on the same line: "## TP53 Mutations TP53 mutations contribute to …".</summary>
internal static class HeadingEnd
{
    private const int LongestHeading = 200;

    private static readonly FrozenSet<string> Small = Words(
        "of and in the to for with a an or vs by on from as at versus"
    );

    private static readonly FrozenSet<string> Openers = Words(
        "The Several These This Those In A An Both Many Most Some Multiple Various However Recent Studies Although While When Among It Certain Other For As"
    );

    /// <summary>The end of the heading that starts at the "#" of a line; the end of the line when no sentence follows it.</summary>
    public static int Of(string text, TextSpan line)
    {
        var list = ReferenceHeadings.LengthBeforeEntry(text.AsSpan(line.Start, Math.Min(line.Length, LongestHeading)));
        if (list > 0)
            return line.Start + list;
        var start = line.Start;
        while (
            start < line.End
            && (text[start] is '#' or '.' || char.IsAsciiDigit(text[start]) || TextSigns.IsBlank(text[start]))
        )
            start++;
        if (!HoldsSentence(text, new(start, line.End)))
            return line.End;
        var near = Math.Min(line.End, start + LongestHeading);
        var bold = text.IndexOf("**", start, near - start, StringComparison.Ordinal);
        var words = TextWord.Of(text, start, near);
        if (bold > start && words.TrueForAll(w => w.Start > bold || !w.IsVerb))
            return bold;
        var cut = SentenceStart(text, words);
        return cut > start ? cut : line.End;
    }

    private static bool HoldsSentence(string text, TextSpan line)
    {
        var end = line.End;
        while (end > line.Start && (TextSigns.IsBlank(text[end - 1]) || text[end - 1] is '-' or '*'))
            end--;
        var near = Math.Min(end, line.Start + 2 * LongestHeading);
        var ends = end > near || end > line.Start && text[end - 1] is '.' or ':' or ']';
        return ends && TextWord.Of(text, line.Start, near).Exists(w => w.IsVerb);
    }

    /// <summary>The sentence starts at a word that opens sentences, at the first word said again, or at the last capital before words in small letters.</summary>
    private static int SentenceStart(string text, List<TextWord> words)
    {
        var low = words.FindIndex(w =>
            char.IsLower(text[w.Start]) && !Small.Contains(Text(w)) && !HoldsCapital(Text(w))
        );
        if (low < 2)
            return -1;
        for (var i = 1; i < low; i++)
        {
            if (Openers.Contains(Text(words[i])) && char.IsUpper(text[words[i].Start]))
                return words[i].Start;
        }
        for (var i = 1; i <= low; i++)
        {
            if (string.Equals(Text(words[i]), Text(words[0]), StringComparison.OrdinalIgnoreCase))
                return words[i].Start;
        }
        var at = low - 1;
        while (at >= 2 && Small.Contains(Text(words[at - 1])))
            at -= 2;
        return at >= 1 ? words[at].Start : -1;

        string Text(TextWord w) => w.In(text).ToString();
    }

    private static bool HoldsCapital(string word) => word.AsSpan(1).ContainsAnyInRange('A', 'Z');

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
