using System.Globalization;
using System.Text.RegularExpressions;

namespace Refractor.Cohorts.Symbols;

/// <summary>
/// Names of genes that a spreadsheet took for dates or numbers (Ziemann et al., Genome Biol 2016): SEPT2 becomes "2-Sep", a serial number of
/// a day, or "Sep-02"; 2310009E13 becomes 2.31E+19.
/// </summary>
internal static partial class MangledName
{
    // Serial numbers of days from 1980 to 2040 as spreadsheets count them.
    private const int FirstDay = 29_221;
    private const int LastDay = 51_501;
    private const int MostDigits = 15;

    private static readonly DateTime DayZero = new(1899, 12, 30);

    private static readonly string[][] Stems =
    [
        ["JAN"],
        ["FEB"],
        ["MAR", "MARC", "MARCH"],
        ["APR"],
        ["MAY"],
        ["JUN"],
        ["JUL"],
        ["AUG"],
        ["SEP", "SEPT"],
        ["OCT"],
        ["NOV"],
        ["DEC"],
    ];

    /// <summary>Whether a name looks like a date or a number that a spreadsheet made of a gene's symbol.</summary>
    public static bool IsMangled(string name) => Days(name).Any() || ExponentShown(name) is not null;

    /// <summary>The symbols that a spreadsheet may have turned into this date.</summary>
    public static IEnumerable<string> Symbols(string name) =>
        Days(name)
            .Distinct()
            .SelectMany(d =>
                Stems[d.Month - 1].Select(s => string.Create(CultureInfo.InvariantCulture, $"{s}{d.Number}"))
            );

    /// <summary>Exponent and leading digits of a number as a spreadsheet shows it, such as 2.31E+13; null if it is none.</summary>
    public static (int Exponent, string Digits)? ExponentShown(string name) =>
        Exponent().Match(name) is { Success: true } m
            ? (Whole(m.Groups[3]), m.Groups[1].Value + m.Groups[2].Value)
            : null;

    /// <summary>Exponent and digits of the number that a spreadsheet would see in a name such as 2310009E13; null if it is none.</summary>
    public static (int Exponent, string Digits)? ExponentOf(string name) =>
        Clone().Match(name) is { Success: true } m && m.Groups[1].Value.TrimStart('0') is { Length: > 0 } digits
            ? (Whole(m.Groups[2]) + digits.Length - 1, digits)
            : null;

    private static int Whole(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>Every month and number that a name can mean; the order of day and month in a date of numbers is not known.</summary>
    private static IEnumerable<(int Month, int Number)> Days(string name)
    {
        if (name.Length > MostDigits + 5)
            return [];
        if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var serial))
            return serial is >= FirstDay and <= LastDay ? Of(DayZero.AddDays(serial)) : [];
        if (WordDate().Match(name) is { Success: true } word)
            return [(MonthOf(word.Groups["month"].Value), Whole(word.Groups["number"]))];
        if (YearFirst().Match(name) is { Success: true } iso)
            return Both(Whole(iso.Groups[1]), Whole(iso.Groups[2]), both: false);
        return NumberDate().Match(name) is { Success: true } date
            ? Both(Whole(date.Groups[1]), Whole(date.Groups[2]), both: true)
            : [];
    }

    private static IEnumerable<(int Month, int Number)> Of(DateTime day) => [(day.Month, day.Day)];

    private static IEnumerable<(int Month, int Number)> Both(int first, int second, bool both)
    {
        if (first is >= 1 and <= 12)
            yield return (first, second);
        if (both && second is >= 1 and <= 12)
            yield return (second, first);
    }

    private static int MonthOf(string word) =>
        1 + Array.FindIndex(Stems, s => s[0].Equals(word, StringComparison.OrdinalIgnoreCase));

    [GeneratedRegex(
        @"^(?:(?<number>\d{1,2})-(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)(?:-\d{2,4})?|(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(?<number>\d{1,2}))$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex WordDate();

    [GeneratedRegex(@"^\d{4}-(\d{2})-(\d{2})(?: 00:00:00)?$")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(\d{1,2})[./](\d{1,2})[./]\d{2,4}$")]
    private static partial Regex NumberDate();

    [GeneratedRegex(@"^(\d)\.(\d{1,14})E\+(\d{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();

    [GeneratedRegex(@"^(\d{1,15})E(\d{1,2})$", RegexOptions.IgnoreCase)]
    private static partial Regex Clone();
}
