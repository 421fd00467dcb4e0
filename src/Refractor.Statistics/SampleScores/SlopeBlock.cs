using System.Numerics.Tensors;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// Regressions of the values of a block of samples on weights, with the buffers of one thread. A matrix lies feature after feature, so
/// that the samples of a block are summed side by side.
/// </summary>
internal sealed class SlopeBlock(FeatureMatrix matrix)
{
    /// <summary>Samples in a block.</summary>
    public const int Width = 64;

    private readonly double[] _centred = new double[matrix.Features * Width];
    private readonly double[] _means = new double[Width];
    private readonly double[] _squares = new double[Width];
    private readonly int[] _measured = new int[Width];
    private readonly double[] _products = new double[Width];
    private int _samples;
    private bool _complete;

    /// <summary>Number of features measured in a sample of the block.</summary>
    public int Measured(int sample) => _measured[sample];

    /// <summary>Reads samples and subtracts the mean of each.</summary>
    public void Fill(int from, int to)
    {
        _samples = to - from;
        Array.Clear(_means);
        Array.Clear(_squares);
        Array.Clear(_measured);
        for (var i = 0; i < matrix.Features; i++)
        {
            Read(i, from, Row(i));
            AddToMeans(Row(i));
        }
        for (var j = 0; j < _samples; j++)
            _means[j] /= _measured[j];
        _complete = _measured.AsSpan(0, _samples).IndexOfAnyExcept(matrix.Features) < 0;
        for (var i = 0; i < matrix.Features; i++)
        {
            TensorPrimitives.Subtract(Row(i), _means.AsSpan(0, _samples), Row(i));
            AddToSquares(Row(i));
        }
    }

    /// <summary>The t statistics of the slopes on the weights of a regulator.</summary>
    public void Score(Regulator regulator, Span<double> t)
    {
        var products = _products.AsSpan(0, _samples);
        products.Clear();
        if (_complete)
        {
            for (var i = 0; i < regulator.Targets.Length; i++)
                TensorPrimitives.MultiplyAdd(Row(regulator.Targets[i]), regulator.Weights[i], products, products);
            var (sum, squares) = (regulator.Weights.Sum(), regulator.Weights.Sum(w => w * w));
            for (var j = 0; j < t.Length; j++)
                t[j] = Statistic(products[j], _squares[j], squares, sum, _measured[j]);
            return;
        }
        for (var j = 0; j < t.Length; j++)
            t[j] = ScoreMeasured(regulator, j);
    }

    private double ScoreMeasured(Regulator regulator, int sample)
    {
        var (product, sum, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < regulator.Targets.Length; i++)
        {
            var (x, w) = (Row(regulator.Targets[i])[sample], regulator.Weights[i]);
            if (double.IsNaN(x))
                continue;
            product += w * x;
            sum += w;
            squares += w * w;
        }
        return Statistic(product, _squares[sample], squares, sum, _measured[sample]);
    }

    private static double Statistic(double product, double xSquares, double wSquares, double wSum, int measured)
    {
        var variation = wSquares - (wSum * wSum / measured);
        if (measured < 3 || !(xSquares > 0) || !(variation > 1e-12 * wSquares))
            return double.NaN;
        var slope = product / variation;
        var residual = xSquares - (slope * product);
        return residual > 0
            ? slope / Math.Sqrt(residual / (measured - 2) / variation)
            : double.CopySign(double.PositiveInfinity, slope);
    }

    private Span<double> Row(int feature) => _centred.AsSpan(feature * Width, _samples);

    private void Read(int feature, int from, Span<double> row)
    {
        if (matrix.TryGetSingles(feature, out var singles))
            TensorPrimitives.ConvertTruncating(singles.Slice(from, row.Length), row);
        else if (matrix.TryGetDoubles(feature, out var doubles))
            doubles.Slice(from, row.Length).CopyTo(row);
    }

    private void AddToMeans(Span<double> row)
    {
        for (var j = 0; j < row.Length; j++)
        {
            if (double.IsFinite(row[j]))
            {
                _means[j] += row[j];
                _measured[j]++;
            }
            else
                row[j] = double.NaN;
        }
    }

    private void AddToSquares(ReadOnlySpan<double> row)
    {
        for (var j = 0; j < row.Length; j++)
            _squares[j] += double.IsNaN(row[j]) ? 0 : row[j] * row[j];
    }
}
