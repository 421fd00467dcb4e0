using System.Numerics.Tensors;

namespace Refractor.Statistics.Counts;

/// <summary>Weighted trimmed means of log ratios of one sample to another (Robinson and Oshlack, Genome Biol 2010).</summary>
internal static class TrimmedMeans
{
    private const double RatioTrim = 0.3;
    private const double MeanTrim = 0.05;

    // Log ratios that are all smaller than this are rounding noise: the samples are alike.
    private const double Alike = 1e-6;

    /// <summary>The factor of a sample, from genes that both samples have.</summary>
    public static double Tmm(double[] sample, double[] reference, double size, double referenceSize)
    {
        var (ratios, means, variances) = (
            new double[sample.Length],
            new double[sample.Length],
            new double[sample.Length]
        );
        var n = 0;
        for (var g = 0; g < sample.Length; g++)
        {
            if (sample[g] <= 0 || reference[g] <= 0)
                continue;
            // The ratio is taken before the logarithm: genes with equal counts must tie to the last digit.
            var (a, b) = (sample[g] / size, reference[g] / referenceSize);
            ratios[n] = Math.Log2(a / b);
            means[n] = (Math.Log2(a) + Math.Log2(b)) / 2;
            variances[n++] =
                (size - sample[g]) / size / sample[g] + (referenceSize - reference[g]) / referenceSize / reference[g];
        }
        if (n == 0 || Math.Abs(TensorPrimitives.MaxMagnitude(ratios.AsSpan(0, n))) < Alike)
            return 1;
        var (byRatio, byMean) = (
            TrimBounds.Of(ratios.AsSpan(0, n), RatioTrim),
            TrimBounds.Of(means.AsSpan(0, n), MeanTrim)
        );
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            if (!byRatio.Keeps(ratios[i]) || !byMean.Keeps(means[i]))
                continue;
            sum += ratios[i] / variances[i];
            weights += 1 / variances[i];
        }
        return weights > 0 ? Math.Pow(2, sum / weights) : 1;
    }

    /// <summary>The factor of a sample, with genes that only one sample has paired by size.</summary>
    public static double WithSingletonPairing(double[] sample, double[] reference, double size, double referenceSize)
    {
        var (x, y) = Pair(sample, reference);
        var n = x.Length;
        if (n == 0)
            return 1;
        var (p, q) = (Array.ConvertAll(x, c => c / size), Array.ConvertAll(y, c => c / referenceSize));
        var ratios = p.Zip(q, (a, b) => Math.Log2(a / b)).ToArray();
        if (ratios.Max(Math.Abs) < Alike)
            return 1;
        var means = p.Zip(q, (a, b) => 0.5 * Math.Log2(a * b)).ToArray();
        var shrunk = x.Zip(y, (a, b) => Math.Log2((a + 0.5) / (size + 0.5) / ((b + 0.5) / (referenceSize + 0.5))));
        var kept = Kept(ratios, [.. shrunk], RatioTrim);
        kept.IntersectWith(Kept(means, [.. means], MeanTrim));
        var (sum, weights) = (0.0, 0.0);
        foreach (var i in kept.Order())
        {
            var variance = (1 - p[i]) / p[i] / size + (1 - q[i]) / q[i] / referenceSize;
            var weight = (1 + 1e-6) / (variance + 1e-6);
            sum += weight * ratios[i];
            weights += weight;
        }
        return Math.Pow(2, sum / weights);
    }

    private static (double[] Sample, double[] Reference) Pair(double[] sample, double[] reference)
    {
        var both = Enumerable.Range(0, sample.Length).Where(g => sample[g] > 0 && reference[g] > 0).ToArray();
        double[] onlySample = [.. sample.Where((c, g) => c > 0 && reference[g] <= 0).OrderDescending()];
        double[] onlyReference = [.. reference.Where((c, g) => c > 0 && sample[g] <= 0).OrderDescending()];
        var pairs = Math.Min(onlySample.Length, onlyReference.Length);
        return (
            [.. both.Select(g => sample[g]), .. onlySample[..pairs]],
            [.. both.Select(g => reference[g]), .. onlyReference[..pairs]]
        );
    }

    private static HashSet<int> Kept(double[] values, double[] tieBreakers, double trim)
    {
        var n = values.Length;
        var low = Cut(n, trim);
        return
        [
            .. Enumerable
                .Range(0, n)
                .OrderBy(i => values[i])
                .ThenBy(i => tieBreakers[i])
                .Skip(low - 1)
                .Take(n + 2 - 2 * low),
        ];
    }

    internal static int Cut(int n, double trim) => (int)(n * trim) + 1;
}
