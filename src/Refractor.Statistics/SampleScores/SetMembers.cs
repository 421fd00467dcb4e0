namespace Refractor.Statistics.SampleScores;

/// <summary>The measured members of feature sets, set after set in one list.</summary>
internal sealed class SetMembers
{
    private readonly int[] _features;
    private readonly int[] _starts;

    private SetMembers(int[] features, int[] starts) => (_features, _starts) = (features, starts);

    /// <summary>Number of sets.</summary>
    public int Sets => _starts.Length - 1;

    /// <summary>The features of a set, ascending, each once.</summary>
    public ReadOnlySpan<int> this[int set] => _features.AsSpan(_starts[set], _starts[set + 1] - _starts[set]);

    /// <summary>Number of members of each set.</summary>
    public int[] Counts() => [.. Enumerable.Range(0, Sets).Select(s => this[s].Length)];

    /// <summary>Takes sets over, a feature that is listed twice once.</summary>
    /// <param name="sets">Lists of features, 0 to f − 1.</param>
    /// <param name="features">f.</param>
    /// <param name="isUsed">Leaves other features out; null for all.</param>
    /// <exception cref="ArgumentException">A list names a feature that is not in the matrix.</exception>
    public static SetMembers Of(IReadOnlyList<int[]> sets, int features, Func<int, bool>? isUsed = null)
    {
        ArgumentNullException.ThrowIfNull(sets);
        var all = new List<int>();
        var starts = new int[sets.Count + 1];
        for (var s = 0; s < sets.Count; s++)
        {
            foreach (var feature in sets[s].Order().Distinct())
            {
                if (feature < 0 || feature >= features)
                    throw new ArgumentException(
                        $"Set {s} names feature {feature}; expected 0 to {features - 1}.",
                        nameof(sets)
                    );
                if (isUsed is null || isUsed(feature))
                    all.Add(feature);
            }
            starts[s + 1] = all.Count;
        }
        return new SetMembers([.. all], starts);
    }
}
