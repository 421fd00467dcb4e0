using System.Net;
using System.Text.RegularExpressions;

namespace Refractor.Audit.References.Online;

/// <summary>Titles of indexes without their markup.</summary>
internal static partial class PlainTitle
{
    /// <summary>A title without markup and character references; null when nothing is left of it.</summary>
    public static string? Of(string? title) =>
        title is null ? null
        : Spaces().Replace(WebUtility.HtmlDecode(Markup().Replace(title, "")), " ").Trim() is { Length: > 0 } plain
            ? plain
        : null;

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>")]
    private static partial Regex Markup();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
