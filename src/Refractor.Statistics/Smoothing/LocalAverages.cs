namespace Refractor.Statistics.Smoothing;

/// <summary>
/// Averages over the nearest points, weighted by the tricube of the distance (Cleveland and Loader, 1996). They are computed at places
/// that lie closer together where the points do, and drawn as straight lines between: the local regression of degree 0 of R's locfit.
/// </summary>
internal static class LocalAverages
{
    // A cell wider than this share of the smaller reach of its ends is halved.
    private const double CellShare = 0.8;

    // Many equal x have no reach: cells are not halved for ever.
    private const double SmallestCell = 1e-4;

    /// <summary>Smooths many columns over one x.</summary>
    /// <param name="x">n finite values, 1 or more.</param>
    /// <param name="rows">n rows of m values.</param>
    /// <param name="span">Share of the points that an average takes in, above 0, at most 1.</param>
    /// <returns>n rows of m smooth values.</returns>
    public static double[][] Of(double[] x, double[][] rows, double span)
    {
        int[] order = [.. Enumerable.Range(0, x.Length).OrderBy(i => x[i])];
        var sorted = Array.ConvertAll(order, i => x[i]);
        var neighbours = Math.Clamp((int)(x.Length * span + 1e-12), 1, x.Length);
        var places = Places(sorted, neighbours);
        var averages = Array.ConvertAll(places, p => Average(sorted, order, rows, p, neighbours));
        var smooth = new double[x.Length][];
        var cell = 0;
        foreach (var i in order)
        {
            while (cell < places.Length - 2 && x[i] > places[cell + 1])
                cell++;
            smooth[i] =
                places.Length == 1
                    ? averages[0]
                    : Between(
                        averages[cell],
                        averages[cell + 1],
                        (x[i] - places[cell]) / (places[cell + 1] - places[cell])
                    );
        }
        return smooth;
    }

    private static double[] Places(double[] sorted, int neighbours)
    {
        var (low, high) = (sorted[0], sorted[^1]);
        if (low == high)
            return [low];
        var places = new List<double> { low };
        Halve(low, high);
        return [.. places];

        void Halve(double from, double to)
        {
            var reach = Math.Min(Reach(sorted, from, neighbours), Reach(sorted, to, neighbours));
            if (to - from > CellShare * reach && to - from > SmallestCell * (high - low))
            {
                Halve(from, (from + to) / 2);
                Halve((from + to) / 2, to);
            }
            else
            {
                places.Add(to);
            }
        }
    }

    // Distance of the k-th nearest point.
    private static double Reach(double[] sorted, double at, int k)
    {
        var (low, high) = (0, sorted.Length - k);
        // The first window whose left end is no farther than what follows its right end.
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (at - sorted[middle] > sorted[middle + k] - at)
                low = middle + 1;
            else
                high = middle;
        }
        return Math.Max(at - sorted[low], sorted[low + k - 1] - at);
    }

    private static double[] Average(double[] sorted, int[] order, double[][] rows, double at, int neighbours)
    {
        var reach = Reach(sorted, at, neighbours);
        var weights = Array.ConvertAll(sorted, x => Tricube(Math.Abs(x - at) / reach));
        // All neighbours are at one distance: they count the same.
        if (!(weights.Sum() > 0))
            weights = Array.ConvertAll(sorted, x => Math.Abs(x - at) <= reach ? 1.0 : 0);
        var total = weights.Sum();
        var average = new double[rows[0].Length];
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] == 0)
                continue;
            for (var j = 0; j < average.Length; j++)
                average[j] += weights[i] / total * rows[order[i]][j];
        }
        return average;
    }

    private static double Tricube(double u) => u < 1 ? Math.Pow(1 - u * u * u, 3) : 0;

    private static double[] Between(double[] from, double[] to, double share) =>
        [.. from.Zip(to, (a, b) => a + share * (b - a))];
}
