using Refractor.Audit;
using Refractor.Benchmarks.Audit.Damages;

namespace Refractor.Benchmarks.Audit;

/// <summary>A seeded sentence with the statements that an audit made of it.</summary>
public sealed record SeededScore(SeededText Text, PlacedSentence Placed, IReadOnlyList<AuditedStatement> Statements)
{
    public DamageKind Damage => Placed.Sentence.Damage;

    /// <summary>Whether a verdict on any statement that overlaps the sentence catches the damage.</summary>
    public bool IsCaught => Statements.Any(s => DamageKinds.Accepted(Damage).Contains(s.Verdict));

    /// <summary>Whether a verdict on any statement that overlaps the sentence is an alarm.</summary>
    public bool HasAlarm => Statements.Any(s => DamageKinds.IsAlarm(s.Verdict));

    /// <summary>The gravest verdict on the sentence; null when the audit made no statement of it.</summary>
    public AuditedStatement? Gravest => Statements.MinBy(s => s.Verdict);

    /// <summary>Whether every statement of the sentence has that verdict.</summary>
    public bool IsAll(AuditVerdict verdict) => Statements.Count > 0 && Statements.All(s => s.Verdict == verdict);

    /// <summary>The scores of the sentences of texts that were audited in this order.</summary>
    public static IReadOnlyList<SeededScore> Of(IReadOnlyList<SeededText> texts, AuditReport report) =>
        [
            .. texts
                .Zip(report.Files)
                .SelectMany(x => x.First.Sentences.Select(p => new SeededScore(x.First, p, Overlapping(x.Second, p)))),
        ];

    private static AuditedStatement[] Overlapping(AuditedFile file, PlacedSentence placed) =>
        [
            .. file.Statements.Where(s =>
                !s.Source.IsHeading && s.Source.Start < placed.End && s.Source.Start + s.Source.Length > placed.Start
            ),
        ];
}
