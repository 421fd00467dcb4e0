using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Pages;

/// <summary>Lays a therapy view out for reading.</summary>
internal static class TherapyPage
{
    private const int Shown = 15;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("grade"),
        new("finding"),
        new("state of the evidence"),
        new("n", IsNumber: true),
        new("sources", IsNumber: true),
        new("papers"),
    ];

    public static Page Of(TherapyView view, string version, bool all)
    {
        var restriction = view.Filter.Describe();
        var title = restriction.Length > 0 ? $"{view.Therapy.Label} ({restriction})" : view.Therapy.Label;
        var blocks = new List<Block> { new Title(char.ToUpperInvariant(title[0]) + title[1..]) };
        blocks.Add(new Remark(view.IsEmpty ? "No evidence item answers this." : $"{Parts.Count(view.Items, "evidence item")}, strongest first within each section; n is that of the finding shown."));
        foreach (var section in view.Sections.Where(s => s.Entries.Count > 0))
            blocks.AddRange(Of(section, all));
        if (view.LeftOut.Count > 0)
            blocks.Add(new Remark("Not shown: " + string.Join("; ", view.LeftOut.Select(l => $"{Parts.Count(l.Count, "item")} {l.Name}")) + "."));
        if (!view.IsEmpty)
            blocks.Add(Parts.Grades);
        blocks.Add(Parts.Footer(view.Knowledge, version));
        return new Page(blocks);
    }

    private static IEnumerable<Block> Of(TherapySection section, bool all)
    {
        var shown = all ? section.Entries : [.. section.Entries.Take(Shown)];
        yield return new Heading($"{section.Title} ({Parts.Number(section.Entries.Count)})");
        yield return new Table(Columns, [.. shown.Select(Row)]);
        if (shown.Count < section.Entries.Count)
            yield return new Remark($"  {Parts.Number(section.Entries.Count - shown.Count)} more; --all prints them.");
    }

    private static IReadOnlyList<string> Row(RankedAssociation entry) =>
        [
            Grading.Letter(entry.Association.Grade),
            Finding(entry),
            UtilityText.State(entry.Association.Verdict),
            entry.Lead.N is { } n ? Parts.Number(n) : "",
            Parts.Number(entry.Utility.Sources),
            Parts.Papers(entry.Papers),
        ];

    /// <summary>The feature in its state, with model and subtype where they narrow it, and with the direction of a prognosis.</summary>
    private static string Finding(RankedAssociation entry)
    {
        var lead = entry.Lead;
        var prognosis = (entry.Association.Role, lead.Effect) switch
        {
            (EvidenceRole.Outcome, Effect.Resistance) when !entry.IsDivided => "worse outcome",
            (EvidenceRole.Outcome, Effect.Sensitivity) when !entry.IsDivided => "better outcome",
            (EvidenceRole.Outcome, _) => "outcome",
            (EvidenceRole.Change, _) => "change",
            _ => null,
        };
        var subtype = lead.Subtype is { Name: not "any" } s && !entry.IsDivided ? s.Name : null;
        var model = lead.IsClinical ? null : "model";
        var context = string.Join(", ", new[] { prognosis, subtype, model }.OfType<string>());
        return context.Length > 0 ? $"{entry.Subject} ({context})" : entry.Subject;
    }
}
