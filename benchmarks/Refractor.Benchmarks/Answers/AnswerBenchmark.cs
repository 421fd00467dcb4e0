using System.Globalization;
using Refractor.Answers;
using Refractor.Knowledge;

namespace Refractor.Benchmarks.Answers;

/// <summary>Asks every question of a file and prints per question and per kind how the answers compare with what is expected.</summary>
public static class AnswerBenchmark
{
    public static IReadOnlyList<AnswerScore> Run(string file, KnowledgePack pack)
    {
        var engine = new AnswerEngine(pack);
        return [.. GoldQuestion.Read(file).Select(q => AnswerScore.Of(q, engine.Ask(q.Text), pack))];
    }

    public static void Print(IReadOnlyList<AnswerScore> scores, bool failuresOnly, TextWriter target)
    {
        foreach (
            var score in scores.Where(s =>
                !failuresOnly
                || !s.Passes
                || s.GroupsMissed.Count + s.MissingDirections.Count + s.NotMentioned.Count + s.Removed > 0
            )
        )
            Print(score, target);
        foreach (var kind in scores.GroupBy(s => s.Question.Kind))
            Summary(kind.Key, [.. kind], target);
        Summary("all", scores, target);
    }

    private static void Print(AnswerScore score, TextWriter target)
    {
        target.WriteLine(
            $"{score.Question.Id} {score.Question.Kind, -13} {(score.Passes ? "pass" : "FAIL")}  {score.Question.Text}"
        );
        Line("abstention is wrong", score.AbstentionIsRight ? [] : [score.IsAnswered ? "answered" : "not answered"]);
        Line("not cited", score.GroupsMissed);
        Line("wrongly cited", score.WronglyCited);
        Line("wrong direction", score.WrongDirections);
        Line("direction missing", score.MissingDirections);
        Line("not mentioned", score.NotMentioned);
        Line("count", score.CountIsRight ? [] : ["wrong"]);
        Line("claims removed", score.Removed == 0 ? [] : [score.Removed.ToString(CultureInfo.InvariantCulture)]);

        void Line(string what, IReadOnlyList<string> values)
        {
            if (values.Count > 0)
                target.WriteLine($"      {what}: {string.Join("; ", values)}");
        }
    }

    private static void Summary(string kind, IReadOnlyList<AnswerScore> scores, TextWriter target)
    {
        var answerable = scores.Where(s => s.Question.IsAnswerable).ToList();
        target.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind, -14} questions {scores.Count, 3}  pass {scores.Count(s => s.Passes), 3}  recall {(answerable.Count == 0 ? 1 : answerable.Average(s => s.Recall)):0.000}  wrong citations {scores.Sum(s => s.WronglyCited.Count)}  wrong directions {scores.Sum(s => s.WrongDirections.Count)}  missing directions {scores.Sum(s => s.MissingDirections.Count)}  abstention {scores.Average(s => s.AbstentionIsRight ? 1.0 : 0):0.000}  not mentioned {scores.Sum(s => s.NotMentioned.Count)}  removed {scores.Sum(s => s.Removed)}"
            )
        );
    }
}
