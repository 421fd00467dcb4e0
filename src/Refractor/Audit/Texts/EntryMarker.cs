namespace Refractor.Audit.Texts;

/// <summary>The number, note sign or bullet in front of an entry of a reference list.</summary>
/// <param name="Length">Characters from the start of the line to the entry; 0 for none.</param>
/// <param name="Key">The number or name; null for a bullet.</param>
internal readonly record struct EntryMarker(int Length, string? Key)
{
    /// <summary>Reads the marker of a line.</summary>
    public static EntryMarker Of(string text, TextSpan line)
    {
        var at = TextSigns.SkipBlank(text, line.Start, line.End);
        while (at < line.End && text[at] is '>' or '\\')
            at = TextSigns.SkipBlank(text, at + 1, line.End);
        if (at >= line.End)
            return default;
        var (stop, key) = text[at] switch
        {
            '[' => Square(text, at, line.End),
            '-' or '*' or '+' or '•' or '–' or '▪' or '●' => (at + 1, null),
            var c when TextSigns.Raised(c) >= 0 => Raised(text, at, line.End),
            _ => Number(text, at, line.End),
        };
        if (stop == at || stop < line.End && !TextSigns.IsBlank(text[stop]) && text[stop - 1] is not (']' or ':'))
            return default;
        if (key is null && stop < line.End && EntryNumber(text, stop, line.End) is { Key: not null } inner)
            return inner with { Length = stop - line.Start + inner.Length };
        return new(TextSigns.SkipBlank(text, stop, line.End) - line.Start, key);
    }

    /// <summary>Whether a line is a note: "[^1]: …".</summary>
    public static bool IsNote(string text, TextSpan line)
    {
        var at = TextSigns.SkipBlank(text, line.Start, line.End);
        if (at + 1 >= line.End || text[at] != '[' || text[at + 1] != '^')
            return false;
        var (stop, _) = Square(text, at, line.End);
        return stop > at && text[stop - 1] == ':';
    }

    /// <summary>Whether a line holds a year or an identifier, as entries do.</summary>
    public static bool IsDated(string text, TextSpan line)
    {
        for (var i = line.Start; i + 4 <= line.End; i++)
        {
            if (IsYear(text, i, line.End))
                return true;
        }
        return DoiFinder.FirstDoi(text, line.Start, line.End) is not null
            || DoiFinder.FirstPmid(text, line.Start, line.End) is not null;
    }

    /// <summary>Whether a year from 1900 to 2099 stands at a place, with no digit around it.</summary>
    public static bool IsYear(string text, int at, int end) =>
        at + 4 <= end
        && (text[at] == '1' && text[at + 1] == '9' || text[at] == '2' && text[at + 1] == '0')
        && char.IsAsciiDigit(text[at + 2])
        && char.IsAsciiDigit(text[at + 3])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]))
        && (at + 4 >= end || !char.IsAsciiDigit(text[at + 4]));

    private static EntryMarker EntryNumber(string text, int at, int end)
    {
        var start = TextSigns.SkipBlank(text, at, end);
        return start < end && text[start] == '['
            ? Of(text, new(start, end)) is var found
                ? found with
                {
                    Length = found.Length + start - at,
                }
                : default
            : default;
    }

    private static (int Stop, string? Key) Square(string text, int at, int end)
    {
        var start = at + 1 < end && text[at + 1] == '^' ? at + 2 : at + 1;
        var stop = start;
        while (stop < end && stop - start < 30 && (char.IsLetterOrDigit(text[stop]) || text[stop] is '-' or '_'))
            stop++;
        var close = stop < end && text[stop] == '\\' ? stop + 1 : stop;
        var isName = start == at + 2 || TextSigns.SkipDigits(text, start, stop) == stop;
        if (stop == start || close >= end || text[close] != ']' || !isName)
            return (at, null);
        var after = close + 1 < end && text[close + 1] is ':' or '.' ? close + 2 : close + 1;
        return (after, text[start..stop].TrimStart('0'));
    }

    private static (int Stop, string? Key) Raised(string text, int at, int end)
    {
        var key = "";
        for (; at < end && key.Length < 4 && TextSigns.Raised(text[at]) >= 0; at++)
            key += (char)('0' + TextSigns.Raised(text[at]));
        return (at < end && TextSigns.IsBlank(text[at]) ? at : at - key.Length, key);
    }

    private static (int Stop, string? Key) Number(string text, int at, int end)
    {
        var start = text[at] == '(' ? at + 1 : at;
        var stop = TextSigns.SkipDigits(text, start, Math.Min(end, start + 4));
        var isNumber =
            stop > start
            && stop - start < 4
            && stop < end
            && (start > at ? text[stop] == ')' : text[stop] is '.' or ')');
        return isNumber ? (stop + 1, text[start..stop].TrimStart('0')) : (at, null);
    }
}
