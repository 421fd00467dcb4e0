using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Units of time: guessed from the name of a column or from its longest time, turned into months.</summary>
internal static class TimeScale
{
    private const double DaysInMonth = 30.4375;
    private const int MonthsInYear = 12;

    /// <summary>A follow-up of more than 50 years is one in days, one of more than 40 years one in months.</summary>
    private const int LongestInMonths = 600;
    private const int LongestInYears = 40;

    public static TimeUnit Guess(string key, string column, double[] times, ImportLog log)
    {
        var name = column.ToUpperInvariant();
        var longest = times.Where(t => !double.IsNaN(t)).DefaultIfEmpty(0).Max();
        var (unit, because) =
            name.Contains("MONTH", StringComparison.Ordinal) ? (TimeUnit.Months, "the name of the column")
            : name.Contains("DAY", StringComparison.Ordinal) ? (TimeUnit.Days, "the name of the column")
            : name.Contains("YEAR", StringComparison.Ordinal) ? (TimeUnit.Years, "the name of the column")
            : longest > LongestInMonths ? (TimeUnit.Days, Longest(longest))
            : longest > LongestInYears ? (TimeUnit.Months, Longest(longest))
            : (TimeUnit.Years, Longest(longest));
        log.Guessed($"{key}.unit", unit.ToString().ToLowerInvariant(), because);
        return unit;
    }

    public static double ToMonths(double time, TimeUnit unit) =>
        unit switch
        {
            TimeUnit.Days => time / DaysInMonth,
            TimeUnit.Years => time * MonthsInYear,
            _ => time,
        };

    private static string Longest(double time) => FormattableString.Invariant($"the longest time is {time:G6}");
}
