using Refractor.Knowledge;
using Refractor.Plots;
using Interval = Refractor.Statistics.Interval;

namespace Refractor.Cohorts.Replicating;

/// <summary>The figures of replications: verdicts counted, verdicts by finding and cohort, and the estimates of each finding.</summary>
public static class ReplicationFigures
{
    private static readonly (ReplicationVerdict Verdict, string Sign, string Colour)[] Verdicts =
    [
        (ReplicationVerdict.Agrees, "+", Palette.Groups[2]),
        (ReplicationVerdict.Weaker, "0", Palette.Groups[4]),
        (ReplicationVerdict.Opposite, "−", Palette.High),
        (ReplicationVerdict.Underpowered, "?", Palette.Faint),
    ];

    private static IReadOnlyList<(string Name, string Colour)> Colours =>
        [.. Verdicts.Select(v => (ReplicationTables.NameOf(v.Verdict), v.Colour))];

    /// <summary>How many findings each cohort agrees with, and so on; those that are not testable are left out.</summary>
    public static Figure Counts(IReadOnlyList<PooledReplication> testable)
    {
        var tests = Tests(testable).ToList();
        var bars = tests
            .Select(r => r.Cohort)
            .Distinct()
            .SelectMany(c =>
                Verdicts.Select(v => new AmountBar(
                    $"{c}: {ReplicationTables.NameOf(v.Verdict)}",
                    ReplicationTables.NameOf(v.Verdict),
                    tests.Count(r => r.Cohort == c && r.Verdict == v.Verdict)
                ))
            )
            .Where(b => b.Value > 0)
            .ToList();
        return BarFigure.Amounts(
            "Verdicts",
            "Findings that a cohort can test, by verdict. Findings that rest on one test are counted each: these are no independent confirmations.",
            "findings",
            bars,
            Colours
        );
    }

    /// <summary>Findings against cohorts: the verdict as colour and sign.</summary>
    public static Figure Map(IReadOnlyList<PooledReplication> testable)
    {
        var tests = Tests(testable).ToList();
        return HeatMapFigure.OfCategories(
            "Findings by cohort",
            "+ agrees; 0 weaker: none seen though the cohort is large enough; − opposite; ? underpowered. Empty: the cohort cannot test the finding.",
            Colours,
            [.. testable.Select(r => Label(r.Item))],
            [.. tests.Select(r => r.Cohort).Distinct()],
            [
                .. tests.Select(r =>
                {
                    var verdict = Verdicts.Single(v => v.Verdict == r.Verdict);
                    return new CategoryCell(Label(r.Item), r.Cohort, ReplicationTables.NameOf(r.Verdict), verdict.Sign);
                }),
            ]
        );
    }

    /// <summary>
    /// The estimate as published where it is one of the same kind, that of each cohort, and the pooled one. Published ratios are often
    /// between groups, recomputed ones of an amount are for one standard deviation.
    /// </summary>
    public static Figure Forest(PooledReplication finding)
    {
        var tests = Tests([finding]).ToList();
        var metric = tests[0].Effect!.Metric;
        var lines = new List<ForestLine>();
        if (finding.Item.Result is { Estimate: > 0 and var estimate } result && result.Metric == metric)
            lines.Add(
                new ForestLine(
                    finding.Item.Id,
                    "published",
                    estimate,
                    result.Interval is { } i ? new Interval(i.Low, i.High) : Interval.None,
                    finding.Item.N
                )
            );
        lines.AddRange(
            tests
                .Where(r => r.Effect!.Metric == metric)
                .Select(r => new ForestLine(r.Cohort, "recomputed", r.Effect!.Value, r.Effect.Interval, r.Effect.N))
        );
        if (finding.Pooled is { IsEstimable: true, Value: var pooled })
            lines.Add(
                new ForestLine(
                    $"{pooled.Studies} cohorts",
                    "pooled",
                    Math.Exp(pooled.Effect),
                    new Interval(Math.Exp(pooled.Interval.Low), Math.Exp(pooled.Interval.High)),
                    tests.Sum(r => r.Effect!.N)
                )
            );
        var odds = metric == Metric.OddsRatio;
        return ForestFigure.Of(
            Label(finding.Item),
            $"Recomputed: {tests[0].Effect!.Unit}. 95 % intervals; pooled by random effects.",
            odds ? "odds ratio" : "hazard ratio",
            lines,
            odds ? "fewer responses" : "fewer events",
            odds ? "more responses" : "more events"
        );
    }

    private static IEnumerable<Replication> Tests(IEnumerable<PooledReplication> findings) =>
        findings.SelectMany(f => f.ByCohort).Where(r => r.Effect is not null);

    /// <summary>"TP53 mutated, pCR: sensitivity (chenmb2012-1)".</summary>
    private static string Label(EvidenceItem item) =>
        $"{item.Feature.Name} {Terms.States.NameOf(item.State).Replace('_', ' ')}, {item.Endpoint}: {Terms.Effects.NameOf(item.Effect).Replace('_', ' ')} ({item.Id})";
}
