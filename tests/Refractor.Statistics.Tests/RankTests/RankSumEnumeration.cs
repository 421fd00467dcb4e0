namespace Refractor.Statistics.Tests.RankTests;

/// <summary>The null distribution of the rank-sum count by the recursion over values, kept in a dictionary: slow judge of the tests.</summary>
internal static class RankSumEnumeration
{
    /// <summary>Probability of each count of pairs with x above y.</summary>
    public static Dictionary<double, double> Distribution(double[] x, double[] y)
    {
        double[] all = [.. x, .. y];
        var ranks = all.Select(v => all.Count(w => w < v) + (all.Count(w => w == v) + 1) / 2.0).ToArray();
        var counts = new Dictionary<(int Size, double Sum), double> { [(0, 0)] = 1 };
        foreach (var rank in ranks)
        {
            foreach (var ((size, sum), count) in counts.ToArray().OrderByDescending(c => c.Key.Size))
            {
                if (size < x.Length)
                    counts[(size + 1, sum + rank)] = counts.GetValueOrDefault((size + 1, sum + rank)) + count;
            }
        }
        var full = counts.Where(c => c.Key.Size == x.Length).ToArray();
        var total = full.Sum(c => c.Value);
        return full.ToDictionary(c => c.Key.Sum - x.Length * (x.Length + 1) / 2.0, c => c.Value / total);
    }
}
