namespace Refractor.Cohorts.Tables;

/// <summary>Cells without tabs, line ends and other control characters, as they can stand in the stored tables: each becomes a space.</summary>
internal static class PlainCell
{
    private const char LineSeparator = '\u2028';
    private const char ParagraphSeparator = '\u2029';

    public static string Of(string cell)
    {
        foreach (var c in cell)
            if (IsControl(c))
                return string.Concat(cell.Select(x => IsControl(x) ? ' ' : x)).Trim();
        return cell;
    }

    private static bool IsControl(char c) => char.IsControl(c) || c is LineSeparator or ParagraphSeparator;
}
