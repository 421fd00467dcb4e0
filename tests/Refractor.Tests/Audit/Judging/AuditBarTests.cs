using Refractor.Audit;
using Refractor.Benchmarks.Audit;
using Refractor.Benchmarks.Audit.Damages;
using Refractor.Benchmarks.Audit.Labels;

namespace Refractor.Tests.Audit.Judging;

/// <summary>The bars that the audit must keep on the benchmarks that the project ships.</summary>
public class AuditBarTests
{
    private static readonly Lazy<IReadOnlyList<SeededScore>> Seeded = new(() =>
        AuditBenchmark.Run(RealKnowledge.Pack, SeededTexts.Generate(RealKnowledge.Pack))
    );

    private static readonly Lazy<IReadOnlyList<LabelScore>> Labelled = new(() =>
    {
        var texts = LabelledText.ReadFolder(Path.Combine(Repository.Root, "benchmarks", "audit", "answers"));
        return LabelScore.Of(texts, Audited.Engine.Audit([.. texts.Select(t => new AuditText(t.Name, t.Text))]));
    });

    [Fact]
    public void Of_each_seeded_damage_nine_in_ten_are_caught() =>
        Seeded
            .Value.Where(s => s.Damage != DamageKind.None)
            .GroupBy(s => s.Damage)
            .Where(g => g.Count(s => s.IsCaught) < 0.9 * g.Count())
            .Select(g => $"{g.Key}: {g.Count(s => s.IsCaught)} of {g.Count()}")
            .ShouldBeEmpty();

    [Fact]
    public void Of_untouched_sentences_at_most_one_in_twenty_raises_an_alarm()
    {
        var untouched = Seeded.Value.Where(s => s.Damage == DamageKind.None).ToList();
        untouched.Count.ShouldBeGreaterThanOrEqualTo(300);
        untouched.Count(s => s.HasAlarm).ShouldBeLessThanOrEqualTo((int)(0.05 * untouched.Count));
    }

    [Fact]
    public void Verdicts_agree_with_four_in_five_labels_of_written_answers() =>
        Labelled.Value.Count(s => s.Agrees).ShouldBeGreaterThanOrEqualTo((int)(0.8 * Labelled.Value.Count));

    [Fact]
    public void Of_true_statements_of_written_answers_at_most_one_in_twenty_raises_an_alarm() =>
        Labelled
            .Value.Count(s => s.IsFalseAlarm)
            .ShouldBeLessThanOrEqualTo((int)(0.05 * Labelled.Value.Count(s => s.Label.Damage == "none")));
}
