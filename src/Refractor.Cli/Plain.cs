using System.Text;

namespace Refractor.Cli;

/// <summary>Makes foreign text safe to print: a control character could move the cursor or recolour the terminal.</summary>
internal static class Plain
{
    private const int LongestEcho = 120;

    /// <summary>The text with every control character as a space.</summary>
    public static string OneLine(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            plain.Append(IsUnsafe(c) ? ' ' : c);
        return plain.ToString();
    }

    /// <summary>The same, but line ends stay.</summary>
    public static string OneLineEach(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(OneLine));

    /// <summary>A user's argument for a message: on one line, and cut when it is long.</summary>
    public static string Echo(string text) => OneLine(text.Length <= LongestEcho ? text : text[..LongestEcho] + "…");

    private static bool IsUnsafe(char c) =>
        char.IsControl(c)
        || c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}
