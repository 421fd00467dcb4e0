namespace Refractor.Knowledge;

/// <summary>How many entries fall under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Count">How many, &gt; 0.</param>
public sealed record NamedCount(string Name, int Count);

/// <summary>What a pack holds, in numbers.</summary>
public sealed record KnowledgeStats
{
    /// <summary>Version of the knowledge.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 of its source text.</summary>
    public required string Digest { get; init; }

    /// <summary>Papers.</summary>
    public required int Papers { get; init; }

    /// <summary>Evidence items.</summary>
    public required int Items { get; init; }

    /// <summary>Items seen only through another text.</summary>
    public required int NotConfirmed { get; init; }

    /// <summary>Items of retracted papers.</summary>
    public required int Retracted { get; init; }

    /// <summary>Features with evidence.</summary>
    public required int Features { get; init; }

    /// <summary>Therapies with evidence.</summary>
    public required int Therapies { get; init; }

    /// <summary>Year of the oldest and the newest paper; null when no year is known.</summary>
    public required (int First, int Last)? Years { get; init; }

    /// <summary>Counts of items by property: effect, relation, level, setting, design, modality; most frequent first.</summary>
    public required IReadOnlyList<(string Property, IReadOnlyList<NamedCount> Counts)> By { get; init; }

    /// <summary>Counts a pack.</summary>
    public static KnowledgeStats Of(KnowledgePack pack)
    {
        var years = pack.Papers.Select(p => p.Year).OfType<int>().ToList();
        return new KnowledgeStats
        {
            Version = pack.Version,
            Digest = pack.Digest,
            Papers = pack.Papers.Count,
            Items = pack.Items.Count,
            NotConfirmed = pack.Items.Count(i => !i.IsConfirmed),
            Retracted = pack.Items.Count(i => i.Paper.Retracted),
            Features = pack.Items.Select(i => i.Feature).Distinct().Count(),
            Therapies = pack.Items.SelectMany(i => i.Therapies).Distinct().Count(),
            Years = years.Count > 0 ? (years.Min(), years.Max()) : null,
            By =
            [
                ("effect", Count(pack, i => Terms.Effects.NameOf(i.Effect))),
                ("relation", Count(pack, i => Terms.Relations.NameOf(i.Relation))),
                ("level", Count(pack, i => Terms.Levels.NameOf(i.Level))),
                ("setting", Count(pack, i => Terms.Settings.NameOf(i.Setting))),
                ("design", Count(pack, i => Terms.Designs.NameOf(i.Design))),
                ("modality", Count(pack, i => i.Modality)),
                ("subtype", Count(pack, i => i.Subtype?.Name ?? "not recorded")),
            ],
        };
    }

    private static IReadOnlyList<NamedCount> Count(KnowledgePack pack, Func<EvidenceItem, string> name) =>
        [
            .. pack
                .Items.GroupBy(name)
                .Select(g => new NamedCount(g.Key, g.Count()))
                .OrderByDescending(c => c.Count)
                .ThenBy(c => c.Name, StringComparer.Ordinal),
        ];
}
