using System.CommandLine;
using System.CommandLine.Parsing;
using Refractor.Cli.Pages;

namespace Refractor.Cli;

/// <summary>The forms of an audit, and the options that choose one.</summary>
internal sealed class AuditForm
{
    private readonly Option<bool> _json = new("--json") { Description = "Write JSON." };
    private readonly Option<bool> _markdown = new("--markdown") { Description = "Write Markdown." };
    private readonly Option<bool> _html = new("--html") { Description = "Write one self-contained web page." };
    private readonly Option<bool> _sarif = new("--sarif") { Description = "Write SARIF 2.1.0, for code hosts." };

    private IReadOnlyList<Option<bool>> Options => [_json, _markdown, _html, _sarif];

    public void AddTo(Command command)
    {
        foreach (var option in Options)
            command.Add(option);
        command.Validators.Add(result =>
        {
            if (Options.Count(result.GetValue) > 1)
                result.AddError("Give one of --json, --markdown, --html and --sarif.");
        });
    }

    /// <summary>Whether a web page is asked for, by the option or by the file's ending.</summary>
    public bool IsHtml(CommandResult result, string? file) =>
        (Options.FirstOrDefault(result.GetValue) ?? OfEnding(file)) == _html;

    /// <summary>The result in the form asked for; without an option, in the form that the file's ending names.</summary>
    public string Write(ParseResult parse, AuditResult result, string? file, Screen screen)
    {
        var chosen = Options.FirstOrDefault(parse.GetValue) ?? OfEnding(file);
        if (chosen == _json)
            return result.Json();
        if (chosen == _sarif)
            return result.Sarif();
        if (chosen == _html)
            return result.Html();
        using var text = new StringWriter { NewLine = "\n" };
        if (chosen == _markdown)
            MarkdownPage.Print(result.Page(), text);
        else
            TextPage.Print(result.Page(), text, file is null ? screen : Screen.Plain);
        return text.ToString();
    }

    private Option<bool>? OfEnding(string? file) =>
        Path.GetExtension(file ?? "").ToLowerInvariant() switch
        {
            ".json" => _json,
            ".md" => _markdown,
            ".html" or ".htm" => _html,
            ".sarif" => _sarif,
            _ => null,
        };
}
