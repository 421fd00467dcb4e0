using System.CommandLine;
using System.Text;
using Refractor.Answers;
using Refractor.Exporting;
using Refractor.Knowledge.Packing;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge export --format tsv</c>: the whole knowledge in a form that other programs read.</summary>
internal sealed class ExportCommand : Command, IHasExamples
{
    private const string Pack = "pack";
    private readonly Session _session;
    private readonly Option<string> _format = new("--format")
    {
        Description = "json, tsv, csl-json (or csl), bibtex, ris or pack.",
        HelpName = "format",
        Required = true,
    };
    private readonly Option<string?> _out = new("--out")
    {
        Description = "File to write; standard output when left out.",
        HelpName = "file",
    };

    public ExportCommand(Session session)
        : base("export", "Write the whole knowledge as JSON, table, reference list or pack.")
    {
        _session = session;
        _format.AcceptOnlyFromAmong([.. KnowledgeExporter.Formats.Names, "csl", Pack]);
        Add(_format);
        Add(_out);
        SetAction(Export);
    }

    public IReadOnlyList<string> Examples =>
        [
            "refractor knowledge export --format tsv --out evidence.tsv",
            "refractor knowledge export --format bibtex > refractor.bib",
        ];

    private int Export(ParseResult parse)
    {
        var name = parse.GetRequiredValue(_format);
        var path = parse.GetValue(_out);
        if (path is null && name == Pack)
            throw new WrongUsageException("A pack is not text; name a file with --out.");
        if (path is null)
            Write(name, _session.Out);
        else
            ToFile(name, path);
        return (int)ExitCode.Done;
    }

    private void ToFile(string name, string path)
    {
        Files.CheckTarget("--out", path);
        using (var file = File.Create(path))
        {
            if (name == Pack)
                PackWriter.Write(_session.Pack, file);
            else
                ToStream(name, file);
        }
        var stamp = KnowledgeStamp.Of(_session.Pack);
        _session.Error.Write(
            $"Knowledge {stamp.Version} written to {Plain.Echo(path)}: {Pages.Parts.Count(stamp.Items, "item")}, {Pages.Parts.Count(_session.Pack.Papers.Count, "paper")}.\n"
        );
    }

    private void ToStream(string name, Stream file)
    {
        using var text = new StreamWriter(file, new UTF8Encoding(false)) { NewLine = "\n" };
        Write(name, text);
    }

    private void Write(string name, TextWriter target)
    {
        if (!KnowledgeExporter.Formats.TryParse(name == "csl" ? "csl-json" : name, out var format))
            throw new WrongUsageException($"'{Plain.Echo(name)}' is not a format.");
        KnowledgeExporter.Write(_session.Pack, format, target);
    }
}
