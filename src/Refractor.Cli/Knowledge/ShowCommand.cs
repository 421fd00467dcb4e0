using System.CommandLine;
using System.CommandLine.Completions;
using Refractor.Answers;
using Refractor.Associations;
using Refractor.Cli.Pages;
using Refractor.Exporting;
using Refractor.Knowledge;

namespace Refractor.Cli.Knowledge;

/// <summary><c>refractor knowledge show id</c>: one evidence item, or one paper with its items.</summary>
internal sealed class ShowCommand : ReportCommand
{
    private readonly Argument<string> _name = new("name")
    {
        Description = "Id of an evidence item, or key, DOI or PMID of a paper.",
        HelpName = "name",
    };

    public ShowCommand(Session session)
        : base(
            "show",
            "Print one evidence item, or one paper with its items, in full.",
            session,
            "refractor knowledge show burger2003-mdr1-first-line",
            "refractor knowledge show 10.1158/1078-0432.CCR-05-0974"
        )
    {
        _name.CompletionSources.Add(Complete);
        Add(_name);
        AddForms();
    }

    protected override Report Make(ParseResult parse)
    {
        var name = parse.GetRequiredValue(_name).Trim();
        if (Session.Pack.FindItem(name) is { } item)
            return Show(item.Paper, [item]);
        var paper = Session.Pack.Papers.FirstOrDefault(p => Names(p).Contains(name, StringComparer.OrdinalIgnoreCase));
        if (paper is null)
            throw new WrongUsageException(
                $"There is no evidence item or paper '{Plain.Echo(name)}'; 'refractor knowledge search' finds them by words."
            );
        return Show(paper, [.. Session.Pack.Items.Where(i => i.Paper == paper)]);
    }

    private IEnumerable<CompletionItem> Complete(CompletionContext context) =>
        Session
            .Pack.Items.Select(i => i.Id)
            .Concat(Session.Pack.Papers.Select(p => p.Key))
            .Where(n => n.StartsWith(context.WordToComplete, StringComparison.OrdinalIgnoreCase))
            .Select(n => new CompletionItem(n));

    private static IEnumerable<string?> Names(Paper paper) => [paper.Key, paper.Doi, paper.Pmid, paper.Pmcid];

    private Report Show(Paper paper, IReadOnlyList<EvidenceItem> items) =>
        new(
            () => PageOf(paper, items),
            () =>
            {
                using var text = new StringWriter();
                EntryJson.Write(paper, items, text);
                return text.ToString();
            }
        );

    private Page PageOf(Paper paper, IReadOnlyList<EvidenceItem> items)
    {
        var blocks = new List<Block>
        {
            new Title(items.Count == 1 ? items[0].Id : paper.Key),
            new Fields([
                ("reference", $"{PaperText.Of(paper)} {PaperText.Identifiers(paper)}".TrimEnd()),
                .. EntryFields.Of(paper).Where(f => f.Name is "kind" or "trial_ids" or "retracted" or "pmcid"),
            ]),
        };
        foreach (var item in items)
        {
            var grade = Grading.Explain(item);
            blocks.Add(new Heading(item.Id));
            blocks.Add(
                new Fields([
                    .. EntryFields.Of(item).Where(f => f.Name != "paper"),
                    ("grade (derived)", $"{Grading.Letter(grade.Grade)}: {grade.Rule}"),
                ])
            );
        }
        blocks.Add(Parts.Footer(KnowledgeStamp.Of(Session.Pack), Session.Version));
        return new Page(blocks);
    }
}
