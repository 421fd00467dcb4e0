using System.CommandLine;
using Refractor.Cli.Pages;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge diff old.refpack [new.refpack]</c>: what changed between two versions.</summary>
internal sealed class DiffCommand : ReportCommand
{
    private readonly Argument<string> _old = new("old") { Description = "The earlier pack." };
    private readonly Argument<string?> _new = new("new")
    {
        Description = "The later pack; the embedded knowledge when left out.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public DiffCommand(Session session)
        : base(
            "diff",
            "Show what changed between two versions of the knowledge.",
            session,
            "refractor knowledge export --format pack --out old.refpack",
            "refractor knowledge diff old.refpack"
        )
    {
        Add(_old);
        Add(_new);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var older = Files.ReadPack(parse.GetRequiredValue(_old));
        var newer = parse.GetValue(_new) is { } path ? Files.ReadPack(path) : Session.Pack;
        var diff = PackDiff.Of(older, newer);
        var lines = diff.ToText().TrimEnd('\n').Split('\n').Select(l => (Block)new Line(l, ToneOf(l)));
        return new Report(() => new Page([.. lines]), () => KnowledgeJson.Of(diff));
    }

    private static Tone ToneOf(string line) =>
        line switch
        {
            ['+', ..] => Tone.Good,
            ['-', ..] => Tone.Bad,
            ['~', ..] => Tone.Notice,
            _ => Tone.Body,
        };
}
