using System.Text.RegularExpressions;

namespace Refractor.Audit.Judging;

/// <summary>Finds protein variants such as p.Y537S or D538G.</summary>
internal static partial class VariantNames
{
    /// <summary>The variants of a text without "p.", in capitals.</summary>
    public static HashSet<string> In(string text) =>
        [.. Pattern().Matches(text).Select(m => m.Groups["name"].Value.ToUpperInvariant())];

    [GeneratedRegex(@"(?:\bp\.)?\b(?<name>[A-Z]\d{2,4}[A-Z])\b")]
    private static partial Regex Pattern();
}
