using System.Globalization;
using Refractor.Cohorts;
using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cli.Pages;

/// <summary>Lays out what cohorts say of published findings.</summary>
internal static class ReplicationPage
{
    private const int ReasonsShown = 6;

    public static Page Of(IReadOnlyList<Cohort> cohorts, IReadOnlyList<PooledReplication> all, Lexicon lexicon)
    {
        var blocks = new List<Block>
        {
            new Title(
                $"{Parts.Count(all.Count, "published finding")} held against {string.Join(", ", cohorts.Select(c => c.Name))}"
            ),
        };
        blocks.Add(Counts(cohorts, all));
        var testable = all.Where(r => r.IsTestable).ToList();
        if (testable.Count > 0)
        {
            blocks.Add(new Drawing(() => [ReplicationFigures.Map(testable)]));
            blocks.Add(new Drawing(() => [ReplicationFigures.Counts(testable)]));
        }
        foreach (
            var group in testable
                .SelectMany(p => p.ByCohort.Select(r => (Pooled: p, r)))
                .Where(x => x.r.Effect is not null)
                .GroupBy(x => x.r.Verdict)
                .OrderBy(g => g.Key)
        )
        {
            blocks.Add(new Heading(Heading(group.Key)));
            blocks.Add(Findings([.. group.Select(x => x.r)]));
        }
        if (testable.Any(t => t.Pooled.IsEstimable))
        {
            blocks.Add(new Heading("Pooled over cohorts"));
            blocks.Add(Pooled(testable));
        }
        blocks.AddRange(testable.SelectMany(t => Estimates(t, cohorts, lexicon)));
        blocks.AddRange(Reasons(all));
        blocks.Add(
            new Footer(
                "Effects are those of one standard deviation more (or less, where low is published), or of the altered against the others, unadjusted, in the patients of the finding as far as a cohort tells them. Detectable: the smallest ratio that is seen with 80 % power."
            )
        );
        return new Page(blocks);
    }

    private static Table Counts(IReadOnlyList<Cohort> cohorts, IReadOnlyList<PooledReplication> all)
    {
        var verdicts = Enum.GetValues<ReplicationVerdict>();
        return new Table(
            [new("cohort"), .. verdicts.Select(v => new Column(Name(v), true))],
            [
                .. cohorts.Select(
                    (c, i) =>
                        (IReadOnlyList<string>)
                            [c.Name, .. verdicts.Select(v => Parts.Number(all.Count(r => r.ByCohort[i].Verdict == v)))]
                ),
            ]
        );
    }

    private static Table Findings(IReadOnlyList<Replication> replications) =>
        new(
            [new("finding"), new("published"), new("cohort"), new("there"), new("detectable", true)],
            [
                .. replications.Select(r =>
                    (IReadOnlyList<string>)
                        [
                            $"{r.Item.Id}: {FindingText.Of(r.Item)}",
                            Published(r.Item),
                            r.Cohort,
                            $"{EffectText.Of(r.Effect!)}, {EffectText.Counts(r.Effect!)}{(r.Note.Length > 0 ? $" ({r.Note})" : "")}",
                            double.IsFinite(r.Detectable)
                                ? r.Detectable.ToString("F2", CultureInfo.InvariantCulture)
                                : "–",
                        ]
                ),
            ]
        );

    private static string Published(EvidenceItem item)
    {
        var n = item.N is { } patients ? $", n = {Parts.Number(patients)}" : "";
        return $"{FindingText.Effect(item)}{n}";
    }

    private static Table Pooled(IReadOnlyList<PooledReplication> replications) =>
        new(
            [new("finding"), new("cohorts", true), new("ratio (95 % CI)"), new("P", true), new("I²", true)],
            [
                .. replications
                    .Where(r => r.Pooled.IsEstimable)
                    .Select(r => (Item: r.Item, Pool: r.Pooled.Value))
                    .Select(x =>
                        (IReadOnlyList<string>)
                            [
                                $"{x.Item.Id}: {FindingText.Of(x.Item)}",
                                Parts.Number(x.Pool.Studies),
                                $"{EffectText.Ratio(Math.Exp(x.Pool.Effect))} {EffectText.Interval(new Statistics.Interval(Math.Exp(x.Pool.Interval.Low), Math.Exp(x.Pool.Interval.High)))}",
                                x.Pool.P.ToString(),
                                $"{x.Pool.I2.ToString("F0", CultureInfo.InvariantCulture)} %",
                            ]
                    ),
            ]
        );

    /// <summary>The estimates of a finding as a figure, with the recipes of those that were recomputed.</summary>
    private static IEnumerable<Block> Estimates(
        PooledReplication finding,
        IReadOnlyList<Cohort> cohorts,
        Lexicon lexicon
    )
    {
        yield return new Drawing(() => [ReplicationFigures.Forest(finding)]);
        yield return new Derivation(() => ReplicationRecipes.Of(finding, cohorts, lexicon));
    }

    private static IEnumerable<Block> Reasons(IReadOnlyList<PooledReplication> all)
    {
        var reasons = all.SelectMany(r => r.ByCohort)
            .Where(r => r.Verdict == ReplicationVerdict.NotTestable)
            .CountBy(r => r.Reason)
            .OrderByDescending(r => r.Value)
            .ThenBy(r => r.Key, StringComparer.Ordinal)
            .ToList();
        if (reasons.Count == 0)
            yield break;
        yield return new Heading("Not testable");
        yield return new Fields([.. reasons.Take(ReasonsShown).Select(r => (Parts.Number(r.Value), r.Key))]);
        if (reasons.Count > ReasonsShown)
            yield return new Remark(
                $"{Parts.Number(reasons.Skip(ReasonsShown).Sum(r => r.Value))} for other reasons; --json and --out name all."
            );
    }

    private static string Heading(ReplicationVerdict verdict) =>
        verdict switch
        {
            ReplicationVerdict.Agrees => "Agree",
            ReplicationVerdict.Opposite => "Opposite",
            ReplicationVerdict.Weaker => "Weaker: no effect shown although the cohort is large enough",
            ReplicationVerdict.Underpowered => "Underpowered: absent cannot be told from not seen",
            _ => "Not testable",
        };

    private static string Name(ReplicationVerdict verdict) => ReplicationTables.NameOf(verdict).Replace('_', ' ');
}
