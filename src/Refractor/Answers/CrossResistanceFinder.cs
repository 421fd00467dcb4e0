using Refractor.Answers.Retrieval;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers;

/// <summary>Finds what ties resistance to one therapy to resistance to another.</summary>
internal sealed class CrossResistanceFinder(
    KnowledgePack pack,
    IReadOnlyList<Therapy> therapies,
    Func<EvidenceItem, bool> fits
)
{
    private readonly Lexicon _lexicon = pack.Lexicon;
    private readonly TherapyMatcher _matcher = new(pack);

    private sealed record Row(Feature Feature, IReadOnlyList<CrossEvidence> PerTherapy);

    public CrossResistance Find()
    {
        var perTherapy = therapies.Select(ItemsOf).ToList();
        var rows = Rows(perTherapy);
        var shared = rows.Where(IsShared).ToList();
        var inverse = rows.Where(r => !IsShared(r) && IsInverse(r)).ToList();
        var sharedFeatures = shared.Select(r => r.Feature).ToHashSet();
        return new CrossResistance(
            therapies,
            Measured(),
            [.. shared.Select(Plain)],
            SharedGroups(perTherapy, sharedFeatures),
            [.. inverse.Select(Plain)]
        );
    }

    private static CrossFeature Plain(Row row) => new(row.Feature.Name, row.PerTherapy);

    private List<EvidenceItem> ItemsOf(Therapy therapy) =>
        [
            .. _lexicon
                .Therapies.Where(t => _lexicon.Overlap(t, therapy))
                .SelectMany(t => pack.Index.Of(t))
                .Distinct()
                .Where(i =>
                    i.IsConfirmed && i.Relation is not (Relation.CrossResistance or Relation.Prognostic) && fits(i)
                )
                .Where(i =>
                    _matcher.Match(i, therapy) == TherapyMatch.Direct
                    || (_matcher.Match(i, therapy) == TherapyMatch.ClassOf && !IsCommonClass(i))
                )
                .OrderBy(i => i, EvidenceOrder.Instance),
        ];

    /// <summary>Evidence on a class that holds all the therapies asked for says nothing of what tells them apart.</summary>
    private bool IsCommonClass(EvidenceItem item) =>
        item.Therapies.Any(t => therapies.All(asked => _lexicon.IsWithin(asked, t)));

    /// <summary>Resistance to one of the therapies measured in models or patients resistant to another of them.</summary>
    private List<EvidenceItem> Measured() =>
        [
            .. pack
                .Items.Where(i => i.Relation == Relation.CrossResistance && fits(i) && Connects(i))
                .OrderBy(i => i, EvidenceOrder.Instance),
        ];

    private bool Connects(EvidenceItem item)
    {
        foreach (var therapy in therapies.Where(t => item.Therapies.Any(i => Touches(i, t))))
        {
            var others = therapies.Where(o => o != therapy || item.Therapies.Count > 1);
            if (others.Any(o => item.ResistantTo.Any(r => Touches(r, o))))
                return true;
        }
        return false;
    }

    /// <summary>The therapy itself, one below it, or its class.</summary>
    private bool Touches(Therapy therapy, Therapy asked) =>
        _lexicon.IsWithin(therapy, asked)
        || (
            therapy.Kind == TherapyKind.Class
            && _lexicon.IsWithin(asked, therapy)
            && !therapies.All(t => _lexicon.IsWithin(t, therapy))
        );

    /// <summary>Features and aspects with evidence for two therapies or more.</summary>
    private List<Row> Rows(List<List<EvidenceItem>> perTherapy)
    {
        var byKey = perTherapy.Select(items => items.GroupBy(Key).ToDictionary(g => g.Key, g => g.ToList())).ToList();
        var keys = byKey.SelectMany(k => k.Keys).GroupBy(k => k).Where(g => g.Skip(1).Any()).Select(g => g.Key);
        var rows = keys.Select(k => byKey.ConvertAll(items => items.GetValueOrDefault(k) ?? []))
            .Select(items => new Row(items.First(i => i.Count > 0)[0].Feature, Evidence(items, _ => true)));
        return [.. rows.OrderByDescending(WeakestGrade).ThenBy(r => r.Feature.Index)];
    }

    private static string Key(EvidenceItem item) => $"{item.Feature.Name}|{(int)Aspects.Of(item)}";

    private List<CrossEvidence> Evidence(List<List<EvidenceItem>> perTherapy, Func<EvidenceItem, bool> about)
    {
        var evidence = new List<CrossEvidence>();
        for (var t = 0; t < therapies.Count; t++)
        {
            var items = perTherapy[t].Where(about).ToList();
            if (items.Count > 0)
                evidence.Add(new CrossEvidence(therapies[t], Conflict.Of(Response(items)), items));
        }
        return evidence;
    }

    /// <summary>The verdict is on response where response was studied, else on change under treatment.</summary>
    private static List<EvidenceItem> Response(List<EvidenceItem> items)
    {
        var response = items.Where(i => Aspects.RoleOf(i) == EvidenceRole.Response).ToList();
        return response.Count > 0 ? response : items;
    }

    private static EvidenceGrade WeakestGrade(Row row) => row.PerTherapy.Min(e => e.Items.Max(Grading.Of));

    /// <summary>Every therapy has findings of the same direction, and that direction is one that resistance findings show.</summary>
    private bool IsShared(Row row)
    {
        if (row.PerTherapy.Count < therapies.Count)
            return false;
        return new[] { Direction.Resistance, Direction.Sensitivity }.Any(d =>
            row.PerTherapy.All(e => e.Items.Any(i => Aspects.DirectionOf(i) == d))
            && row.PerTherapy.Any(e => e.Items.Any(i => Aspects.DirectionOf(i) == d && i.Effect == Effect.Resistance))
        );
    }

    private static bool IsInverse(Row row)
    {
        var stated = row
            .PerTherapy.Select(e => e.Verdict.Direction)
            .Where(d => d != Direction.Unstated)
            .Distinct()
            .ToList();
        return stated.Count > 1 && row.PerTherapy.Any(e => e.Items.Any(i => i.Effect == Effect.Resistance));
    }

    /// <summary>Groups and pathways of which each therapy has resistance findings, though on different members.</summary>
    private List<CrossFeature> SharedGroups(List<List<EvidenceItem>> perTherapy, HashSet<Feature> shared)
    {
        var resistance = perTherapy
            .Select(items => items.Where(i => i.Effect == Effect.Resistance && !shared.Contains(i.Feature)).ToList())
            .ToList();
        var found = new List<CrossFeature>();
        foreach (var group in _lexicon.Entries.Groups)
        {
            var members = _lexicon.MembersOf(group).ToHashSet();
            var evidence = Evidence(resistance, i => members.Contains(i.Feature));
            if (evidence.Count == therapies.Count)
                found.Add(new CrossFeature(group.Name, evidence));
        }
        return found;
    }
}
