using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Tests.Answers;

public class SameQuestionSameBytesTests
{
    private static readonly string[] Questions =
    [
        .. AskedQuestions.Dev.Concat(AskedQuestions.More).Select(q => q.Text),
    ];

    [Fact]
    public void A_question_asked_twice_gives_the_same_bytes()
    {
        var engine = new AnswerEngine(RealKnowledge.Pack);
        foreach (var (question, answer) in AskedQuestions.All)
            AnswerJson.Of(engine.Ask(question.Text)).ShouldBe(AnswerJson.Of(answer), question.Id);
    }

    [Fact]
    public void Two_engines_on_two_readings_of_the_pack_give_the_same_bytes()
    {
        var (first, second) = (new AnswerEngine(EmbeddedKnowledge.Open()), new AnswerEngine(EmbeddedKnowledge.Open()));
        foreach (var question in Questions.Reverse())
            AnswerJson.Of(first.Ask(question)).ShouldBe(AnswerJson.Of(second.Ask(question)), question);
    }

    [Fact]
    public void Threads_that_share_an_engine_give_the_same_bytes()
    {
        var expected = AskedQuestions.All.Select(a => AnswerJson.Of(a.Answer)).ToList();
        var engine = new AnswerEngine(EmbeddedKnowledge.Open());
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        var threads = Enumerable
            .Range(0, 4)
            .Select(offset => new Thread(() =>
            {
                for (var i = 0; i < Questions.Length; i++)
                {
                    var at = (i + (offset * 31)) % Questions.Length;
                    if (AnswerJson.Of(engine.Ask(Questions[at])) != expected[at])
                        wrong.Add(Questions[at]);
                }
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        wrong.ShouldBeEmpty();
    }
}
