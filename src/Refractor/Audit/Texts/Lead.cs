namespace Refractor.Audit.Texts;

/// <summary>Finds the bold or short words before the sentences of a block: "**LOX.** In chemoresistant models …", "ABCB1: …".</summary>
internal static class Lead
{
    private const int MostWords = 14;
    private const int MostPlainWords = 8;

    /// <summary>Where the lead of a block ends and its sentences start; 0 when it has none, the length when it is nothing else.</summary>
    public static int EndOf(PlainText plain, BlockKind kind)
    {
        var words = plain.Words;
        if (plain.Bold is [{ Start: 0 } bold, ..] && bold.Length > 0)
        {
            var end = AfterBold(words, Math.Min(bold.End, words.Length), plain.Brackets);
            if (end > 0 && !HoldsVerb(words, end, MostWords))
                return end;
        }
        return AfterColon(plain, kind);
    }

    /// <summary>The place after the bold words and the sign that parts them from the sentence; 0 when the sentence goes on.</summary>
    private static int AfterBold(string words, int end, Brackets brackets)
    {
        while (end > 0 && words[end - 1] == ' ')
            end--;
        if (end == words.Length || end > 0 && words[end - 1] is ':' or '.')
            return end;
        if (end + 1 < words.Length && words[end] == ' ' && words[end + 1] == '(')
            end = brackets.After(end + 2);
        if (end >= words.Length)
            return words.Length;
        if (words[end] is ':' or '.')
            return end + 1;
        return
            end + 2 < words.Length && words[end] == ' ' && words[end + 1] is '–' or '—' or '-' && words[end + 2] == ' '
            ? end + 2
            : 0;
    }

    private static int AfterColon(PlainText plain, BlockKind kind)
    {
        var words = plain.Words;
        var colon = words.AsSpan(0, Math.Min(words.Length, 90)).IndexOf(':');
        if (colon <= 0 || colon + 2 >= words.Length || words[colon + 1] != ' ' || !char.IsLetter(words[0]))
            return 0;
        if (words.AsSpan(0, colon).IndexOfAny(".;?!") >= 0 || plain.Brackets.Holds(colon))
            return 0;
        var goesOn = kind == BlockKind.Item || char.IsUpper(words[colon + 2]);
        return goesOn && !HoldsVerb(words, colon, MostPlainWords) ? colon + 1 : 0;
    }

    private static bool HoldsVerb(string words, int end, int most)
    {
        var read = TextWord.Of(words, 0, end);
        return read.Count > most || read.Exists(w => w.IsVerb);
    }
}
