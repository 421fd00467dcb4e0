using System.Globalization;

namespace Refractor.Audit.Texts;

/// <summary>Kinds of characters in pasted text.</summary>
internal static class TextSigns
{
    /// <summary>White space, control characters and characters without width.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || IsInvisible(c);

    /// <summary>Characters that print nothing and take no room: soft hyphen, zero-width characters, marks of direction.</summary>
    public static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    /// <summary>A sign of emphasis or code.</summary>
    public static bool IsEmphasis(char c) => c is '*' or '_' or '`' or '~';

    /// <summary>Hyphen, dash or minus between two numbers of a range.</summary>
    public static bool IsDash(char c) => c is '-' or '–' or '—' or '‐' or '‑' or '−';

    /// <summary>The digit of a raised digit; -1 for another character.</summary>
    public static int Raised(char c) =>
        c switch
        {
            '⁰' => 0,
            '¹' => 1,
            '²' => 2,
            '³' => 3,
            >= '⁴' and <= '⁹' => c - '⁰',
            _ => -1,
        };

    /// <summary>The first position from <paramref name="at"/> that is not blank, at most <paramref name="end"/>.</summary>
    public static int SkipBlank(string text, int at, int end)
    {
        while (at < end && IsBlank(text[at]))
            at++;
        return at;
    }

    /// <summary>The first position from <paramref name="at"/> that holds no ASCII digit, at most <paramref name="end"/>.</summary>
    public static int SkipDigits(string text, int at, int end)
    {
        while (at < end && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }
}
