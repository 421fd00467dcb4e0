namespace Refractor.Audit.Reporting;

/// <summary>A stretch of a text, in lines and columns from 1 and in UTF-16 units from 0; the end column is the one after the last character.</summary>
internal readonly record struct TextRegion(
    int StartLine,
    int StartColumn,
    int EndLine,
    int EndColumn,
    int Offset,
    int Length
)
{
    /// <summary>The stretch that begins at a place whose line and column are known.</summary>
    public static TextRegion Of(string original, int start, int length, int line, int column)
    {
        var (endLine, endColumn) = (line, column);
        var end = Math.Min(original.Length, start + length);
        for (var i = start; i < end; i++)
        {
            if (EndsLine(original, i))
                (endLine, endColumn) = (endLine + 1, 1);
            else
                endColumn++;
        }
        return new TextRegion(line, column, endLine, endColumn, start, length);
    }

    /// <summary>A line ends with LF, CR LF or CR; the CR before an LF does not count by itself.</summary>
    private static bool EndsLine(string text, int index) =>
        text[index] == '\n' || (text[index] == '\r' && (index + 1 == text.Length || text[index + 1] != '\n'));
}
