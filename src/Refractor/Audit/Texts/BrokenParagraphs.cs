namespace Refractor.Audit.Texts;

/// <summary>Joins a paragraph that breaks off within its sentence with the one that goes on with it.</summary>
internal static class BrokenParagraphs
{
    /// <summary>Joins such paragraphs.</summary>
    public static List<TextBlock> Join(string text, List<TextBlock> blocks)
    {
        var joined = new List<TextBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            if (joined.Count > 0 && GoesOn(text, joined[^1], block))
                joined[^1].Lines.AddRange(block.Lines);
            else
                joined.Add(block);
        }
        return joined;
    }

    private static bool GoesOn(string text, TextBlock before, TextBlock block) =>
        block.Kind == BlockKind.Paragraph
        && before.Kind is BlockKind.Paragraph or BlockKind.Item
        && StartsSmall(text, block.Lines[0])
        && !Ends(text, before.Lines[^1]);

    private static bool StartsSmall(string text, TextSpan line)
    {
        var at = line.Start;
        while (at < line.End && TextSigns.IsEmphasis(text[at]))
            at++;
        return at + 1 < line.End && char.IsLower(text[at]) && char.IsLower(text[at + 1]);
    }

    /// <summary>Whether a line ends a sentence, before citation marks and signs of emphasis.</summary>
    private static bool Ends(string text, TextSpan line)
    {
        for (var at = line.End - 1; at >= line.Start; at--)
        {
            if (text[at] is '.' or '!' or '?' or '…')
                return true;
            if (
                text[at] != ']'
                && !TextSigns.IsEmphasis(text[at])
                && text[at] is not ('"' or '”')
                && !TextSigns.IsBlank(text[at])
            )
                return false;
            while (
                text[at] == ']'
                && at > line.Start
                && (char.IsAsciiDigit(text[at - 1]) || text[at - 1] is ',' or '-' or '–' or ' ')
            )
                at = SkipMark(text, at, line.Start);
        }
        return true;
    }

    private static int SkipMark(string text, int close, int start)
    {
        var at = close - 1;
        while (at > start && (char.IsAsciiDigit(text[at]) || text[at] is ',' or '-' or '–' or ' ' or '^'))
            at--;
        return text[at] == '[' && at > start ? at - 1 : start;
    }
}
