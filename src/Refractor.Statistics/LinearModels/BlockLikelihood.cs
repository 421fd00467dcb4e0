namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Residual likelihood of the correlation within blocks for one pattern of observations. With E = I + λ D, D the sizes of the
/// blocks, A the sums of the basis of the design over blocks and w those of the residuals, the covariance of the block sums is
/// E − λ AA', and Woodbury's identity leaves p × p matrices. Blocks of the same size are summed up beforehand.
/// </summary>
internal sealed class BlockLikelihood
{
    private const int Steps = 100;
    private const int GridSteps = 16;

    private readonly ModelSpace _space;
    private readonly int[] _blockOf;
    private readonly double[] _sums;
    private readonly int[] _groupOf;
    private readonly int[] _sizes;
    private readonly int[] _members;
    private readonly double[][,] _cross;

    public BlockLikelihood(ModelSpace space, int[] blocks)
    {
        _space = space;
        _blockOf = Blocks.Of(blocks, space.Samples, out var count);
        Count = count;
        _sums = SumBasis();
        var counts = new int[count];
        foreach (var b in _blockOf)
            counts[b]++;
        LargestBlock = count == 0 ? 0 : counts.Max();
        _sizes = [.. counts.Distinct().Order()];
        _groupOf = Array.ConvertAll(counts, c => Array.BinarySearch(_sizes, c));
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
        var feature = new FeatureDeviance(this, own, projected, squares);
        // The likelihood can have two maxima, one of them at an end.
        var (best, smallest) = (0, double.PositiveInfinity);
        for (var i = 0; i <= GridSteps; i++)
        {
            var deviance = feature.At(low + (high - low) * i / GridSteps);
            if (deviance < smallest)
                (best, smallest) = (i, deviance);
        }
        var width = (high - low) / GridSteps;
        return Minimum.Of(
            feature.At,
            Math.Max(low, low + (best - 1) * width),
            Math.Min(high, low + (best + 1) * width),
            Steps
        );
    }

    // Sums of w² and of w times the basis sums, over the blocks of each size.
    private (double[] Own, double[][] Projected) Statistics(ReadOnlySpan<double> residuals)
    {
        var w = new double[Count];
        for (var i = 0; i < residuals.Length; i++)
            w[_blockOf[i]] += residuals[i];
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

    private double[] SumBasis()
    {
        var sums = new double[Count * _space.Rank];
        for (var a = 0; a < _space.Rank; a++)
        {
            var basis = _space.Basis(a);
            for (var i = 0; i < basis.Length; i++)
                sums[_blockOf[i] * _space.Rank + a] += basis[i];
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

    /// <summary>The likelihood of one feature.</summary>
    private sealed class FeatureDeviance(BlockLikelihood pattern, double[] own, double[][] projected, double squares)
    {
        private readonly double[,] _inner = new double[pattern._space.Rank, pattern._space.Rank];
        private readonly double[] _vector = new double[pattern._space.Rank];

        /// <summary>Minus twice the residual log likelihood, but for a constant.</summary>
        public double At(double correlation)
        {
            var lambda = correlation / (1 - correlation);
            var p = _vector.Length;
            var (logDeterminant, explained) = (0.0, 0.0);
            Array.Clear(_inner);
            Array.Clear(_vector);
            for (var a = 0; a < p; a++)
                _inner[a, a] = 1;
            for (var g = 0; g < pattern._sizes.Length; g++)
            {
                var e = 1 + lambda * pattern._sizes[g];
                logDeterminant += pattern._members[g] * Math.Log(e);
                explained += own[g] / e;
                for (var a = 0; a < p; a++)
                {
                    _vector[a] += projected[g][a] / e;
                    for (var b = 0; b <= a; b++)
                        _inner[a, b] -= lambda * pattern._cross[g][a, b] / e;
                }
            }
            for (var a = 0; a < p; a++)
            {
                var pivot = Eliminate(a);
                logDeterminant += Math.Log(pivot);
                explained += lambda * _vector[a] * _vector[a] / pivot;
            }
            return logDeterminant + pattern._space.ResidualDf * Math.Log(squares - lambda * explained);
        }

        // One step of the LDL' decomposition of the inner matrix, applied to the vector as well.
        private double Eliminate(int a)
        {
            var pivot = _inner[a, a];
            for (var i = a + 1; i < _vector.Length; i++)
            {
                var factor = _inner[i, a] / pivot;
                _vector[i] -= factor * _vector[a];
                for (var j = a + 1; j <= i; j++)
                    _inner[i, j] -= factor * _inner[j, a];
            }
            return pivot;
        }
    }
}
