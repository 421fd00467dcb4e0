using Refractor.Tests.Audit.Texts;

namespace Refractor.Tests.Audit;

/// <summary>Answers of real assistants, where some are at hand.</summary>
public class RealAnswerAuditTests
{
    [Fact]
    public void Every_sentence_and_every_reference_of_a_real_answer_is_accounted_for()
    {
        Assert.SkipWhen(RealAnswers.Texts.Length == 0, "No folder shared/answers in or beside the repository.");
        foreach (var text in RealAnswers.Texts)
        {
            var file = Audited.Text(text).Files[0];
            file.Statements.Select(s => s.Source).Distinct().ShouldBe(file.Text.Statements);
            file.Statements.ShouldAllBe(s => s.Reasons.Count > 0);
            file.References.Count.ShouldBe(file.Text.References.Count);
        }
    }
}
