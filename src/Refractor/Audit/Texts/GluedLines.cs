namespace Refractor.Audit.Texts;

/// <summary>Lines as the writer meant them: a heading or list entry in the middle of a line, as copying from a PDF leaves it, starts a line of its own.</summary>
internal static class GluedLines
{
    private const int LongestLead = 160;

    /// <summary>Cuts the lines.</summary>
    public static List<TextSpan> Cut(string text, List<TextSpan> lines)
    {
        var cut = new List<TextSpan>();
        foreach (var line in lines)
            CutLine(text, line, cut);
        return cut;
    }

    private static void CutLine(string text, TextSpan line, List<TextSpan> cut)
    {
        var first = TextSigns.SkipBlank(text, line.Start, line.End);
        if (first < line.End && text[first] == '|')
        {
            cut.Add(line);
            return;
        }
        var start = line.Start;
        var number = NumberAt(text, first, line.End);
        for (var i = first + 1; i < line.End; i++)
        {
            if (TextSigns.IsBlank(text[i]) || !TextSigns.IsBlank(text[i - 1]) || !Starts(text, i, line.End, ref number))
                continue;
            AddLine(text, new(start, i), cut);
            start = i;
        }
        AddLine(text, new(start, line.End), cut);
    }

    private static void AddLine(string text, TextSpan line, List<TextSpan> cut)
    {
        var first = TextSigns.SkipBlank(text, line.Start, line.End);
        var end = first < line.End && text[first] == '#' ? HeadingEnd.Of(text, new(first, line.End)) : line.End;
        cut.Add(new(line.Start, end));
        if (end < line.End)
            cut.Add(new(end, line.End));
    }

    private static bool Starts(string text, int at, int end, ref int number) =>
        text[at] switch
        {
            '#' => IsHeading(text, at, end),
            '-' or '*' or '–' => at + 2 < end && text[at + 1] == ' ' && IsBoldLead(text, at + 2, end),
            '•' or '▪' or '◦' => true,
            >= '1' and <= '9' => IsNextNumber(text, at, end, ref number),
            _ => false,
        };

    private static bool IsHeading(string text, int at, int end)
    {
        var after = at;
        while (after < end && text[after] == '#')
            after++;
        if (after - at > 6 || after + 1 >= end || text[after] != ' ')
            return false;
        var c = text[after + 1];
        return char.IsUpper(c) || char.IsAsciiDigit(c) || c is '*' or '_';
    }

    private static bool IsBoldLead(string text, int at, int end)
    {
        if (at + 2 >= end || text[at] != '*' || text[at + 1] != '*')
            return false;
        var close = text.IndexOf("**", at + 2, Math.Min(LongestLead, end - at - 2), StringComparison.Ordinal);
        return close > at + 2
            && (text[close - 1] is ':' or '.' || close + 2 < end && text[close + 2] is ':' or ' ' or '.');
    }

    private static bool IsNextNumber(string text, int at, int end, ref int number)
    {
        var found = NumberAt(text, at, end);
        if (found == 0 || found != number + 1)
            return false;
        var after = TextSigns.SkipBlank(text, TextSigns.SkipDigits(text, at, end) + 1, end);
        if (!IsBoldLead(text, after, end))
            return false;
        number = found;
        return true;
    }

    private static int NumberAt(string text, int at, int end)
    {
        var after = TextSigns.SkipDigits(text, at, Math.Min(end, at + 3));
        return after > at && after + 1 < end && text[after] is '.' or ')' && text[after + 1] == ' '
            ? int.Parse(text.AsSpan(at, after - at), System.Globalization.CultureInfo.InvariantCulture)
            : 0;
    }
}
