using Refractor.Statistics.Survival.CompetingRisks;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Survival.CompetingRisks;

/// <summary>The table of competing risks, with its groups a and b as 0 and 1.</summary>
internal static class CompetingData
{
    public static ReferenceTable Table { get; } = ReferenceTable.Read("survival/competing.tsv");

    public static CompetingTimes Times { get; } =
        CompetingTimes.Of(Table.Numbers("time"), [.. Table.Rows.Select(r => r.Integer("cause"))]);

    public static string[] Labels { get; } = [.. Table.Texts("g").Distinct().Order(StringComparer.Ordinal)];

    public static int[] Groups { get; } = [.. Table.Texts("g").Select(g => Array.IndexOf(Labels, g))];
}
