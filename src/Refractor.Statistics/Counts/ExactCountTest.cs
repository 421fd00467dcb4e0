using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Exact tests of the difference between two groups of counts, given the sum of both: the columns of edgeR's <c>exactTest</c>, in the
/// order of the genes.
/// </summary>
/// <remarks>
/// Twice the smaller tail. Where both groups have more than 900 reads, the share of one of them is taken as a beta variable. Robinson and
/// Smyth, Biostatistics 2008.
/// </remarks>
public sealed class ExactCountTest
{
    private readonly CountRows _rows;
    private readonly int[] _reference;
    private readonly int[] _group;

    internal ExactCountTest(CountRows rows, int referenceSamples, EmpiricalDispersions dispersions)
    {
        _rows = rows;
        _reference = [.. Enumerable.Range(0, referenceSamples)];
        _group = [.. Enumerable.Range(referenceSamples, rows.Samples - referenceSamples)];
        (Effect, LogP) = (new double[rows.Features], new double[rows.Features]);
        Array.Fill(Effect, double.NaN);
        Array.Fill(LogP, double.NaN);
        Abundance = [.. dispersions.Abundance];
        Reasons = [.. rows.Reasons];
        FillEffects(dispersions.Genewise);
        FillLogP(dispersions.Genewise);
        LogAdjustedP = AdjustedP.BenjaminiHochbergOfLog(LogP);
    }

    /// <summary>Log2 fold change from the reference to the other group, with a prior count of 0.125 (logFC); NaN without reads.</summary>
    public double[] Effect { get; }

    /// <summary>Log2 reads per million of the average library of all samples of the model (logCPM).</summary>
    public double[] Abundance { get; }

    /// <summary>Natural logarithm of the two-sided p value; NaN without reads.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the p value adjusted by Benjamini and Hochberg.</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Why a gene has no p value; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a gene.</summary>
    public PValue P(int gene) => PValue.FromLog(LogP[gene]);

    private void FillEffects(double[] dispersions)
    {
        var prior = new PriorCount(_rows.LogSizes, PriorCount.OfEffects);
        _rows.ForEach(() =>
        {
            var (from, to) = (Rate(_reference), Rate(_group));
            return (gene, counts) =>
            {
                var all = prior.Add(counts);
                Effect[gene] = (to(all, dispersions[gene]) - from(all, dispersions[gene])) / Math.Log(2);
            };
        });

        Func<double[], double, double> Rate(int[] samples)
        {
            var fit = new NegativeBinomialFit([
                [.. Enumerable.Repeat(1.0, samples.Length)],
            ]);
            var logSizes = Array.ConvertAll(samples, s => prior.LogSizes[s]);
            return (all, dispersion) =>
            {
                fit.TryFit(Array.ConvertAll(samples, s => all[s]), logSizes, dispersion);
                return fit.Coefficients[0];
            };
        }
    }

    private void FillLogP(double[] dispersions)
    {
        var both = new ComparableCounts(_rows.LogSizes, [.. _reference, .. _group], _rows.LogSizes.Average());
        _rows.ForEach(() =>
        {
            var worker = both.Worker();
            return (gene, counts) =>
            {
                var comparable = worker(counts, dispersions[gene]);
                LogP[gene] = ConditionalCounts.LogP(
                    _reference.Sum(s => comparable[s]),
                    _group.Sum(s => comparable[s]),
                    _reference.Length,
                    _group.Length,
                    dispersions[gene]
                );
            };
        });
    }
}
