using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Normalisation;

/// <summary>The batches and covariates of n samples.</summary>
internal sealed class BatchDesign
{
    private readonly int[] _batches;
    private readonly double[][] _covariates;
    private readonly QrDecomposition? _complete;

    private BatchDesign(int[] batches, int count, double[][] covariates)
    {
        (_batches, Batches, _covariates) = (batches, count, covariates);
        var samples = Enumerable.Range(0, batches.Length).Where(HasCovariates).ToArray();
        var sizes = samples.GroupBy(j => batches[j]).Select(g => g.Count()).ToArray();
        if (count < 2)
            Reason = NotEstimable.OneGroup;
        else if (sizes.Length < count || sizes.Any(s => s < 2))
            Reason = NotEstimable.TooFewValues;
        else
        {
            var decomposition = Decompose(samples, [.. Enumerable.Range(0, count)]);
            Reason = decomposition is null ? NotEstimable.Collinear : NotEstimable.None;
            _complete = samples.Length == batches.Length ? decomposition : null;
        }
    }

    /// <summary>Number of batches.</summary>
    public int Batches { get; }

    /// <summary>Number of covariates.</summary>
    public int Covariates => _covariates.Length;

    /// <summary>Why no feature can be adjusted.</summary>
    public NotEstimable Reason { get; }

    /// <summary>The batch of a sample, from 0.</summary>
    public int Batch(int sample) => _batches[sample];

    /// <summary>The value of a covariate in a sample.</summary>
    public double Covariate(int covariate, int sample) => _covariates[covariate][sample];

    /// <summary>Whether a sample has all covariates.</summary>
    public bool HasCovariates(int sample) => !_covariates.Any(c => double.IsNaN(c[sample]));

    /// <summary>Numbers the batches and checks the lengths.</summary>
    /// <exception cref="ArgumentException">Batches or covariates have another length than n.</exception>
    public static BatchDesign Of(int samples, IReadOnlyList<int> batches, IReadOnlyList<double[]> covariates)
    {
        ArgumentNullException.ThrowIfNull(batches);
        if (batches.Count != samples)
            throw new ArgumentException($"Found {batches.Count} batches; expected {samples}.", nameof(batches));
        if (covariates.FirstOrDefault(c => c.Length != samples) is { } other)
            throw new ArgumentException(
                $"A covariate has {other.Length} values; expected {samples}.",
                nameof(covariates)
            );
        int[] labels = [.. batches.Distinct().Order()];
        return new BatchDesign([.. batches.Select(b => Array.IndexOf(labels, b))], labels.Length, [.. covariates]);
    }

    /// <summary>The design over some samples: an indicator of each batch, then the covariates; null if it lacks full rank.</summary>
    /// <param name="samples">Samples, ascending.</param>
    /// <param name="batches">The batches among them, ascending.</param>
    public QrDecomposition? Decompose(ReadOnlySpan<int> samples, int[] batches)
    {
        if (_complete is not null && samples.Length == _batches.Length)
            return _complete;
        var chosen = samples.ToArray();
        double[][] columns =
        [
            .. batches.Select(b => Array.ConvertAll(chosen, j => _batches[j] == b ? 1.0 : 0)),
            .. _covariates.Select(c => Array.ConvertAll(chosen, j => c[j])),
        ];
        var decomposition = new QrDecomposition(columns, chosen.Length);
        return decomposition.Rank == columns.Length ? decomposition : null;
    }
}
