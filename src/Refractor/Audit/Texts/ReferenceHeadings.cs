using System.Text.RegularExpressions;

namespace Refractor.Audit.Texts;

/// <summary>Headings over a list of references.</summary>
internal static partial class ReferenceHeadings
{
    /// <summary>Whether a whole line is such a heading.</summary>
    public static bool Is(ReadOnlySpan<char> line) => line.Length <= 60 && Alone().IsMatch(line);

    /// <summary>Length of such a heading at the start of a line that goes on with its first entry; 0 when the line starts otherwise.</summary>
    public static int LengthBeforeEntry(ReadOnlySpan<char> line)
    {
        foreach (var match in BeforeEntry().EnumerateMatches(line))
        {
            var words = line[..match.Length];
            return words.TrimEnd("0123456789[]^.)(-•* \t").Length;
        }
        return 0;
    }

    private const string Name =
        @"(?:key |selected |cited )?(?:references?(?: list| cited)?|bibliography|literature(?: cited)?|sources|works cited|citations|footnotes)";

    [GeneratedRegex(
        @"^\s*(?:#{1,6}\s*)?(?:\d{1,2}\.\s+)?[*_]{0,3}" + Name + @"[*_]{0,3}\s*:?[*_]{0,3}\s*#*\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Alone();

    [GeneratedRegex(
        @"^\s*#{1,6}\s*[*_]{0,3}" + Name + @"[*_]{0,3}\s*:?[*_]{0,3}\s+(?:\[\^?\d+\]|\d+[.)]\s|[-•*]\s)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex BeforeEntry();
}
