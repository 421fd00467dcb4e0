using Refractor.Answers;
using Refractor.Answers.Retrieval;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>A part of a therapy's overview.</summary>
/// <param name="Name">Name in JSON.</param>
/// <param name="Title">Title as printed.</param>
/// <param name="Entries">Associations, strongest first; may be empty.</param>
public sealed record TherapySection(string Name, string Title, IReadOnlyList<RankedAssociation> Entries);

/// <summary>What is known under one therapy: resistance, sensitivity, null, contested, ranked by clinical utility.</summary>
public sealed record TherapyView
{
    /// <summary>The therapy.</summary>
    public required Therapy Therapy { get; init; }

    /// <summary>The restriction asked for.</summary>
    public required EvidenceFilter Filter { get; init; }

    /// <summary>The sections, in order; all of them, the empty ones too.</summary>
    public required IReadOnlyList<TherapySection> Sections { get; init; }

    /// <summary>Evidence items in the sections.</summary>
    public required int Items { get; init; }

    /// <summary>Near findings left out, by reason, with their number.</summary>
    public required IReadOnlyList<NamedCount> LeftOut { get; init; }

    /// <summary>Which knowledge this rests on.</summary>
    public required KnowledgeStamp Knowledge { get; init; }

    /// <summary>Whether nothing is known.</summary>
    public bool IsEmpty => Items == 0;

    /// <summary>Gathers what a pack holds under a therapy and the agents below it.</summary>
    public static TherapyView Of(KnowledgePack pack, Therapy therapy, EvidenceFilter filter)
    {
        var matcher = new TherapyMatcher(pack);
        var related = pack
            .Items.Select(i => (Item: i, Match: matcher.Match(i, therapy)))
            .Where(m => m.Match != TherapyMatch.None)
            .ToList();
        var fitting = related.Where(m => filter.Fits(m.Item, pack.Lexicon)).ToList();
        var direct = fitting.Where(m => m.Match == TherapyMatch.Direct).Select(m => m.Item).ToList();
        var ofClass = fitting.Where(m => m.Match == TherapyMatch.ClassOf).Select(m => m.Item).ToList();
        return new TherapyView
        {
            Therapy = therapy,
            Filter = filter,
            Sections =
            [
                .. SectionsOf(
                    RankedAssociation.Of(direct, therapy.Label),
                    RankedAssociation.Of(ofClass, therapy.Label)
                ),
            ],
            Items = direct.Count + ofClass.Count,
            LeftOut = LeftOutOf(related, fitting),
            Knowledge = KnowledgeStamp.Of(pack),
        };
    }

    private static IEnumerable<TherapySection> SectionsOf(
        IReadOnlyList<RankedAssociation> direct,
        IReadOnlyList<RankedAssociation> ofClass
    )
    {
        var byPlace = direct.ToLookup(PlaceOf);
        yield return Section("resistance", "Associated with resistance");
        yield return Section("sensitivity", "Associated with sensitivity");
        yield return Section("contested", "Contested, or dependent on a circumstance");
        yield return Section("null", "Tested, no association");
        yield return Section("undirected", "Linked to response, no single direction stated");
        yield return Section("prognostic", "Prognostic in patients treated with it");
        yield return Section("change", "Seen under or after treatment");
        yield return Section("notConfirmed", "Not confirmed: seen only through another text");
        yield return new TherapySection("ofClass", "On its class, the agent not named", ofClass);

        TherapySection Section(string name, string title) => new(name, title, [.. byPlace[name]]);
    }

    private static string PlaceOf(RankedAssociation entry) =>
        entry.Association switch
        {
            var a when a.Items.All(i => !i.IsConfirmed) => "notConfirmed",
            _ when entry.IsDivided => "contested",
            { Verdict.State: ConflictState.NullOnly } => "null",
            { Role: EvidenceRole.Outcome } => "prognostic",
            { Role: EvidenceRole.Change } => "change",
            _ when entry.Lead.Effect == Effect.Resistance => "resistance",
            _ when entry.Lead.Effect == Effect.Sensitivity => "sensitivity",
            _ => "undirected",
        };

    private static List<NamedCount> LeftOutOf(
        List<(EvidenceItem Item, TherapyMatch Match)> related,
        List<(EvidenceItem Item, TherapyMatch Match)> fitting
    )
    {
        var outside =
            related.Count(m => m.Match == TherapyMatch.Direct) - fitting.Count(m => m.Match == TherapyMatch.Direct);
        var counts = new[]
        {
            new NamedCount("in another, an unselected or an unrecorded population, setting or level", outside),
            new NamedCount(
                "on the whole modality, the agents not named",
                fitting.Count(m => m.Match == TherapyMatch.Unspecified)
            ),
            new NamedCount(
                "on an agent added to this therapy",
                fitting.Count(m => m.Match == TherapyMatch.BackboneOnly)
            ),
        };
        return [.. counts.Where(c => c.Count > 0)];
    }
}
