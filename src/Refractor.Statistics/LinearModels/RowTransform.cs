namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Makes the observations of one feature independent and equally precise, so that ordinary least squares holds: weighs them, makes
/// samples of one block uncorrelated, or removes the mean of each block.
/// </summary>
internal sealed class RowTransform
{
    private readonly double[]? _rootWeights;
    private readonly int[]? _blocks;
    private readonly int[]? _within;
    private readonly double[] _blockFactors = [];
    private readonly double[] _sums = [];
    private readonly double _scale = 1;

    /// <summary>A transform of some of the samples.</summary>
    /// <param name="samples">The n samples that are observed.</param>
    /// <param name="rootWeights">Square root of the weight of each observation; null for 1.</param>
    /// <param name="within">Block of every sample of the matrix whose mean is removed; null for none.</param>
    /// <param name="blocks">Block of every sample of the matrix whose members are correlated; null for none.</param>
    /// <param name="correlation">Correlation within those blocks.</param>
    public RowTransform(
        ReadOnlySpan<int> samples,
        double[]? rootWeights,
        int[]? within,
        int[]? blocks,
        double correlation
    )
    {
        _rootWeights = rootWeights;
        if (within is not null)
        {
            _within = Blocks.Of(within, samples, out var count);
            _sums = new double[count];
            _blockFactors = InverseSquares(_within, count);
            Removed = count;
        }
        else if (blocks is not null && correlation != 0)
        {
            _blocks = Blocks.Of(blocks, samples, out var count);
            _sums = new double[count];
            _blockFactors = Shrinkage(_blocks, count, correlation);
            _scale = 1 / Math.Sqrt(1 - correlation);
        }
    }

    /// <summary>Block means that were removed: each takes a degree of freedom.</summary>
    public int Removed { get; }

    /// <summary>Whether observations are left as they are, but for their weights.</summary>
    public bool OnlyWeighs => _within is null && _blocks is null;

    /// <summary>Whether observations are left as they are.</summary>
    public bool IsIdentity => OnlyWeighs && _rootWeights is null;

    /// <summary>Transforms n observations, or a column of the design, in place. Not for several threads at once.</summary>
    public void Apply(Span<double> values, Span<double> sums)
    {
        if (_rootWeights is not null)
            System.Numerics.Tensors.TensorPrimitives.Multiply(values, _rootWeights, values);
        if (_within is not null)
            RemoveMeans(values, sums);
        else if (_blocks is not null)
            RemoveCorrelation(values, sums);
    }

    /// <summary>Length of the buffer that <see cref="Apply"/> needs.</summary>
    public int BufferLength => _sums.Length;

    private void RemoveMeans(Span<double> values, Span<double> sums)
    {
        sums[..BufferLength].Clear();
        for (var i = 0; i < values.Length; i++)
            sums[_within![i]] += values[i] * RootWeight(i);
        for (var b = 0; b < BufferLength; b++)
            sums[b] *= _blockFactors[b];
        for (var i = 0; i < values.Length; i++)
            values[i] -= sums[_within![i]] * RootWeight(i);
    }

    // V^(-1/2) of one block of m samples is (I - k J) / sqrt(1 - rho), with k = (1 - sqrt((1 - rho) / (1 + (m - 1) rho))) / m.
    private void RemoveCorrelation(Span<double> values, Span<double> sums)
    {
        sums[..BufferLength].Clear();
        for (var i = 0; i < values.Length; i++)
            sums[_blocks![i]] += values[i];
        for (var b = 0; b < BufferLength; b++)
            sums[b] *= _blockFactors[b];
        for (var i = 0; i < values.Length; i++)
            values[i] = (values[i] - sums[_blocks![i]]) * _scale;
    }

    private double RootWeight(int i) => _rootWeights is null ? 1 : _rootWeights[i];

    private double[] InverseSquares(int[] within, int count)
    {
        var squares = new double[count];
        for (var i = 0; i < within.Length; i++)
            squares[within[i]] += RootWeight(i) * RootWeight(i);
        return Array.ConvertAll(squares, s => 1 / s);
    }

    private static double[] Shrinkage(int[] blocks, int count, double correlation)
    {
        var sizes = new int[count];
        foreach (var b in blocks)
            sizes[b]++;
        return Array.ConvertAll(sizes, m => (1 - Math.Sqrt((1 - correlation) / (1 + (m - 1) * correlation))) / m);
    }
}
