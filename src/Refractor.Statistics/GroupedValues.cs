namespace Refractor.Statistics;

/// <summary>Values by group, without missing ones; groups in ascending order of their labels.</summary>
internal sealed class GroupedValues
{
    private GroupedValues(int[] labels, double[][] groups)
    {
        (Labels, Groups) = (labels, groups);
        N = groups.Sum(g => g.Length);
    }

    /// <summary>Labels of the groups that have values.</summary>
    public int[] Labels { get; }

    /// <summary>Values of each group, in the order given.</summary>
    public double[][] Groups { get; }

    /// <summary>Number of values.</summary>
    public int N { get; }

    /// <summary>Whether a value is infinite, so that means do not exist.</summary>
    public bool AnyInfinite => Groups.Any(g => g.Any(double.IsInfinity));

    /// <summary>Splits values by label.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static GroupedValues Of(ReadOnlySpan<double> values, ReadOnlySpan<int> groups)
    {
        if (values.Length != groups.Length)
            throw new ArgumentException($"Found {groups.Length} labels; expected {values.Length}.", nameof(groups));
        var byLabel = new SortedDictionary<int, List<double>>();
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
                continue;
            if (!byLabel.TryGetValue(groups[i], out var list))
                byLabel.Add(groups[i], list = []);
            list.Add(values[i]);
        }
        return new GroupedValues([.. byLabel.Keys], [.. byLabel.Values.Select(v => v.ToArray())]);
    }

    /// <summary>All values, group after group.</summary>
    public double[] All() => [.. Groups.SelectMany(g => g)];
}
