using System.Globalization;
using Refractor.Audit;
using Refractor.Benchmarks.Audit.Damages;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Audit;

/// <summary>Audits the seeded texts and prints per damage how many sentences were caught, and the false alarms on the untouched.</summary>
public static class AuditBenchmark
{
    public static IReadOnlyList<SeededScore> Run(KnowledgePack pack, IReadOnlyList<SeededText> texts) =>
        SeededScore.Of(texts, new AuditEngine(pack).Audit([.. texts.Select(t => new AuditText(t.Name, t.Text))]));

    public static void Print(IReadOnlyList<SeededScore> scores, bool withFailures, TextWriter target)
    {
        if (withFailures)
        {
            foreach (var score in scores.Where(IsFailure))
                Failure(score, target);
        }
        target.WriteLine("damage            n   caught   recall");
        foreach (var kind in DamageKinds.All)
            Row(DamageKinds.NameOf(kind), [.. scores.Where(s => s.Damage == kind)], target);
        Row("all", [.. scores.Where(s => s.Damage != DamageKind.None)], target);
        Untouched([.. scores.Where(s => s.Damage == DamageKind.None)], target);
    }

    private static bool IsFailure(SeededScore score) =>
        score.Damage == DamageKind.None ? score.HasAlarm : !score.IsCaught;

    private static void Row(string name, IReadOnlyList<SeededScore> scores, TextWriter target)
    {
        var caught = scores.Count(s => s.IsCaught);
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name, -14} {scores.Count, 4} {caught, 8} {Share(caught, scores.Count), 8:0.000}"
            )
        );
    }

    private static void Untouched(IReadOnlyList<SeededScore> scores, TextWriter target)
    {
        var alarms = scores.Count(s => s.HasAlarm);
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"untouched      {scores.Count, 4}   false alarms {alarms} ({Share(alarms, scores.Count):0.000})"
            )
        );
        target.WriteLine(
            $"  supported {Part(AuditVerdict.Supported)}, partly supported {Part(AuditVerdict.PartlySupported)}"
        );
        target.WriteLine(
            $"  not in knowledge {Part(AuditVerdict.NotInKnowledge)}, not checkable {Part(AuditVerdict.NotCheckable)}, uncited {Part(AuditVerdict.Uncited)}"
        );

        string Part(AuditVerdict verdict) =>
            Share(scores.Count(s => !s.HasAlarm && s.Gravest?.Verdict == verdict), scores.Count)
                .ToString("0.000", CultureInfo.InvariantCulture);
    }

    private static void Failure(SeededScore score, TextWriter target)
    {
        var sentence = score.Placed.Sentence;
        target.WriteLine($"{score.Text.Name} {DamageKinds.NameOf(score.Damage)} {sentence.Item.Id} {sentence.Detail}");
        target.WriteLine($"    {sentence.Text} [{score.Placed.Reference}]");
        if (sentence.Text != sentence.Original)
            target.WriteLine($"    was: {sentence.Original}");
        if (score.Statements.Count == 0)
            target.WriteLine("    no statement");
        foreach (var statement in score.Statements)
            target.WriteLine($"    {AuditVerdicts.NameOf(statement.Verdict)}: {string.Join(" | ", statement.Reasons)}");
    }

    private static double Share(int part, int all) => all == 0 ? 0 : (double)part / all;
}
