using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Refractor.Answers.Writing;

/// <summary>Small rules of English.</summary>
internal static partial class Prose
{
    private static readonly string[] SingularEndings = ["ss", "is", "us", "ous"];

    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string And(IReadOnlyList<string> parts, string word = "and") =>
        parts.Count switch
        {
            0 => "",
            1 => parts[0],
            _ => string.Join(", ", parts.Take(parts.Count - 1)) + $" {word} " + parts[^1],
        };

    /// <summary>The text with a capital first letter; names that begin with a small letter and a capital or digit, such as miR-21, stay.</summary>
    public static string Capitalised(string text)
    {
        if (text.Length < 2 || !char.IsLower(text[0]) || MixedName().IsMatch(text))
            return text;
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    /// <summary>Whether a phrase is plural by the last word before any parenthesis.</summary>
    public static bool IsPlural(string phrase)
    {
        var cut = phrase.IndexOf(" (", StringComparison.Ordinal);
        var head = cut < 0 ? phrase : phrase[..cut];
        var of = head.IndexOf(" of ", StringComparison.Ordinal);
        var last = (of > 0 ? head[..of] : head).Split(' ')[^1];
        return last.Length > 3
            && last[^1] == 's'
            && last.Any(char.IsLower)
            && !Array.Exists(SingularEndings, e => last.EndsWith(e, StringComparison.Ordinal));
    }

    /// <summary>A whole number with thousands separated: 13,100.</summary>
    public static string Number(int value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A number with the decimals that the field holds, without exponent.</summary>
    public static string Number(double value) => value.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>Number words for small counts, so that figures in a sentence are always those of the evidence.</summary>
    public static string CountWord(int count) =>
        count switch
        {
            1 => "one",
            2 => "two",
            3 => "three",
            4 => "four",
            5 => "five",
            6 => "six",
            7 => "seven",
            8 => "eight",
            9 => "nine",
            10 => "ten",
            11 => "eleven",
            12 => "twelve",
            _ => "many",
        };

    /// <summary>Sets figures as printed by the source in one typographic form: "p &lt; 0.001", "95 % CI 1.2–3.4", "n = 59".</summary>
    public static string Typeset(string figures)
    {
        var text = Ranges().Replace(figures, "$1–$2");
        text = Relations().Replace(text, m => $" {m.Groups[1].Value} ");
        text = Percent().Replace(text, "$1 %");
        text = Spaces().Replace(text, " ");
        return text.Trim().TrimEnd('.', ';', ',');
    }

    /// <summary>One line without the marks that structure our text.</summary>
    public static string Plain(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
            builder.Append(
                c is '[' ? '('
                : c is ']' ? ')'
                : char.IsControl(c) ? ' '
                : c
            );
        return builder.ToString();
    }

    [GeneratedRegex(@"^[a-z]+[A-Z0-9-]*[A-Z0-9]")]
    private static partial Regex MixedName();

    [GeneratedRegex(@"(?<=(?:CI|CI:|,|\(|\[|range)\s?)(\d+(?:\.\d+)?)\s*-\s*(\d+(?:[.,]\d+)*)")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"\s*(<=|>=|<|>|=)\s*")]
    private static partial Regex Relations();

    [GeneratedRegex(@"(\d)\s*%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"\s{2,}")]
    private static partial Regex Spaces();
}
