using System.CommandLine;
using Refractor.Answers;
using Refractor.Answers.Reading;
using Refractor.Cli.Cohorts;
using Refractor.Cli.Pages;
using Refractor.Knowledge;
using Refractor.Weighing;

namespace Refractor.Cli;

/// <summary><c>refractor ask "question"</c>: a cited answer.</summary>
internal sealed class AskCommand : ReportCommand
{
    private readonly Argument<string[]> _question = new("question")
    {
        Description = "The question in English; '-' reads it from standard input.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Print everything instead of the strongest of each section.",
    };
    private readonly Option<bool> _explain = new("--explain")
    {
        Description = "Print the rules behind grades and states of conflict.",
    };

    private readonly BesideOptions _beside = new();

    public AskCommand(Session session)
        : base(
            "ask",
            "Answer a question; every sentence rests on named evidence.",
            session,
            "refractor ask \"Is ABCB1 expression linked to response to anthracyclines?\"",
            "refractor ask \"What predicts radiotherapy resistance in TNBC?\" --markdown",
            "echo \"Which miRNAs cause tamoxifen resistance?\" | refractor ask - --json"
        )
    {
        Add(_question);
        Add(_all);
        Add(_explain);
        _beside.AddTo(this);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var question = Question(parse.GetRequiredValue(_question));
        var answer = new AnswerEngine(Session.Pack).Ask(question, new AnswerOptions { All = parse.GetValue(_all) });
        var explain = parse.GetValue(_explain);
        var inCohorts = _beside.Read(parse, Session, Cited(answer));
        return new Report(
            () => AnswerPage.Of(answer, inCohorts, Session, explain),
            () => AnswerJson.Of(answer, inCohorts is null ? null : json => CohortEvidenceJson.Write(json, inCohorts)),
            answer.IsAnswered ? ExitCode.Done : ExitCode.NotAnswered
        );
    }

    /// <summary>The findings of each sentence.</summary>
    private IReadOnlyList<IReadOnlyList<EvidenceItem>> Cited(Answer answer) =>
        [
            .. answer
                .Sections.SelectMany(s => s.Claims)
                .Select(c => c.Evidence.Select(Session.Pack.FindItem).OfType<EvidenceItem>().ToList()),
        ];

    private string Question(string[] words)
    {
        var text = words is ["-"] ? ReadInput() : string.Join(' ', words);
        if (text.Length > QuestionReader.LongestQuestion)
            throw new WrongUsageException(
                $"The question is longer than {Parts.Number(QuestionReader.LongestQuestion)} characters; ask a shorter one."
            );
        if (string.IsNullOrWhiteSpace(text))
            throw new WrongUsageException("There is no question.");
        return text;
    }

    /// <summary>Reads one character more than is allowed, so that a long input is noticed and not held.</summary>
    private string ReadInput()
    {
        var buffer = new char[QuestionReader.LongestQuestion + 1];
        return new string(buffer, 0, Session.In.ReadBlock(buffer)).TrimEnd();
    }
}
