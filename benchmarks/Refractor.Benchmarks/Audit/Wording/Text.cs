using System.Globalization;

namespace Refractor.Benchmarks.Audit.Wording;

/// <summary>Small pieces of writing.</summary>
internal static class Text
{
    public static string Plain(this double value) => value.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Puts values in the places {0}, {1}, …</summary>
    public static string Fill(this string pattern, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, pattern, values);

    /// <summary>A capital in front, except where the first word is a name with a case of its own (miR-21, p53).</summary>
    public static string Capital(this string text) =>
        text.StartsWith("miR", StringComparison.Ordinal) || (text.Length > 1 && text[0] is 'p' && char.IsDigit(text[1]))
            ? text
            : char.ToUpperInvariant(text[0]) + text[1..];

    public static string List(IReadOnlyList<string> names, string two) =>
        names.Count < 3 ? string.Join(two, names) : $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}";
}
