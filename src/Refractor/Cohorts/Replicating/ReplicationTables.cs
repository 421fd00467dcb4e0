using System.Globalization;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Replicating;

/// <summary>Replications as a tab-separated table: every finding against every cohort, the untestable ones with their reason.</summary>
public static class ReplicationTables
{
    /// <summary>One row a finding and cohort.</summary>
    public static string Of(IReadOnlyList<PooledReplication> replications)
    {
        var table = new TableText(
            "item",
            "feature",
            "level",
            "state",
            "effect_published",
            "therapy",
            "endpoint",
            "subtype",
            "figures_published",
            "n_published",
            "doi",
            "cohort",
            "verdict",
            "measure",
            "estimate",
            "low",
            "high",
            "p",
            "n",
            "events",
            "detectable",
            "note",
            "reason"
        );
        foreach (var replication in replications)
        foreach (var r in replication.ByCohort)
            table.Add(Cells(r));
        return table.ToString();
    }

    /// <summary>The controlled name of a verdict.</summary>
    public static string NameOf(ReplicationVerdict verdict) =>
        verdict switch
        {
            ReplicationVerdict.NotTestable => "not_testable",
            _ => verdict.ToString().ToLowerInvariant(),
        };

    private static IEnumerable<string?> Cells(Replication r) =>
        [
            r.Item.Id,
            r.Item.Feature.Name,
            Terms.Levels.NameOf(r.Item.Level),
            Terms.States.NameOf(r.Item.State),
            Terms.Effects.NameOf(r.Item.Effect),
            string.Join('+', r.Item.Therapies.Select(t => t.Name)),
            r.Item.Endpoint,
            r.Item.Subtype?.Name,
            r.Item.Result.Printed,
            r.Item.N?.ToString(CultureInfo.InvariantCulture),
            r.Item.Paper.Doi,
            r.Cohort,
            NameOf(r.Verdict),
            r.Effect is { } e ? $"{Terms.Metrics.NameOf(e.Metric)} for {e.Unit}" : null,
            Number(r.Effect?.Value),
            Number(r.Effect?.Interval.Low),
            Number(r.Effect?.Interval.High),
            r.Effect?.P.ToString(),
            r.Effect?.N.ToString(CultureInfo.InvariantCulture),
            r.Effect?.Events.ToString(CultureInfo.InvariantCulture),
            Number(r.Detectable),
            r.Note,
            r.Reason,
        ];

    private static string? Number(double? value) =>
        value is { } number && double.IsFinite(number) ? number.ToString("G6", CultureInfo.InvariantCulture) : null;
}
