using System.CommandLine;
using System.CommandLine.Parsing;

namespace Refractor.Cli;

/// <summary>The options of an audit that is about references alone.</summary>
internal sealed class ReferenceOptions
{
    private readonly Option<bool> _only = new("--references-only")
    {
        Description = "Check the reference list and the citations, not the statements.",
    };
    private readonly Option<bool> _online = new("--online")
    {
        Description =
            "Look the references up in Crossref and Europe PMC too. Identifiers, titles and first authors of the entries are sent, nothing else.",
    };
    private readonly Option<string?> _cache = new("--cache")
    {
        Description =
            "Folder that keeps the answers for 30 days; without it 'refractor/references' in the user's local application data.",
        HelpName = "folder",
    };

    /// <summary>Whether references alone are to be checked.</summary>
    public bool Only(ParseResult parse) => parse.GetValue(_only);

    /// <summary>Whether they are to be looked up.</summary>
    public bool Online(ParseResult parse) => parse.GetValue(_online);

    /// <summary>The folder for answers; null where the system names no folder for data and none was given.</summary>
    public string? Cache(ParseResult parse)
    {
        if (parse.GetValue(_cache) is { } given)
            return given;
        var data = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify
        );
        return data.Length > 0 ? Path.Combine(data, "refractor", "references") : null;
    }

    public void AddTo(Command command, Option<string> failOn, Func<CommandResult, bool> isHtml)
    {
        command.Add(_only);
        command.Add(_online);
        command.Add(_cache);
        command.Validators.Add(result =>
        {
            foreach (var fault in Faults(result, failOn, isHtml))
                result.AddError(fault);
        });
    }

    private IEnumerable<string> Faults(CommandResult result, Option<string> failOn, Func<CommandResult, bool> isHtml)
    {
        var (only, online) = (result.GetValue(_only), result.GetValue(_online));
        if (online && !only)
            yield return "--online looks up references; give --references-only with it.";
        if (result.GetResult(_cache) is not null && !online)
            yield return "--cache keeps what was looked up; give --references-only and --online with it.";
        if (result.GetResult(_cache) is { Tokens: [{ Value: "" }] })
            yield return "--cache needs the name of a folder.";
        if (only && result.GetResult(failOn) is { Implicit: false, Tokens: [{ Value: not AuditThreshold.Never }] })
            yield return $"With --references-only, --fail-on can only be '{AuditThreshold.Never}'; otherwise errors fail.";
        if (only && isHtml(result))
            yield return "--references-only has no web page; give --json, --markdown or --sarif, or none for text.";
    }
}
