using System.Text.RegularExpressions;

namespace Refractor.Audit.Texts;

/// <summary>Recognises a list of authors.</summary>
internal static partial class EntryAuthors
{
    /// <summary>The family name of the first author, particles included; null when the segment is no list of authors.</summary>
    public static string? FirstName(string segment)
    {
        foreach (var form in new[] { Surname(), Inverted(), Initialled(), Alone() })
        {
            var match = form.Match(segment);
            if (match.Success)
                return match.Groups["name"].Value;
        }
        return null;
    }

    private const string Particle =
        @"(?:(?:van|de|der|den|von|la|le|di|du|dos|da|del|ten|ter|el|al|Van|De|Von|La|Le|Di|Del|Den|Der) )*";
    private const string Word = @"(?:[dDlL]['’])?\p{Lu}[\p{L}'’‐-]*\p{Ll}[\p{L}'’‐-]*";
    private const string Family = Particle + Word + "(?: (?:" + Particle + Word + "))?";
    private const string End = @"(?:,| and | &|\.|;| \(|$| et al)";

    /// <summary>"Xia F, Powell SN", "O'Leary B, et al".</summary>
    [GeneratedRegex(
        "^(?<name>" + Family + @") \p{Lu}(?:-?\p{Lu}){0,3}(?: (?:Jr|Sr|II|III))?" + End,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Surname();

    /// <summary>"Burger, H., Foekens, J. A.".</summary>
    [GeneratedRegex(
        "^(?<name>" + Family + @"), \p{Lu}(?:\.|\.?-?\p{Lu})*(?: \p{Lu}\.?)*" + End,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Inverted();

    /// <summary>"J. A. Burger, H. Foekens".</summary>
    [GeneratedRegex(
        @"^(?:\p{Lu}\.[ -]?){1,4}(?<name>" + Family + ")" + End,
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Initialled();

    /// <summary>"Burger et al", "Burger and Foekens (2003)", "Burger (2003)".</summary>
    [GeneratedRegex(
        "^(?<name>" + Family + @")(?:,? et al|(?: (?:and|&) " + Family + @")? \((?:19|20)[0-9]{2}[a-z]?\))",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking
    )]
    private static partial Regex Alone();
}
