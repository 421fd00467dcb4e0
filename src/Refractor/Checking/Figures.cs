using System.Globalization;

namespace Refractor.Checking;

/// <summary>Finds the numbers of a text.</summary>
internal static class Figures
{
    /// <summary>All readings of all numbers; "1,762" is read both as one number and as two.</summary>
    public static HashSet<double> In(string text)
    {
        var found = new HashSet<double>();
        foreach (var digits in Texts(text))
            AddReadings(digits, found);
        return found;
    }

    /// <summary>The numbers as they stand, such as "0.71" or "1,762".</summary>
    public static List<string> Texts(string text)
    {
        var found = new List<string>();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
                continue;
            var end = i + 1;
            while (
                end < text.Length
                && (
                    char.IsAsciiDigit(text[end])
                    || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
                )
            )
                end++;
            found.Add(text[i..end]);
            i = end;
        }
        return found;
    }

    /// <summary>How often a whole number stands in a text by itself, not as part of a name such as "miR-29a".</summary>
    public static int Count(string text, int number)
    {
        var (count, at) = (0, 0);
        foreach (var digits in Texts(text))
        {
            at = text.IndexOf(digits, at, StringComparison.Ordinal);
            var (before, end) = (at == 0 ? ' ' : text[at - 1], at + digits.Length);
            var isAlone =
                !char.IsLetterOrDigit(before)
                && before != '-'
                && (end == text.Length || !char.IsLetterOrDigit(text[end]));
            count += isAlone && IsWhole(digits, number) ? 1 : 0;
            at = end;
        }
        return count;
    }

    private static bool IsWhole(string digits, int number) =>
        int.TryParse(
            digits.Replace(",", "", StringComparison.Ordinal),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var value
        )
        && value == number;

    /// <summary>Adds what the digits can mean.</summary>
    public static void AddReadings(string digits, HashSet<double> found)
    {
        Add(digits.Replace(",", "", StringComparison.Ordinal), found);
        if (!digits.Contains(',', StringComparison.Ordinal))
            return;
        foreach (var part in digits.Split(','))
            Add(part, found);
    }

    private static void Add(string digits, HashSet<double> found)
    {
        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            found.Add(Math.Round(value, 10));
    }
}
