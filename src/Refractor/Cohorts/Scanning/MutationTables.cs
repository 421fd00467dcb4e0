using System.Globalization;
using Refractor.Cohorts.Storing;
using Refractor.Statistics;

namespace Refractor.Cohorts.Scanning;

/// <summary>A scan of mutations as a tab-separated table.</summary>
public static class MutationTables
{
    /// <summary>One row a gene, by p.</summary>
    public static string Of(MutationScan scan)
    {
        var table = new TableText(
            "gene",
            "altered",
            "profiled",
            "measure",
            "ratio",
            "low",
            "high",
            "p",
            "q",
            "responses_altered",
            "responses_others",
            "not_estimable"
        );
        foreach (var g in scan.Genes)
            table.Add([
                g.Gene,
                Whole(g.Altered),
                Whole(g.Profiled),
                Knowledge.Terms.Metrics.NameOf(g.Effect.Metric),
                Number(g.Effect.Value),
                Number(g.Effect.Interval.Low),
                Number(g.Effect.Interval.High),
                TableText.P(g.LogP),
                TableText.P(g.LogQ),
                g.Split is { } s ? $"{s.Table.A}/{s.Table.FirstRow}" : null,
                g.Split is { } t ? $"{t.Table.C}/{t.Table.SecondRow}" : null,
                g.Effect.Reason == NotEstimable.None ? null : g.Effect.Reason.ToString(),
            ]);
        return table.ToString();
    }

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double value) =>
        double.IsFinite(value) ? value.ToString("G6", CultureInfo.InvariantCulture) : null;
}
