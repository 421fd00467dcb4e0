using System.Globalization;

namespace Refractor.Cohorts.Importing;

/// <summary>Numbers of things in words.</summary>
internal static class Counted
{
    /// <summary>Such as "1 row" and "2 rows".</summary>
    public static string Of(int count, string thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {thing}{(count == 1 ? "" : "s")}");
}
