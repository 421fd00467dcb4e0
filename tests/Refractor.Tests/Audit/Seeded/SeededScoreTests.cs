using Refractor.Audit;
using Refractor.Benchmarks.Audit;
using Refractor.Benchmarks.Audit.Damages;

namespace Refractor.Tests.Audit.Seeded;

public class SeededScoreTests
{
    [Theory]
    [InlineData(DamageKind.Direction, AuditVerdict.Contradicted, true)]
    [InlineData(DamageKind.Direction, AuditVerdict.NotInKnowledge, false)]
    [InlineData(DamageKind.Direction, AuditVerdict.Supported, false)]
    [InlineData(DamageKind.Feature, AuditVerdict.NotInKnowledge, true)]
    [InlineData(DamageKind.Number, AuditVerdict.PartlySupported, true)]
    [InlineData(DamageKind.Citation, AuditVerdict.WrongCitation, true)]
    [InlineData(DamageKind.Citation, AuditVerdict.PartlySupported, false)]
    [InlineData(DamageKind.InventedDoi, AuditVerdict.CitationNotFound, true)]
    public void A_verdict_catches_what_it_should(DamageKind kind, AuditVerdict verdict, bool isCaught) =>
        Score(kind, (0, 10, verdict)).IsCaught.ShouldBe(isCaught);

    [Fact]
    public void One_catching_statement_of_several_is_enough() =>
        Score(DamageKind.Number, (0, 4, AuditVerdict.Supported), (4, 6, AuditVerdict.Contradicted))
            .IsCaught.ShouldBeTrue();

    [Fact]
    public void A_statement_beside_the_sentence_does_not_count() =>
        Score(DamageKind.Number, (10, 5, AuditVerdict.Contradicted)).IsCaught.ShouldBeFalse();

    [Theory]
    [InlineData(AuditVerdict.WrongCitation, true)]
    [InlineData(AuditVerdict.PartlySupported, false)]
    [InlineData(AuditVerdict.NotInKnowledge, false)]
    public void A_fault_of_a_true_sentence_is_a_false_alarm(AuditVerdict verdict, bool isAlarm) =>
        Score(DamageKind.None, (0, 10, verdict)).HasAlarm.ShouldBe(isAlarm);

    private static SeededScore Score(DamageKind kind, params (int Start, int Length, AuditVerdict Verdict)[] statements)
    {
        var item = RealKnowledge.Pack.Items[0];
        var text = new SeededText(
            "a.md",
            "0123456789.[1] 56789",
            [new PlacedSentence(new SeededSentence("0123456789", "", item, kind), 0, 10, 1)]
        );
        return SeededScore.Of([text], Report.Of(text.Name, text.Text, statements)).Single();
    }
}
