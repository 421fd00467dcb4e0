namespace Refractor.Audit.Texts;

/// <summary>A place where a sentence may be cut: from the punctuation up to the first word after the connective.</summary>
/// <param name="Start">Where the part before ends.</param>
/// <param name="End">Where the part after starts.</param>
/// <param name="Sign">The punctuation; a space when there is none.</param>
/// <param name="Joining">The connective.</param>
/// <param name="HasMark">Whether a citation mark stands here.</param>
internal readonly record struct ClauseBreak(int Start, int End, char Sign, Joining Joining, bool HasMark)
{
    /// <summary>Whether a comma or dash stands here.</summary>
    public bool IsComma => Sign is ',' or '—' or '–';

    /// <summary>Whether a dash stands here.</summary>
    public bool AfterDash => Sign is '—' or '–';

    /// <summary>Whether a semicolon stands here.</summary>
    public bool IsSemicolon => Sign == ';';

    /// <summary>The breaks of a sentence in order, outside brackets.</summary>
    public static List<ClauseBreak> In(PlainText plain, TextSpan sentence, List<TextMark> marks)
    {
        var breaks = new List<ClauseBreak>();
        var next = 0;
        for (var at = sentence.Start + 1; at < sentence.End - 1; at++)
        {
            while (next < marks.Count && marks[next].At < at)
                next++;
            if (plain.Brackets.Holds(at) || !IsSign(plain.Words, at))
                continue;
            if (Of(plain.Words, at, sentence.End) is not { } found)
                continue;
            found = found with { HasMark = next < marks.Count && marks[next].At <= found.End };
            breaks.Add(found);
            at = Math.Max(at, found.End - 1);
        }
        return breaks;
    }

    private static bool IsSign(string words, int at) =>
        words[at] switch
        {
            ',' or ';' => words[at + 1] == ' ',
            '—' => true,
            '–' => words[at - 1] == ' ' && words[at + 1] == ' ',
            ' ' => words[at - 1] is not (',' or ';' or '—' or '–') && words[at + 1] is 'a' or 'b' or 'w',
            _ => false,
        };

    private static ClauseBreak? Of(string words, int at, int end)
    {
        var first = words[at] == ' ' ? at + 1 : TextSigns.SkipBlank(words, at + 1, end);
        var (joining, length) = Connectives.At(words, first, end);
        var needsClause = words[at] is ' ' or '—' or '–';
        if (needsClause && joining is (Joining.None or Joining.Without))
            return null;
        var skipped = joining is Joining.None or Joining.Without ? 0 : length + 1;
        return new(at, first + skipped, words[at], joining, false);
    }
}
