using Refractor.Knowledge.Comparing;

namespace Refractor.Knowledge;

/// <summary>A field that differs between two versions.</summary>
/// <param name="Field">Name in the evidence schema with its path, such as <c>study.n</c>.</param>
/// <param name="Old">Value before; null when it was missing.</param>
/// <param name="New">Value now; null when it is missing.</param>
public sealed record FieldChange(string Field, string? Old, string? New);

/// <summary>Something that both versions hold with different fields.</summary>
/// <param name="Name">Id of the item, key of the paper.</param>
/// <param name="Fields">The fields that differ, at least one, in the order of the schema.</param>
public sealed record EntryChange(string Name, IReadOnlyList<FieldChange> Fields);

/// <summary>What became of one kind of thing between two versions.</summary>
/// <param name="Added">In the new version only, by id or key.</param>
/// <param name="Removed">In the old version only, by id or key.</param>
/// <param name="Changed">In both with different fields, by id or key.</param>
public sealed record EntryDiff<T>(IReadOnlyList<T> Added, IReadOnlyList<T> Removed, IReadOnlyList<EntryChange> Changed)
{
    /// <summary>Whether nothing differs.</summary>
    public bool IsEmpty => Added.Count == 0 && Removed.Count == 0 && Changed.Count == 0;
}

/// <summary>The differences between two versions of the knowledge.</summary>
/// <remarks>
/// Items are matched by id, papers by key. A name of the vocabulary that moves to another entry is removed there and
/// added here; beside the schema's fields, <c>feature.joined_to</c> is the feature to which the vocabulary joins an
/// item.
/// </remarks>
public sealed class PackDiff
{
    private PackDiff() { }

    /// <summary>Version of the old knowledge.</summary>
    public required string OldVersion { get; init; }

    /// <summary>Version of the new knowledge.</summary>
    public required string NewVersion { get; init; }

    /// <summary>Papers added, removed and changed.</summary>
    public required EntryDiff<Paper> Papers { get; init; }

    /// <summary>Items added, removed and changed.</summary>
    public required EntryDiff<EvidenceItem> Items { get; init; }

    /// <summary>Names that only the new vocabulary has, by kind, entry and name.</summary>
    public required IReadOnlyList<VocabularyName> AddedNames { get; init; }

    /// <summary>Names that only the old vocabulary has, by kind, entry and name.</summary>
    public required IReadOnlyList<VocabularyName> RemovedNames { get; init; }

    /// <summary>Whether papers, items and names are the same; the versions may differ.</summary>
    public bool IsEmpty => Papers.IsEmpty && Items.IsEmpty && AddedNames.Count == 0 && RemovedNames.Count == 0;

    /// <summary>Compares two versions.</summary>
    /// <param name="older">The version before.</param>
    /// <param name="newer">The version now.</param>
    public static PackDiff Of(KnowledgePack older, KnowledgePack newer)
    {
        var oldNames = VocabularyName.All(older.Lexicon.Entries).ToHashSet();
        var newNames = VocabularyName.All(newer.Lexicon.Entries).ToHashSet();
        return new PackDiff
        {
            OldVersion = older.Version,
            NewVersion = newer.Version,
            Papers = Compare(older.Papers, newer.Papers, p => p.Key, FieldTable.OfPaper),
            Items = Compare(older.Items, newer.Items, i => i.Id, FieldTable.OfItem),
            AddedNames = Ordered(newNames.Where(n => !oldNames.Contains(n))),
            RemovedNames = Ordered(oldNames.Where(n => !newNames.Contains(n))),
        };
    }

    /// <summary>
    /// The differences in lines for reading: a summary, then one line per thing and per changed field.
    /// </summary>
    public string ToText() => DiffText.Of(this);

    private static EntryDiff<T> Compare<T>(
        IReadOnlyList<T> older,
        IReadOnlyList<T> newer,
        Func<T, string> name,
        IReadOnlyList<Field<T>> fields
    )
    {
        var before = ByName(older, name);
        var now = ByName(newer, name);
        return new EntryDiff<T>(
            [.. now.Where(n => !before.ContainsKey(n.Key)).Select(n => n.Value)],
            [.. before.Where(b => !now.ContainsKey(b.Key)).Select(b => b.Value)],
            [
                .. now.Where(n => before.ContainsKey(n.Key))
                    .Select(n => new EntryChange(n.Key, ChangesOf(before[n.Key], n.Value, fields)))
                    .Where(c => c.Fields.Count > 0),
            ]
        );
    }

    private static SortedDictionary<string, T> ByName<T>(IReadOnlyList<T> entries, Func<T, string> name)
    {
        var byName = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var entry in entries)
            byName.TryAdd(name(entry), entry);
        return byName;
    }

    private static List<FieldChange> ChangesOf<T>(T older, T newer, IReadOnlyList<Field<T>> fields)
    {
        var changes = new List<FieldChange>();
        foreach (var field in fields)
        {
            var (before, now) = (field.Value(older), field.Value(newer));
            if (before != now)
                changes.Add(new FieldChange(field.Name, before, now));
        }
        return changes;
    }

    private static List<VocabularyName> Ordered(IEnumerable<VocabularyName> names) =>
        [
            .. names
                .OrderBy(n => n.Kind, StringComparer.Ordinal)
                .ThenBy(n => n.Entry, StringComparer.Ordinal)
                .ThenBy(n => n.Name, StringComparer.Ordinal),
        ];
}
