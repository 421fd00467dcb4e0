namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Sets of features, such as the genes of pathways, over the features of one analysis. Members are indices; names are for the reader
/// only. A member named twice in a set counts once, and members that were not measured are left out; both are counted.
/// </summary>
public sealed class FeatureSets
{
    private readonly int[][] _members;
    private readonly string[]? _names;
    private readonly int[] _duplicates;
    private readonly int[] _absent;

    private FeatureSets(int features, int[][] members, string[]? names, int[] duplicates, int[] absent) =>
        (Features, _members, _names, _duplicates, _absent) = (features, members, names, duplicates, absent);

    /// <summary>Number of features f that the indices refer to.</summary>
    public int Features { get; }

    /// <summary>Number of sets.</summary>
    public int Count => _members.Length;

    /// <summary>Collects sets of indices.</summary>
    /// <param name="features">Number of features f.</param>
    /// <param name="members">The members of each set: indices 0 to f − 1; any other number is a member that was not measured.</param>
    /// <param name="names">One name for each set, or none.</param>
    /// <exception cref="ArgumentException">The number of names differs from the number of sets.</exception>
    public static FeatureSets Of(
        int features,
        IReadOnlyList<IReadOnlyList<int>> members,
        IReadOnlyList<string>? names = null
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(features);
        ArgumentNullException.ThrowIfNull(members);
        if (names is not null && names.Count != members.Count)
            throw new ArgumentException(
                $"{members.Count} sets need as many names; found {names.Count}.",
                nameof(names)
            );

        var seen = new int[features];
        var present = new int[members.Count][];
        var (duplicates, absent) = (new int[members.Count], new int[members.Count]);
        for (var s = 0; s < members.Count; s++)
        {
            var kept = new List<int>(members[s].Count);
            foreach (var feature in members[s])
            {
                if (feature < 0 || feature >= features)
                    absent[s]++;
                else if (seen[feature] == s + 1)
                    duplicates[s]++;
                else
                {
                    seen[feature] = s + 1;
                    kept.Add(feature);
                }
            }
            present[s] = [.. kept];
        }
        return new FeatureSets(features, present, names is null ? null : [.. names], duplicates, absent);
    }

    /// <summary>Collects sets of names, such as gene symbols, compared by their characters.</summary>
    /// <param name="features">The names of the f features; of equal names the first counts.</param>
    /// <param name="members">The names in each set.</param>
    /// <param name="names">One name for each set, or none.</param>
    /// <exception cref="ArgumentException">The number of names differs from the number of sets.</exception>
    public static FeatureSets Of(
        IReadOnlyList<string> features,
        IReadOnlyList<IReadOnlyList<string>> members,
        IReadOnlyList<string>? names = null
    )
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(members);
        var index = new Dictionary<string, int>(features.Count, StringComparer.Ordinal);
        for (var i = 0; i < features.Count; i++)
            index.TryAdd(features[i], i);
        int[][] indices = [.. members.Select(m => m.Select(name => index.GetValueOrDefault(name, -1)).ToArray())];
        return Of(features.Count, indices, names);
    }

    /// <summary>The name of a set, or its number from 1 if none was given.</summary>
    public string Name(int set) => _names?[set] ?? $"set {set + 1}";

    /// <summary>The members that are present, each once, in the order given.</summary>
    public ReadOnlySpan<int> Members(int set) => _members[set];

    /// <summary>Number of members that are present.</summary>
    public int Size(int set) => _members[set].Length;

    /// <summary>How often a member was named again.</summary>
    public int Duplicates(int set) => _duplicates[set];

    /// <summary>How many members were not measured, those named twice counted twice.</summary>
    public int Absent(int set) => _absent[set];
}
