using System.CommandLine;
using Refractor.Audit;
using Refractor.Audit.References.Online;

namespace Refractor.Cli;

/// <summary><c>refractor audit answer.md</c>: whether the sentences of a text hold.</summary>
internal sealed class AuditCommand : Command, IHasExamples
{
    private readonly Session _session;
    private readonly Func<IReadOnlyList<AuditText>, AuditReport> _audit;
    private readonly ReferenceServiceOptions _service;
    private readonly AuditForm _form = new();
    private readonly ReferenceOptions _references = new();
    private readonly Argument<string[]> _files = new("files")
    {
        Description = "Texts, plain or Markdown; '-' reads standard input. Several are also compared with each other.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _failOn = AuditThreshold.Option();
    private readonly Option<bool> _all = new("--all")
    {
        Description = "Print headings and opinions too, and all evidence and findings.",
    };
    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "File to write; its ending chooses the form when no option does.",
        HelpName = "file",
    };

    public AuditCommand(Session session)
        : this(session, texts => new AuditEngine(session.Pack).Audit(texts), ReferenceLookUp.Patience) { }

    /// <summary>A command with another way to audit and other indexes, for tests.</summary>
    internal AuditCommand(
        Session session,
        Func<IReadOnlyList<AuditText>, AuditReport> audit,
        ReferenceServiceOptions service
    )
        : base(
            "audit",
            "Check a text, such as an answer of an AI assistant, sentence by sentence against the evidence."
        )
    {
        _session = session;
        _audit = audit;
        _service = service;
        Add(_files);
        Add(_failOn);
        Add(_all);
        _form.AddTo(this);
        Add(_output);
        _references.AddTo(this, _failOn, result => _form.IsHtml(result, result.GetValue(_output)));
        SetAction(Run);
    }

    public IReadOnlyList<string> Examples =>
        [
            "refractor audit answer.md",
            "refractor audit answer.md --html --output audit.html",
            "refractor audit first.md second.md --fail-on overclaim",
            "refractor audit - --json < answer.txt",
            "refractor audit answer.md --references-only",
            "refractor audit answer.md --references-only --online",
        ];

    private int Run(ParseResult parse)
    {
        var paths = parse.GetRequiredValue(_files).Distinct(StringComparer.Ordinal).ToList();
        var output = parse.GetValue(_output);
        if (output is not null)
            Files.CheckTarget("--output", output);
        var texts = AuditTexts.Read(paths, _session.In);
        if (output is not null && texts.Any(t => t.Path != "-" && Path.GetFullPath(t.Path) == Path.GetFullPath(output)))
            throw new WrongUsageException($"'{Plain.Echo(output)}' is one of the texts; write the report elsewhere.");
        var (result, code) = _references.Only(parse) ? References(parse, texts) : Statements(parse, texts);
        var text = _form.Write(parse, result, output, _session.Screen);
        if (output is null)
            _session.Out.Write(text);
        else
            ToFile(output, text, result.Counts);
        return (int)code;
    }

    private (AuditResult Result, ExitCode Code) Statements(ParseResult parse, IReadOnlyList<AuditText> texts)
    {
        var report = _audit(texts);
        return (
            AuditResult.Of(report, _session.Version, parse.GetValue(_all)),
            AuditThreshold.CodeOf(report, parse.GetRequiredValue(_failOn))
        );
    }

    private (AuditResult Result, ExitCode Code) References(ParseResult parse, IReadOnlyList<AuditText> texts)
    {
        var report = _references.Online(parse)
            ? ReferenceLookUp.Online(_session, texts, _service with { CacheFolder = _references.Cache(parse) })
            : ReferenceLookUp.Offline(_session, texts);
        return (
            AuditResult.Of(report, _session.Version),
            AuditThreshold.CodeOf(report, parse.GetRequiredValue(_failOn))
        );
    }

    private void ToFile(string output, string text, string counts)
    {
        File.WriteAllText(output, text);
        _session.Error.Write($"Report written to {Plain.Echo(output)}: {counts}.\n");
    }
}
