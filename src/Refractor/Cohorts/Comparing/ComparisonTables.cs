using System.Globalization;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Storing;
using Refractor.Statistics;

namespace Refractor.Cohorts.Comparing;

/// <summary>A comparison as tab-separated tables.</summary>
public static class ComparisonTables
{
    /// <summary>The tables of a comparison, by file.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(TherapyComparison comparison) =>
        [("features.tsv", Features(comparison)), ("overlap.tsv", Map(comparison))];

    /// <summary>One row a feature, by name.</summary>
    public static string Features(TherapyComparison comparison)
    {
        string[] columns = ["n", "effect", "standard_error", "statistic", "p", "q", "z", "not_estimable"];
        var table = new TableText([
            "feature",
            .. columns.Select(c => "first_" + c),
            .. columns.Select(c => "second_" + c),
        ]);
        foreach (var f in comparison.Features)
            table.Add([
                f.Name,
                .. Cells(comparison.First.Scan, f.First, f.FirstZ),
                .. Cells(comparison.Second.Scan, f.Second, f.SecondZ),
            ]);
        return table.ToString();
    }

    /// <summary>The map of overlaps, one row a pair of tops.</summary>
    public static string Map(TherapyComparison comparison) => Map(comparison.Agreement.Overlap, NameOf);

    internal static string Map(RankOverlap overlap, Func<OverlapQuadrant, string> name)
    {
        var table = new TableText("quadrant", "top_first", "top_second", "overlap", "expected", "signed_log10");
        foreach (var quadrant in overlap.Quadrants)
        foreach (var o in quadrant.All())
            table.Add([
                name(quadrant.Quadrant),
                Whole(o.First),
                Whole(o.Second),
                Whole(o.Overlap),
                Number(o.Expected),
                Number(o.SignedLog10),
            ]);
        return table.ToString();
    }

    internal static string NameOf(OverlapQuadrant quadrant) =>
        quadrant switch
        {
            OverlapQuadrant.ResistanceToBoth => "resistance_to_both",
            OverlapQuadrant.SensitivityToBoth => "sensitivity_to_both",
            OverlapQuadrant.ResistanceToFirst => "resistance_to_first",
            _ => "resistance_to_second",
        };

    private static string?[] Cells(CohortScan scan, int row, double z) =>
        [
            Whole(scan.N[row]),
            Number(scan.Effects[row]),
            Number(scan.StandardErrors[row]),
            Number(scan.Statistics[row]),
            TableText.P(scan.LogP[row]),
            TableText.P(scan.LogQ[row]),
            Number(z),
            scan.Reasons[row] == NotEstimable.None ? null : scan.Reasons[row].ToString(),
        ];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double value) =>
        double.IsNaN(value) ? null : value.ToString("G7", CultureInfo.InvariantCulture);
}
