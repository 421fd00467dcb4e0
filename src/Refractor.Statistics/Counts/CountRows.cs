namespace Refractor.Statistics.Counts;

/// <summary>Counts gene by gene in the samples of a model, their library sizes, and which genes a model can be fitted to.</summary>
internal sealed class CountRows
{
    private readonly FeatureMatrix _counts;
    private readonly int[] _samples;
    private readonly int _threads;

    /// <param name="counts">f genes × n samples.</param>
    /// <param name="samples">Those used.</param>
    /// <param name="sizes">n effective library sizes.</param>
    /// <param name="threads">Threads at most; 0 for one per core.</param>
    public CountRows(FeatureMatrix counts, int[] samples, double[] sizes, int threads)
    {
        (_counts, _samples, _threads) = (counts, samples, threads);
        LogSizes = Array.ConvertAll(samples, s => Math.Log(sizes[s]));
        (Reasons, Reads) = (new NotEstimable[counts.Features], new double[counts.Features]);
        ForEach(
            Enumerable.Range(0, counts.Features),
            () =>
                (gene, row) =>
                {
                    Reads[gene] = row.Sum();
                    Reasons[gene] =
                        Array.Exists(row, c => !(c >= 0)) ? NotEstimable.TooFewValues
                        : Reads[gene] > 0 ? NotEstimable.None
                        : NotEstimable.NoEvents;
                }
        );
        Expressed = [.. Enumerable.Range(0, Features).Where(g => Reasons[g] == NotEstimable.None)];
    }

    public int Features => _counts.Features;

    public int Samples => _samples.Length;

    /// <summary>Logarithm of the effective library size of each sample used.</summary>
    public double[] LogSizes { get; }

    /// <summary>Why a gene has no model.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Sum of the counts of a gene.</summary>
    public double[] Reads { get; }

    /// <summary>Genes that have a model.</summary>
    public int[] Expressed { get; }

    /// <summary>Does something for the counts of each of some genes.</summary>
    public void ForEach(IEnumerable<int> genes, Func<Action<int, double[]>> worker)
    {
        int[] chosen = [.. genes];
        FeatureLoop.Run(
            chosen.Length,
            _threads,
            () =>
            {
                var work = worker();
                var (all, row) = (new double[_counts.Samples], new double[_samples.Length]);
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        _counts.CopyFeature(chosen[i], all);
                        for (var s = 0; s < row.Length; s++)
                            row[s] = all[_samples[s]];
                        work(chosen[i], row);
                    }
                };
            }
        );
    }

    /// <summary>The same for the genes that have a model.</summary>
    public void ForEach(Func<Action<int, double[]>> worker) => ForEach(Expressed, worker);
}
