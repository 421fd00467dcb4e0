using System.Globalization;
using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out a scan by subtype: the strongest features of each, and those whose effects differ most.</summary>
internal static class SubtypeScanPage
{
    public static Page Of(Cohort cohort, SubtypeScan scan, int top)
    {
        var blocks = new List<Block>
        {
            new Title(
                $"{Parts.Capital(scan.Request.Layer)} and {scan.Request.Population.Endpoint} by subtype in {cohort.Title}"
            ),
        };
        blocks.AddRange(scan.Unscanned.Select(u => new Remark($"{u.Subtype} not scanned: {u.Reason}.")));
        foreach (var (subtype, own) in scan.Scans)
        {
            blocks.Add(new Heading(subtype));
            blocks.AddRange(ScanPage.Findings(cohort, own, top));
        }
        blocks.AddRange(Differences(cohort, scan, top));
        blocks.Add(
            new Footer(
                "Each subtype is a family of tests of its own: q by Benjamini and Hochberg over its features, not over subtypes. A feature with a small q in one subtype and none in another need not differ between them: the last table says whether it does. Associations within one cohort; research use only."
            )
        );
        return new Page(blocks);
    }

    private static IEnumerable<Block> Differences(Cohort cohort, SubtypeScan scan, int top)
    {
        yield return new Heading("Differences between subtypes");
        if (scan.Differences is not { } differences)
        {
            yield return new Remark("Fewer than two subtypes were scanned.");
            yield break;
        }
        var response = scan.Scans[0].Scan.Areas is not null;
        var found = differences.LogQ.Count(q => q < Math.Log(0.05));
        yield return new Remark(
            $"Cochran's Q over {string.Join(", ", scan.Scans.Select(s => s.Subtype))}, which have no patient in common; {Parts.Count(found, "feature")} with q < 0.05."
        );
        yield return new Table(
            [
                new("feature"),
                .. scan.Scans.Select(s => new Column($"{(response ? "difference" : "HR")}, {s.Subtype}", true)),
                new("P", true),
                new("q", true),
            ],
            [
                .. differences
                    .ByP()
                    .Take(top)
                    .Select(f =>
                        (IReadOnlyList<string>)
                            [
                                scan.Scans[0].Scan.Layer.Features[f],
                                .. scan.Scans.Select(s => Effect(s.Scan.Effects[f], response)),
                                PValue.FromLog(differences.LogP[f]).ToString(),
                                PValue.FromLog(differences.LogQ[f]).ToString(),
                            ]
                    ),
            ]
        );
        yield return new Derivation([ScanRecipes.Differences(cohort, scan)]);
    }

    private static string Effect(double value, bool response) =>
        double.IsNaN(value) ? "none"
        : response ? value.ToString("F2", CultureInfo.InvariantCulture)
        : EffectText.Ratio(Math.Exp(value));
}
