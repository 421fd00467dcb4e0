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
        blocks.Add(
            new Remark(
                view.IsEmpty
                    ? "No evidence item answers this."
                    : $"{Parts.Count(view.Items, "evidence item")}, strongest first within each section; n is that of the finding shown."
            )
        );
        foreach (var section in view.Sections.Where(s => s.Entries.Count > 0))
            blocks.AddRange(Of(section, all));
        if (view.LeftOut.Count > 0)
            blocks.Add(
                new Remark(
                    "Not shown: "
                        + string.Join("; ", view.LeftOut.Select(l => $"{Parts.Count(l.Count, "item")} {l.Name}"))
                        + "."
                )
            );
        if (!view.IsEmpty)
            blocks.Add(Parts.Grades);
        blocks.Add(Parts.Footer(view.Knowledge, version));
        return new Page(blocks);
    }

    private static IEnumerable<Block> Of(TherapySection section, bool all)
    {
        var shown = all ? section.Entries : [.. section.Entries.Take(Shown)];
        yield return new Heading($"{section.Title} ({Parts.Number(section.Entries.Count)})");
        yield return new Table(Columns, [.. shown.Select(e => Row(e, IsDirectionSaid(section)))]);
        if (shown.Count < section.Entries.Count)
            yield return new Remark($"  {Parts.Number(section.Entries.Count - shown.Count)} more; --all prints them.");
    }

    private static IReadOnlyList<string> Row(RankedAssociation entry, bool directionSaid) =>
        [
            Grading.Letter(entry.Association.Grade),
            Finding(entry, directionSaid),
            UtilityText.State(entry.Association.Verdict),
            entry.Lead.N is { } n ? Parts.Number(n) : "",
            Parts.Number(entry.Utility.Sources),
            Parts.Papers(entry.Papers),
        ];

    /// <summary>Whether the title of the section says which way its findings point.</summary>
    private static bool IsDirectionSaid(TherapySection section) =>
        section.Name is "resistance" or "sensitivity" or "null" or "undirected";

    /// <summary>The feature in its state, with direction, subtype and model where they narrow it.</summary>
    private static string Finding(RankedAssociation entry, bool directionSaid)
    {
        var lead = entry.Lead;
        var direction = directionSaid || entry.IsDivided ? null : Direction(entry.Association.Role, lead.Effect);
        var subtype = lead.Subtype is { Name: not "any" } s && !entry.IsDivided ? s.Name : null;
        var role = entry.Association.Role == EvidenceRole.Response ? null : UtilityText.Role(entry.Association.Role);
        var context = string.Join(
            ", ",
            new[] { direction ?? role, subtype, lead.IsClinical ? null : "model" }.OfType<string>()
        );
        return context.Length > 0 ? $"{entry.Subject} ({context})" : entry.Subject;
    }

    private static string Direction(EvidenceRole role, Effect effect) =>
        (role, effect) switch
        {
            (EvidenceRole.Outcome, Effect.Resistance) => "worse outcome",
            (EvidenceRole.Outcome, Effect.Sensitivity) => "better outcome",
            (EvidenceRole.Outcome, Effect.NoEffect) => "not prognostic",
            (EvidenceRole.Change, Effect.Resistance) => "change, resistance",
            (EvidenceRole.Change, Effect.Sensitivity) => "change, sensitivity",
            (EvidenceRole.Change, _) => "change",
            (_, Effect.Resistance) => "resistance",
            (_, Effect.Sensitivity) => "sensitivity",
            (_, Effect.NoEffect) => "no association",
            _ => "no single direction",
        };
}
