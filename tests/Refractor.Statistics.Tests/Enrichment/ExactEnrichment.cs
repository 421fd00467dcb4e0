namespace Refractor.Statistics.Tests.Enrichment;

/// <summary>The definitions of enrichment, slow and literal: the judge of the fast code.</summary>
internal static class ExactEnrichment
{
    /// <summary>
    /// The score of a set: the running sum is read after each distinct value of the statistic, its members and the others of that value
    /// together.
    /// </summary>
    public static double Score(double[] statistics, IReadOnlyCollection<int> members, double exponent)
    {
        var total = members.Sum(m => Math.Pow(Math.Abs(statistics[m]), exponent));
        double Step(int feature) =>
            total == 0 ? 1.0 / members.Count : Math.Pow(Math.Abs(statistics[feature]), exponent) / total;

        var (sum, highest, lowest) = (0.0, 0.0, 0.0);
        foreach (
            var value in Enumerable
                .Range(0, statistics.Length)
                .GroupBy(f => statistics[f])
                .OrderByDescending(g => g.Key)
        )
        {
            foreach (var feature in value)
                sum += members.Contains(feature) ? Step(feature) : -1.0 / (statistics.Length - members.Count);
            highest = Math.Max(highest, sum);
            lowest = Math.Min(lowest, sum);
        }
        return Math.Abs(highest + lowest) < 1e-12 ? 0
            : highest > -lowest ? highest
            : lowest;
    }

    /// <summary>The scores of all sets of one size.</summary>
    public static double[] AllScores(double[] statistics, int size, double exponent) =>
        [.. Subsets(statistics.Length, size).Select(s => Score(statistics, s, exponent))];

    public static IEnumerable<int[]> Subsets(int features, int size)
    {
        int[] set = [.. Enumerable.Range(0, size)];
        while (true)
        {
            yield return (int[])set.Clone();
            var i = size - 1;
            while (i >= 0 && set[i] == features - size + i)
                i--;
            if (i < 0)
                yield break;
            set[i]++;
            for (var j = i + 1; j < size; j++)
                set[j] = set[j - 1] + 1;
        }
    }
}
