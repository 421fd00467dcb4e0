namespace Refractor.Statistics.Counts;

/// <summary>
/// Reads added to each count in proportion to the library, so that effects and abundances of genes with few reads stay finite; the
/// libraries grow by twice as much.
/// </summary>
internal sealed class PriorCount
{
    /// <summary>Prior count of effects.</summary>
    public const double OfEffects = 0.125;

    /// <summary>Prior count of abundances.</summary>
    public const double OfAbundance = 2;

    private readonly double[] _added;

    public PriorCount(double[] logSizes, double prior)
    {
        var sizes = Array.ConvertAll(logSizes, Math.Exp);
        var mean = sizes.Average();
        _added = Array.ConvertAll(sizes, s => prior * s / mean);
        LogSizes = [.. sizes.Zip(_added, (s, a) => Math.Log(s + 2 * a))];
    }

    /// <summary>Logarithms of the grown libraries.</summary>
    public double[] LogSizes { get; }

    /// <summary>Counts with the prior count added.</summary>
    public double[] Add(double[] counts) => [.. counts.Zip(_added, (c, a) => c + a)];

    /// <summary>Log2 of reads per million of the average library, at a dispersion: edgeR's <c>aveLogCPM</c>.</summary>
    public static double[] Abundance(CountRows rows, double dispersion)
    {
        var prior = new PriorCount(rows.LogSizes, OfAbundance);
        var abundance = new double[rows.Features];
        Array.Fill(abundance, double.NaN);
        rows.ForEach(() =>
        {
            var fit = new NegativeBinomialFit([
                [.. Enumerable.Repeat(1.0, rows.Samples)],
            ]);
            return (gene, counts) =>
            {
                fit.TryFit(prior.Add(counts), prior.LogSizes, dispersion);
                abundance[gene] = (fit.Coefficients[0] + Math.Log(1e6)) / Math.Log(2);
            };
        });
        return abundance;
    }
}
