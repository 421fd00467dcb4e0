using Refractor.Knowledge;

namespace Refractor.Exporting;

/// <summary>A first author taken apart for citation formats.</summary>
/// <param name="Family">Family name with its particles, or the whole name of an organisation.</param>
/// <param name="Given">Initials with points, such as "A. E. M."; null for an organisation.</param>
internal readonly record struct AuthorName(string Family, string? Given)
{
    private const int MostInitials = 4;

    /// <summary>"Burger, H." for a person, the plain name for an organisation.</summary>
    public string FamilyFirst => Given is null ? Family : $"{Family}, {Given}";

    /// <summary>
    /// Reads "Family Initials": a last word of capitals, with hyphens or points as far as there are any, holds the
    /// initials. Any other name is kept whole.
    /// </summary>
    public static AuthorName? Parse(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
            return null;
        var text = FieldText.OneLine(name).Trim();
        var space = text.LastIndexOf(' ');
        if (space < 0 || !AreInitials(text[(space + 1)..]))
            return new AuthorName(text, null);
        return new AuthorName(text[..space].TrimEnd().TrimEnd(','), WithPoints(text[(space + 1)..]));
    }

    private static bool AreInitials(string word) =>
        char.IsUpper(word[0])
        && word.Count(char.IsUpper) <= MostInitials
        && word.All(c => char.IsUpper(c) || c is '-' or '.');

    private static string WithPoints(string initials)
    {
        var parts = initials
            .Replace(".", "", StringComparison.Ordinal)
            .Split('-', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('-', parts.Select(p => string.Join(' ', p.Select(c => c + "."))));
    }
}
