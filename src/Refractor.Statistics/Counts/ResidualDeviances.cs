using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>Deviances of all genes at given dispersions, and the degrees of freedom behind them.</summary>
internal sealed class ResidualDeviances
{
    // An expected count below it, where none was seen, is a sample that cannot vary.
    private const double Zero = 1e-4;

    /// <param name="rows">The counts.</param>
    /// <param name="columns">Design.</param>
    /// <param name="dispersions">One for each gene.</param>
    public ResidualDeviances(CountRows rows, double[][] columns, double[] dispersions)
    {
        (Deviance, Df) = (new double[rows.Features], new double[rows.Features]);
        SmallestExpected = new double[rows.Features];
        Array.Fill(Deviance, double.NaN);
        var full = rows.Samples - columns.Length;
        rows.ForEach(() =>
        {
            var fit = new NegativeBinomialFit(columns);
            return (gene, counts) =>
            {
                fit.TryFit(counts, rows.LogSizes, dispersions[gene]);
                Deviance[gene] = fit.Deviance(counts, dispersions[gene]);
                SmallestExpected[gene] = fit.Expected.Min();
                int[] varying =
                [
                    .. Enumerable.Range(0, counts.Length).Where(s => counts[s] >= Zero || fit.Expected[s] >= Zero),
                ];
                Df[gene] = varying.Length == counts.Length ? full : Remaining(columns, varying);
            };
        });
    }

    /// <summary>Deviance of each gene; NaN without reads.</summary>
    public double[] Deviance { get; }

    /// <summary>Residual degrees of freedom, without samples of cells that have no reads (Lun and Smyth, 2017).</summary>
    public double[] Df { get; }

    /// <summary>Smallest expected count of each gene.</summary>
    public double[] SmallestExpected { get; }

    /// <summary>Deviance over degrees of freedom; 0 without any.</summary>
    public double Variance(int gene) => Df[gene] > 0 ? Deviance[gene] / Df[gene] : 0;

    /// <summary>The prior of quasi-likelihood dispersions over abundance; null if no gene has one.</summary>
    public VariancePrior? Prior(int[] genes, double[] abundance) =>
        VariancePrior.Estimate(
            Array.ConvertAll(genes, Variance),
            Array.ConvertAll(genes, g => Df[g]),
            Array.ConvertAll(genes, g => abundance[g])
        );

    private static double Remaining(double[][] columns, int[] samples)
    {
        var kept = Array.ConvertAll(columns, c => Array.ConvertAll(samples, s => c[s]));
        return samples.Length == 0 ? 0 : samples.Length - new QrDecomposition(kept, samples.Length).Rank;
    }
}
