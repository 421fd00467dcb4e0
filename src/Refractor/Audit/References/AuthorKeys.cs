using System.Text.RegularExpressions;

namespace Refractor.Audit.References;

/// <summary>Family names as they are compared. A name of several parts is found by the whole, and by its first and its last part.</summary>
internal static partial class AuthorKeys
{
    private static readonly HashSet<string> Particles =
    [
        "van",
        "von",
        "der",
        "den",
        "de",
        "di",
        "da",
        "del",
        "la",
        "le",
        "el",
        "al",
    ];

    /// <summary>The forms of "Family Initials" or of a family name, the whole one first; empty for null.</summary>
    public static IReadOnlyList<string> Of(string? author)
    {
        if (author is null)
            return [];
        var words = ReferenceWords.Of(LastInitials().Replace(author.Trim(), ""));
        string[] parts = words.Count < 2 ? [] : [words[0], words[^1]];
        return
        [
            .. new[] { string.Concat(words) }
                .Concat(parts.Where(p => p.Length > 2 && !Particles.Contains(p)))
                .Where(k => k.Length > 0)
                .Distinct(),
        ];
    }

    /// <summary>The family name of "Family Initials"; null for null and for an empty name.</summary>
    public static string? Family(string? author) =>
        author is null ? null
        : LastInitials().Replace(author.Trim(), "") is { Length: > 0 } family ? family
        : null;

    /// <summary>Whether two names can be one; a name that is not known speaks against nothing.</summary>
    public static bool CanBeSame(string? a, string? b) => a is null || b is null || Of(a).Intersect(Of(b)).Any();

    /// <summary>Whether the initials of the known author ("Wei LY") agree with those that follow the family name in the entry, if any do.</summary>
    public static bool InitialsAgree(string text, string family, string known)
    {
        var at = text.IndexOf(family, StringComparison.OrdinalIgnoreCase);
        var own = LastInitials().Match(known);
        if (at < 0 || !own.Success)
            return true;
        var stated = NextInitials().Match(text[(at + family.Length)..]);
        return !stated.Success || stated.Groups[1].Value[0] == own.Groups[1].Value[0];
    }

    [GeneratedRegex(@"[\s,]+(\p{Lu}[\p{Lu}.-]{0,4})$")]
    private static partial Regex LastInitials();

    [GeneratedRegex(@"^,?\s(\p{Lu}[\p{Lu}-]{0,3})\s?[,.;]")]
    private static partial Regex NextInitials();
}
