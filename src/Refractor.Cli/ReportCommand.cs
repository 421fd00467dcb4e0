using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Cli.Pages.Html;

namespace Refractor.Cli;

/// <summary>What a command has to show, in each of its forms; only the one asked for is made.</summary>
/// <param name="Page">For people.</param>
/// <param name="Json">For programs.</param>
/// <param name="Code">What became of the command.</param>
internal sealed record Report(Func<Page> Page, Func<string> Json, ExitCode Code = ExitCode.Done);

/// <summary>A command whose output is a report: text, <c>--markdown</c>, <c>--html</c> or <c>--json</c>.</summary>
internal abstract class ReportCommand : Command, IHasExamples
{
    private readonly Session _session;
    private readonly Option<bool> _json = new("--json") { Description = "Print JSON." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Print Markdown." };
    private readonly Option<bool> _html = new("--html") { Description = "Print one self-contained web page." };

    protected ReportCommand(string name, string description, Session session, params IReadOnlyList<string> examples)
        : base(name, description)
    {
        _session = session;
        Examples = examples;
        SetAction(Print);
    }

    public IReadOnlyList<string> Examples { get; }

    protected Session Session => _session;

    /// <summary>Reads the arguments, calls the library, returns what to show.</summary>
    protected abstract Report Make(ParseResult parse);

    /// <summary>Adds the options that every report has; to be called last, so that they stand last in the help.</summary>
    protected void AddForms()
    {
        Add(_json);
        Add(_markdown);
        Add(_html);
        Option<bool>[] forms = [_json, _markdown, _html];
        Validators.Add(result =>
        {
            if (forms.Count(result.GetValue) > 1)
                result.AddError("Give one of --json, --markdown and --html.");
        });
    }

    private int Print(ParseResult parse)
    {
        var report = Make(parse);
        if (parse.GetValue(_json))
            _session.Out.Write(report.Json());
        else if (parse.GetValue(_markdown))
            MarkdownPage.Print(report.Page(), _session.Out);
        else if (parse.GetValue(_html))
            _session.Out.Write(HtmlPage.Of(report.Page()));
        else
            TextPage.Print(report.Page(), _session.Out, _session.Screen);
        return (int)report.Code;
    }
}
