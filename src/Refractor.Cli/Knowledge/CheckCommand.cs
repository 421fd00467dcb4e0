using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Knowledge;
using Refractor.Knowledge.Source;
using Refractor.Overviews;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge check [folder]</c>: all problems of the source text, or of the embedded pack.</summary>
internal sealed class CheckCommand : ReportCommand
{
    private readonly Argument<string?> _folder = new("folder")
    {
        Description = "Folder of the knowledge source, with manifest.yaml; the embedded knowledge when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public CheckCommand(Session session)
        : base(
            "check",
            "List every problem of the knowledge, with file and line.",
            session,
            "refractor knowledge check",
            "refractor knowledge check knowledge"
        )
    {
        Add(_folder);
        AddForms();
    }

    protected override Report Make(ParseResult parse) =>
        parse.GetValue(_folder) is { } folder ? OfSource(folder) : OfPack(Session.Pack);

    private static Report OfSource(string folder)
    {
        if (File.Exists(folder))
            throw new IOException($"'{Plain.Echo(folder)}' is a file; give the folder of the knowledge source.");
        if (!Directory.Exists(folder))
            throw new DirectoryNotFoundException($"There is no folder '{Plain.Echo(folder)}'.");
        var reading = KnowledgeSource.Read(folder);
        var counts = $"{Parts.Count(reading.Files, "evidence file")}; {Items(reading.Loaded, reading.Rejected)}.";
        return Show(reading.Problems, counts, reading.Loaded, reading.Rejected);
    }

    private static Report OfPack(KnowledgePack pack)
    {
        var counts =
            $"Embedded knowledge {pack.Version}: {Parts.Count(pack.Papers.Count, "paper")}; {Items(pack.Items.Count, 0)}.";
        return Show(PackCheck.Of(pack), counts, pack.Items.Count, 0);
    }

    private static string Items(int loaded, int rejected) =>
        $"{Parts.Count(loaded + rejected, "item")} read = {Parts.Number(loaded)} loaded + {Parts.Number(rejected)} rejected";

    private static Report Show(IReadOnlyList<DataProblem> problems, string counts, int loaded, int rejected)
    {
        var errors = problems.Count(p => p.Severity == Severity.Error);
        var blocks = problems
            .Select(p => (Block)new Line(p.ToString(), p.Severity == Severity.Error ? Tone.Bad : Tone.Notice))
            .ToList();
        blocks.Add(
            new Remark(
                $"{counts} {Parts.Count(errors, "error")}, {Parts.Count(problems.Count - errors, "warning")}.",
                errors == 0 ? Tone.Good : Tone.Bad
            )
        );
        return new Report(
            () => new Page(blocks),
            () => KnowledgeJson.Of(problems, loaded, rejected),
            errors > 0 ? ExitCode.InvalidData : ExitCode.Done
        );
    }
}
