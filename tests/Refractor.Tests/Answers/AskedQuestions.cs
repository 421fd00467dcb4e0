using Refractor.Answers;
using Refractor.Benchmarks.Answers;

namespace Refractor.Tests.Answers;

/// <summary>The questions with expectations and their answers, asked once for all tests.</summary>
internal static class AskedQuestions
{
    /// <summary>The questions that the answers were built with.</summary>
    public static IReadOnlyList<GoldQuestion> Dev { get; } = GoldQuestion.Read(FileOf("dev.yaml"));

    /// <summary>Further questions of the same kinds.</summary>
    public static IReadOnlyList<GoldQuestion> More { get; } = GoldQuestion.Read(FileOf("more.yaml"));

    private static readonly Lazy<IReadOnlyList<(GoldQuestion Question, Answer Answer)>> Asked = new(() =>
    {
        var engine = new AnswerEngine(RealKnowledge.Pack);
        return [.. Dev.Concat(More).Select(q => (q, engine.Ask(q.Text)))];
    });

    /// <summary>Every question with its answer.</summary>
    public static IReadOnlyList<(GoldQuestion Question, Answer Answer)> All => Asked.Value;

    /// <summary>Every claim of every answer.</summary>
    public static IEnumerable<Claim> Claims => All.SelectMany(a => a.Answer.Sections).SelectMany(s => s.Claims);

    /// <summary>How the answers to some questions compare with what is expected.</summary>
    public static IReadOnlyList<AnswerScore> Scores(IReadOnlyList<GoldQuestion> questions) =>
        [
            .. All.Where(a => questions.Contains(a.Question))
                .Select(a => AnswerScore.Of(a.Question, a.Answer, RealKnowledge.Pack)),
        ];

    private static string FileOf(string name) => Path.Combine(Repository.Root, "benchmarks", "questions", name);
}
