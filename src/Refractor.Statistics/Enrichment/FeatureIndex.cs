namespace Refractor.Statistics.Enrichment;

/// <summary>For each feature the sets that hold it, so that the overlaps of a query cost its members, not those of all sets.</summary>
internal sealed class FeatureIndex
{
    private readonly int[] _starts;
    private readonly int[] _sets;

    /// <param name="sets">The sets.</param>
    /// <param name="isTested">Which features count.</param>
    public FeatureIndex(FeatureSets sets, bool[] isTested)
    {
        _starts = new int[sets.Features + 1];
        Sizes = new int[sets.Count];
        for (var s = 0; s < sets.Count; s++)
        {
            foreach (var feature in sets.Members(s))
            {
                if (!isTested[feature])
                    continue;
                _starts[feature + 1]++;
                Sizes[s]++;
            }
        }
        for (var i = 0; i < sets.Features; i++)
            _starts[i + 1] += _starts[i];

        _sets = new int[_starts[^1]];
        var next = _starts.AsSpan(0, sets.Features).ToArray();
        for (var s = 0; s < sets.Count; s++)
        {
            foreach (var feature in sets.Members(s))
            {
                if (isTested[feature])
                    _sets[next[feature]++] = s;
            }
        }
    }

    /// <summary>Tested members of each set.</summary>
    public int[] Sizes { get; }

    /// <summary>The sets that hold a feature.</summary>
    public ReadOnlySpan<int> SetsOf(int feature) =>
        _sets.AsSpan(_starts[feature], _starts[feature + 1] - _starts[feature]);
}
