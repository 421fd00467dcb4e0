using System.CommandLine;
using Refractor.Answers;
using Refractor.Checking;
using Refractor.Cli.Pages;
using Refractor.Overviews;

namespace Refractor.Cli;

/// <summary><c>refractor verify answer.json</c>: whether the sentences of an answer hold.</summary>
internal sealed class VerifyCommand : ReportCommand
{
    private readonly Argument<string> _file = new("file")
    {
        Description = "File written by 'refractor ask --json'; '-' reads standard input.",
    };

    public VerifyCommand(Session session)
        : base(
            "verify",
            "Check the sentences and references of an answer file against the evidence.",
            session,
            "refractor ask \"Does HER2 status affect response to tamoxifen?\" --json > answer.json",
            "refractor verify answer.json"
        )
    {
        Add(_file);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var name = parse.GetRequiredValue(_file);
        var text = name == "-" ? Session.In.ReadToEnd() : Files.ReadText(name);
        var file = AnswerFile.Parse(name == "-" ? "standard input" : name, text);
        var verification = new AnswerVerifier(Session.Pack).Verify(file);
        var stamp = KnowledgeStamp.Of(Session.Pack);
        return new Report(
            () => VerificationPage.Of(verification, stamp, Session.Version),
            () => VerificationJson.Of(verification, stamp),
            verification.Holds ? ExitCode.Done : ExitCode.Findings
        );
    }
}
