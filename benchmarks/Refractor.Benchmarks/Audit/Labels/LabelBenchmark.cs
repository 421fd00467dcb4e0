using System.Globalization;
using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit.Labels;

/// <summary>Audits texts that a reader labelled and prints how far the verdicts agree.</summary>
public static class LabelBenchmark
{
    public static void Run(string folder, KnowledgePack pack, bool withFailures, TextWriter target)
    {
        var texts = LabelledText.ReadFolder(folder);
        var report = new AuditEngine(pack).Audit([.. texts.Select(t => new AuditText(t.Name, t.Text))]);
        var scores = LabelScore.Of(texts, report);
        Print(scores, withFailures, target);
        Disagreements(PlantedDisagreement.ReadFolder(folder), scores, report, target);
    }

    private static void Print(IReadOnlyList<LabelScore> scores, bool withFailures, TextWriter target)
    {
        if (withFailures)
        {
            foreach (var score in scores.Where(s => !s.Agrees))
                Failure(score, target);
        }
        foreach (var file in scores.GroupBy(s => s.File))
            target.WriteLine($"{file.Key}: agreement {Share([.. file], s => s.Agrees)}");
        target.WriteLine($"all: agreement {Share(scores, s => s.Agrees)}");
        foreach (
            var damage in scores
                .Where(s => s.IsDamaged)
                .GroupBy(s => s.Label.Damage)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
        )
            target.WriteLine($"  recall {damage.Key, -14} {Share([.. damage], s => s.IsCaught)}");
        target.WriteLine(
            $"  recall {"all damages", -14} {Share([.. scores.Where(s => s.IsDamaged)], s => s.IsCaught)}"
        );
        target.WriteLine($"  false alarms {Share([.. scores.Where(s => !s.IsDamaged)], s => s.IsFalseAlarm)}");
    }

    private static void Failure(LabelScore score, TextWriter target)
    {
        var expected = string.Join(
            " or ",
            score.Label.Accept.Prepend(score.Label.Verdict).Select(AuditVerdicts.NameOf)
        );
        target.WriteLine($"{score.File} {score.Label.Number} [{score.Label.Damage}] {score.Label.Text}");
        target.WriteLine($"    expected {expected}: {score.Label.Reason}");
        target.WriteLine(
            score.Statement is { } s
                ? $"    got {AuditVerdicts.NameOf(s.Verdict)}: {string.Join(" | ", s.Reasons)}"
                : "    got no statement"
        );
    }

    private static void Disagreements(
        IReadOnlyList<PlantedDisagreement> planted,
        IReadOnlyList<LabelScore> scores,
        AuditReport report,
        TextWriter target
    )
    {
        var found = 0;
        foreach (var pair in planted)
        {
            var (a, b) = (Find(pair.A), Find(pair.B));
            var isFound = report.Disagreements.Any(d => Joins(d, a, b) || Joins(d, b, a));
            found += isFound ? 1 : 0;
            target.WriteLine(
                $"  disagreement {pair.A.File} {pair.A.Number} / {pair.B.File} {pair.B.Number}: {(isFound ? "found" : "MISSED")} ({pair.Reason})"
            );
        }
        target.WriteLine(
            $"  disagreements found {found}/{planted.Count}, reported in all {report.Disagreements.Count}"
        );

        LabelScore Find(LabelPlace place) => scores.Single(s => s.File == place.File && s.Label.Number == place.Number);
    }

    private static bool Joins(AuditDisagreement found, LabelScore a, LabelScore b) =>
        a.Covers(found.A, found.FileA) && b.Covers(found.B, found.FileB);

    private static string Share(IReadOnlyList<LabelScore> scores, Func<LabelScore, bool> holds)
    {
        var count = scores.Count(holds);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{count}/{scores.Count} ({(scores.Count == 0 ? 0 : (double)count / scores.Count):0.000})"
        );
    }
}
