using System.CommandLine;
using Refractor.Answers;
using Refractor.Associations;
using Refractor.Cli.Pages;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge search words</c>: evidence items by words.</summary>
internal sealed class SearchCommand : ReportCommand
{
    private const int DefaultTop = 15;
    private const int LongestText = 1_000;
    private readonly Argument<string[]> _text = new("text")
    {
        Description = "Words in any order.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<int> _top = Named.Top(DefaultTop);

    public SearchCommand(Session session)
        : base(
            "search",
            "Find evidence items by words.",
            session,
            "refractor knowledge search residual cancer burden",
            "refractor knowledge search \"NSABP B-28\" --top 5"
        )
    {
        Add(_text);
        Add(_top);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var text = string.Join(' ', parse.GetRequiredValue(_text));
        if (text.Length > LongestText)
            throw new WrongUsageException(
                $"The text is longer than {Parts.Number(LongestText)} characters; give fewer words."
            );
        var hits = new KnowledgeSearch(Session.Pack).Search(text, parse.GetValue(_top));
        var stamp = KnowledgeStamp.Of(Session.Pack);
        return new Report(
            () => PageOf(text, hits, stamp),
            () => KnowledgeJson.Of(text, hits, stamp),
            hits.Count == 0 ? ExitCode.NotAnswered : ExitCode.Done
        );
    }

    private Page PageOf(string text, IReadOnlyList<SearchHit> hits, KnowledgeStamp stamp)
    {
        var blocks = new List<Block> { new Title($"Search: {text}") };
        if (hits.Count == 0)
            blocks.Add(new Remark("No evidence item holds any of these words."));
        foreach (var (item, _) in hits)
        {
            var grade = Grading.Letter(Grading.Of(item));
            blocks.Add(
                new Statement(
                    grade,
                    Parts.ToneOf(grade),
                    Sentence(item),
                    "",
                    Tone.Quiet,
                    [$"{item.Id}; {PaperText.Of(item.Paper)}"]
                )
            );
        }
        blocks.Add(Parts.Footer(stamp, Session.Version));
        return new Page(blocks);
    }

    private static string Sentence(EvidenceItem item)
    {
        var therapy =
            item.Therapies.Count > 0 ? string.Join(" + ", item.Therapies.Select(t => t.Label)) : item.Modality;
        var subtype = item.Subtype is { Name: not "any" } s ? $", {s.Label}" : "";
        var n = item.N is { } count ? $", n = {Parts.Number(count)}" : "";
        var confirmed = item.IsConfirmed ? "" : "; not confirmed";
        return $"{item.Feature.Name}, {Spoken(Terms.States.NameOf(item.State))} ({Spoken(Terms.Levels.NameOf(item.Level))}): {Spoken(Terms.Effects.NameOf(item.Effect))}, {Spoken(Terms.Relations.NameOf(item.Relation))}, {therapy}, {Spoken(Terms.Settings.NameOf(item.Setting))}{subtype}{n}{confirmed}";
    }

    private static string Spoken(string name) => name.Replace('_', ' ');
}
