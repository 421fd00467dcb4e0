using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Counts;

/// <summary>
/// The profile likelihood of the log dispersion of one gene given its expected counts, adjusted for the estimated coefficients (Cox and
/// Reid), with or without a normal prior. Samples are worked on eight at a time.
/// </summary>
internal sealed class DispersionLikelihood
{
    private const int Lanes = 8;

    // With a larger 1/dispersion, the terms would lose digits against each other, and are taken one by one as quotients.
    private const double LargestFastSize = 1e4;

    private readonly int _coefficients;
    private readonly int _samples;
    private readonly double[][] _products;
    private readonly double[] _counts;
    private readonly double[] _expected;
    private readonly double[] _present;
    private readonly double[] _weights;
    private readonly double[,] _cross;
    private readonly double[,] _slopes;
    private double _priorMean;
    private double _priorVariance = double.PositiveInfinity;

    public DispersionLikelihood(double[][] columns)
    {
        (_coefficients, _samples) = (columns.Length, columns[0].Length);
        var padded = (_samples + Lanes - 1) / Lanes * Lanes;
        _products =
        [
            .. from a in Enumerable.Range(0, _coefficients)
            from b in Enumerable.Range(0, a + 1)
            select columns[a].Zip(columns[b], (x, y) => x * y).ToArray(),
        ];
        (_counts, _expected, _present) = (new double[padded], new double[padded], new double[padded]);
        _weights = new double[_samples];
        Array.Fill(_expected, 1);
        Array.Fill(_present, 1, 0, _samples);
        (_cross, _slopes) = (new double[_coefficients, _coefficients], new double[_coefficients, _coefficients]);
    }

    /// <summary>Sets the gene; the prior variance is +∞ for none.</summary>
    public void Set(
        double[] counts,
        double[] expected,
        double priorMean = 0,
        double priorVariance = double.PositiveInfinity
    )
    {
        counts.CopyTo(_counts, 0);
        expected.CopyTo(_expected, 0);
        (_priorMean, _priorVariance) = (priorMean, priorVariance);
    }

    /// <summary>The log posterior of a log dispersion, but for a constant, and its slope.</summary>
    public (double Value, double Slope) At(double log)
    {
        var dispersion = Math.Exp(log);
        var (value, slope) = 1 / dispersion <= LargestFastSize ? Together(1 / dispersion) : OneByOne(dispersion);
        var (determinant, trace) = Adjustment(dispersion);
        var distance = log - _priorMean;
        return (
            value - determinant / 2 - distance * distance / _priorVariance / 2,
            slope + trace * dispersion / 2 - distance / _priorVariance
        );
    }

    // With r = 1/dispersion: the sum of log Γ(y + r) − (y + r) log(µ + r), and n (r log r − log Γ(r)).
    private (double Value, double Slope) Together(double size)
    {
        var r = Vector512.Create(size);
        var (values, slopes) = (Vector512<double>.Zero, Vector512<double>.Zero);
        for (var s = 0; s < _counts.Length; s += Lanes)
        {
            var x = Vector512.LoadUnsafe(ref _counts[s]) + r;
            var present = Vector512.LoadUnsafe(ref _present[s]);
            var (logGamma, digamma) = GammaTerms.Of(x);
            var sum = Vector512.LoadUnsafe(ref _expected[s]) + r;
            var log = Vector512.Log(sum);
            values += present * (logGamma - x * log);
            slopes += present * (digamma - log - x / sum);
        }
        var (own, ownSlope) = GammaTerms.Of(r);
        var value = Vector512.Sum(values) + _samples * (size * Math.Log(size) - own[0]);
        var slope = Vector512.Sum(slopes) + _samples * (Math.Log(size) + 1 - ownSlope[0]);
        return (value, -size * slope);
    }

    private (double Value, double Slope) OneByOne(double dispersion)
    {
        var size = 1 / dispersion;
        var digamma = SpecialFunctions.Digamma(size);
        var (value, slope) = (0.0, 0.0);
        for (var s = 0; s < _samples; s++)
        {
            var (count, product) = (_counts[s], _expected[s] * dispersion);
            var log = Elementary.Log1p(product);
            value -= count * Math.Log(_expected[s] + size) + size * log;
            slope += log - product / (1 + product) + count / (_expected[s] + size);
            if (count == 0)
                continue;
            value += LogGammaFunction.Quotient(count, size);
            slope += digamma - SpecialFunctions.Digamma(count + size);
        }
        return (value, slope * size);
    }

    // log det X'WX with W = 1 / (1/µ + dispersion), and minus its derivative by the dispersion.
    private (double LogDeterminant, double Trace) Adjustment(double dispersion)
    {
        for (var s = 0; s < _samples; s++)
            _weights[s] = _expected[s] / (1 + _expected[s] * dispersion);
        Fill(_cross);
        TensorPrimitives.Multiply(_weights, _weights, _weights);
        Fill(_slopes);
        if (Cholesky.Of(_cross, 0) is not { } cholesky)
            return (double.PositiveInfinity, 0);
        var inverse = cholesky.Inverse();
        var trace = 0.0;
        for (var a = 0; a < _coefficients; a++)
        for (var b = 0; b < _coefficients; b++)
            trace += inverse[a, b] * _slopes[a, b];
        return (cholesky.LogDeterminant, trace);
    }

    private void Fill(double[,] matrix)
    {
        var pair = 0;
        for (var a = 0; a < _coefficients; a++)
        for (var b = 0; b <= a; b++)
            matrix[a, b] = matrix[b, a] = TensorPrimitives.Dot<double>(_products[pair++], _weights);
    }
}
