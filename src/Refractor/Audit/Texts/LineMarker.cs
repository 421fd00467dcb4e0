using System.Buffers;

namespace Refractor.Audit.Texts;

/// <summary>What stands in front of the words of a line: indentation, quote signs, heading signs, bullet or number.</summary>
/// <param name="Content">Where the words start.</param>
/// <param name="Indent">Columns before the marker.</param>
/// <param name="Heading">Level of the heading, 0 for none.</param>
/// <param name="IsItem">Whether a bullet or number stands there.</param>
internal readonly record struct LineMarker(int Content, int Indent, int Heading, bool IsItem)
{
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("-=*_ \t–—");

    /// <summary>Reads the marker of a line.</summary>
    public static LineMarker Of(string text, TextSpan line)
    {
        var (at, indent) = SkipIndent(text, line.Start, line.End);
        if (at >= line.End)
            return new(line.End, indent, 0, false);
        if (text[at] == '#')
            return OfHeading(text, at, line.End, indent);
        var after = AfterBullet(text, at, line.End);
        return after > at
            ? new(TextSigns.SkipBlank(text, after, line.End), indent, 0, true)
            : new(at, indent, 0, false);
    }

    /// <summary>Whether a line is only a rule or the underline of a heading, or a bullet without words.</summary>
    public static bool IsRule(string text, TextSpan content) =>
        !text.AsSpan(content.Start, content.Length).ContainsAnyExcept(RuleSigns);

    /// <summary>Whether a line is the rule under the head of a table.</summary>
    public static bool IsTableRule(string text, TextSpan content)
    {
        var line = text.AsSpan(content.Start, content.Length);
        return line.Contains('-') && line.Contains('|') && !line.ContainsAnyExcept("|-: \t");
    }

    /// <summary>Whether a line opens or closes a stretch of code.</summary>
    public static bool IsFence(string text, TextSpan line)
    {
        var trimmed = text.AsSpan(line.Start, line.Length).Trim();
        return trimmed.StartsWith("```") || trimmed.StartsWith("~~~");
    }

    /// <summary>Whether a fence wraps text that is meant to be read.</summary>
    public static bool IsMarkdownFence(string text, TextSpan line) =>
        text.AsSpan(line.Start, line.Length).Trim().Trim("`~").Trim() is "markdown" or "md" or "text" or "txt";

    /// <summary>Whether a line holds a letter or a digit.</summary>
    public static bool HoldsWords(string text, TextSpan line)
    {
        for (var i = line.Start; i < line.End; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
                return true;
        }
        return false;
    }

    private static (int At, int Indent) SkipIndent(string text, int at, int end)
    {
        var indent = 0;
        for (; at < end && (TextSigns.IsBlank(text[at]) || text[at] == '>'); at++)
            indent += text[at] == '\t' ? 4 : 1;
        return (at, indent);
    }

    private static LineMarker OfHeading(string text, int at, int end, int indent)
    {
        var after = at;
        while (after < end && text[after] == '#')
            after++;
        var level = after - at;
        return level <= 6 && (after == end || TextSigns.IsBlank(text[after]))
            ? new(TextSigns.SkipBlank(text, after, end), indent, level, false)
            : new(at, indent, 0, false);
    }

    private static int AfterBullet(string text, int at, int end)
    {
        if (text[at] is '-' or '*' or '+' or '•' or '▪' or '◦' or '‣' or '–' or '·' or '●')
            return at + 1 == end || TextSigns.IsBlank(text[at + 1]) ? at + 1 : at;
        var open = text[at] == '(' ? at + 1 : at;
        var digits = TextSigns.SkipDigits(text, open, Math.Min(end, open + 3));
        if (digits == open && open < end && char.IsAsciiLetterLower(text[open]))
            digits = open + 1;
        if (digits == open || digits >= end || !IsAfterNumber(text[digits], open > at))
            return at;
        return digits + 1 == end || TextSigns.IsBlank(text[digits + 1]) ? digits + 1 : at;
    }

    private static bool IsAfterNumber(char c, bool inBrackets) => inBrackets ? c == ')' : c is '.' or ')';
}
