using System.Globalization;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Scanning;

/// <summary>A scan by subtype as tab-separated tables: those of each scan below each other, with the subtype in the first column.</summary>
public static class SubtypeScanTables
{
    /// <summary>All features of all subtypes.</summary>
    public static string Features(SubtypeScan scan) => Below(scan, ScanTables.Features);

    /// <summary>All sets of all subtypes.</summary>
    public static string Sets(SubtypeScan scan) => Below(scan, ScanTables.Sets);

    /// <summary>The samples of all subtypes, those outside a subtype as not used in it.</summary>
    public static string Samples(Cohort cohort, SubtypeScan scan) => Below(scan, s => ScanTables.Samples(cohort, s));

    /// <summary>Where effects differ between subtypes, one row a feature, by p; empty below the header with fewer than two subtypes.</summary>
    public static string Differences(SubtypeScan scan)
    {
        var table = new TableText([
            "feature",
            .. scan.Scans.Select(s => $"effect:{s.Subtype}"),
            "cochran_q",
            "df",
            "p",
            "q",
        ]);
        if (scan.Differences is not { } differences)
            return table.ToString();
        foreach (var f in differences.ByP())
            table.Add([
                scan.Scans[0].Scan.Layer.Features[f],
                .. scan.Scans.Select(s => Number(s.Scan.Effects[f])),
                Number(differences.Q[f]),
                differences.Df[f].ToString(CultureInfo.InvariantCulture),
                TableText.P(differences.LogP[f]),
                TableText.P(differences.LogQ[f]),
            ]);
        return table.ToString();
    }

    private static string Below(SubtypeScan scan, Func<CohortScan, string> table)
    {
        var parts = scan.Scans.Select(s => (s.Subtype, Lines: table(s.Scan).TrimEnd('\n').Split('\n'))).ToList();
        var header = parts.Count > 0 ? $"subtype\t{parts[0].Lines[0]}\n" : "subtype\n";
        return header + string.Concat(parts.SelectMany(p => p.Lines.Skip(1).Select(line => $"{p.Subtype}\t{line}\n")));
    }

    private static string? Number(double value) =>
        double.IsNaN(value) ? null : value.ToString("G7", CultureInfo.InvariantCulture);
}
