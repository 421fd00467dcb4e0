using Refractor.Benchmarks.Answers;

namespace Refractor.Tests.Answers;

/// <summary>The bars that answers must keep, over the questions of benchmarks/questions.</summary>
public class QuestionBarTests
{
    [Fact]
    public void Answers_to_the_known_questions_cite_95_percent_of_what_they_must() =>
        Recall(AskedQuestions.Scores(AskedQuestions.Dev)).ShouldBeGreaterThanOrEqualTo(0.95);

    [Fact]
    public void Answers_to_further_questions_cite_90_percent_of_what_they_must() =>
        Recall(AskedQuestions.Scores(AskedQuestions.More)).ShouldBeGreaterThanOrEqualTo(0.90);

    [Fact]
    public void Silence_and_answer_are_right_for_95_percent_of_the_known_questions() =>
        RightSilence(AskedQuestions.Scores(AskedQuestions.Dev)).ShouldBeGreaterThanOrEqualTo(0.95);

    [Fact]
    public void Silence_and_answer_are_right_for_95_percent_of_further_questions() =>
        RightSilence(AskedQuestions.Scores(AskedQuestions.More)).ShouldBeGreaterThanOrEqualTo(0.95);

    [Fact]
    public void No_answer_to_a_known_question_cites_what_must_not_be_cited() =>
        AskedQuestions
            .Scores(AskedQuestions.Dev)
            .SelectMany(s => s.WronglyCited.Select(i => $"{s.Question.Id}: {i}"))
            .ShouldBeEmpty();

    [Fact]
    public void No_direction_in_an_answer_to_a_known_question_is_wrong() =>
        AskedQuestions
            .Scores(AskedQuestions.Dev)
            .SelectMany(s => s.WrongDirections.Select(d => $"{s.Question.Id}: {d}"))
            .ShouldBeEmpty();

    [Fact]
    public void The_checker_removes_no_claim_of_any_answer() =>
        AskedQuestions
            .All.SelectMany(a => a.Answer.Removed.Select(r => $"{a.Question.Id}: {r.Reason}: {r.Text}"))
            .ShouldBeEmpty();

    private static double Recall(IReadOnlyList<AnswerScore> scores) =>
        scores.Where(s => s.Question.IsAnswerable).Average(s => s.Recall);

    private static double RightSilence(IReadOnlyList<AnswerScore> scores) =>
        scores.Average(s => s.AbstentionIsRight ? 1.0 : 0.0);
}
