using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Residual likelihood of the correlation within blocks for one pattern of observations. With E = I + λ D, D the squared sizes of the
/// blocks, A the sums of the basis of the design over blocks and w those of the residuals, the covariance of the block sums is
/// E − λ AA', and Woodbury's identity leaves p × p matrices. Blocks of the same size are summed up beforehand.
/// </summary>
internal sealed class BlockLikelihood
{
    private const int GoldenSteps = 100;

    private readonly ModelSpace _space;
    private readonly int[] _blockOf;
    private readonly double[] _rootWeights;
    private readonly double[] _sums;
    private readonly int[] _groupOf;
    private readonly double[] _sizes;
    private readonly int[] _members;
    private readonly double[][,] _cross;

    public BlockLikelihood(ModelSpace space, int[] blocks)
    {
        _space = space;
        _blockOf = Blocks.Of(blocks, space.Samples, out var count);
        Count = count;
        _rootWeights = new double[space.Samples.Length];
        Array.Fill(_rootWeights, 1);
        space.Transform.Apply(_rootWeights, []);
        _sums = SumBasis();
        var squares = new double[count];
        var counts = new int[count];
        for (var i = 0; i < _blockOf.Length; i++)
        {
            squares[_blockOf[i]] += _rootWeights[i] * _rootWeights[i];
            counts[_blockOf[i]]++;
        }
        LargestBlock = count == 0 ? 0 : counts.Max();
        _sizes = [.. squares.Distinct().Order()];
        _groupOf = Array.ConvertAll(squares, s => Array.BinarySearch(_sizes, s));
        _members = new int[_sizes.Length];
        foreach (var g in _groupOf)
            _members[g]++;
        _cross = CrossProducts();
    }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    public int LargestBlock { get; }

    /// <summary>Whether the design explains every block sum, so that nothing is left to correlate.</summary>
    public bool IsInDesign
    {
        get
        {
            var (total, explained) = (0.0, 0.0);
            for (var g = 0; g < _sizes.Length; g++)
            {
                total += _members[g] * _sizes[g];
                for (var a = 0; a < _space.Rank; a++)
                    explained += _cross[g][a, a];
            }
            return total - explained <= 1e-10 * total;
        }
    }

    /// <summary>The correlation at which the residual likelihood is largest.</summary>
    /// <param name="residuals">Residuals of ordinary least squares.</param>
    /// <param name="squares">Their sum of squares.</param>
    /// <param name="low">Lowest correlation.</param>
    /// <param name="high">Highest correlation.</param>
    public double MostLikely(ReadOnlySpan<double> residuals, double squares, double low, double high)
    {
        var (own, projected) = Statistics(residuals);
        return Minimum.Of(r => Deviance(r, own, projected, squares), low, high, GoldenSteps);
    }

    // Sums of w² and of w times the basis sums, over the blocks of each size.
    private (double[] Own, double[][] Projected) Statistics(ReadOnlySpan<double> residuals)
    {
        var w = new double[Count];
        for (var i = 0; i < residuals.Length; i++)
            w[_blockOf[i]] += _rootWeights[i] * residuals[i];
        var own = new double[_sizes.Length];
        var projected = new double[_sizes.Length][];
        for (var g = 0; g < projected.Length; g++)
            projected[g] = new double[_space.Rank];
        for (var b = 0; b < Count; b++)
        {
            own[_groupOf[b]] += w[b] * w[b];
            var sums = projected[_groupOf[b]];
            for (var a = 0; a < sums.Length; a++)
                sums[a] += _sums[b * _space.Rank + a] * w[b];
        }
        return (own, projected);
    }

    private double Deviance(double correlation, double[] own, double[][] projected, double squares)
    {
        var lambda = correlation / (1 - correlation);
        var p = _space.Rank;
        var (logDeterminant, explained) = (0.0, 0.0);
        var inner = new double[p, p];
        var vector = new double[p];
        for (var a = 0; a < p; a++)
            inner[a, a] = 1;
        for (var g = 0; g < _sizes.Length; g++)
        {
            var e = 1 + lambda * _sizes[g];
            if (e <= 0)
                return double.PositiveInfinity;
            logDeterminant += _members[g] * Math.Log(e);
            explained += own[g] / e;
            for (var a = 0; a < p; a++)
            {
                vector[a] += projected[g][a] / e;
                for (var b = 0; b <= a; b++)
                    inner[a, b] -= lambda * _cross[g][a, b] / e;
            }
        }
        if (Cholesky.Of(inner, 0) is not { } cholesky)
            return double.PositiveInfinity;
        cholesky.SolveLower(vector);
        foreach (var v in vector)
            explained += lambda * v * v;
        return logDeterminant + cholesky.LogDeterminant + _space.ResidualDf * Math.Log(squares - lambda * explained);
    }

    private double[] SumBasis()
    {
        var sums = new double[Count * _space.Rank];
        for (var a = 0; a < _space.Rank; a++)
        {
            var basis = _space.Basis(a);
            for (var i = 0; i < basis.Length; i++)
                sums[_blockOf[i] * _space.Rank + a] += _rootWeights[i] * basis[i];
        }
        return sums;
    }

    private double[][,] CrossProducts()
    {
        var p = _space.Rank;
        var cross = Array.ConvertAll(_sizes, _ => new double[p, p]);
        for (var block = 0; block < Count; block++)
        for (var a = 0; a < p; a++)
        for (var b = 0; b < p; b++)
            cross[_groupOf[block]][a, b] += _sums[block * p + a] * _sums[block * p + b];
        return cross;
    }
}
