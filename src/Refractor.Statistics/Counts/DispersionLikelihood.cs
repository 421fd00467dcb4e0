using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Counts;

/// <summary>
/// The profile likelihood of the log dispersion of one gene given its expected counts, adjusted for the estimated coefficients (Cox and
/// Reid), with or without a normal prior.
/// </summary>
internal sealed class DispersionLikelihood
{
    /// <summary>Steps after which the ascent counts as not arrived.</summary>
    public const int MaxSteps = 100;

    // The ascent of DESeq2: its steps and where they end decide the third digit of a dispersion.
    private const double SmallestGain = 1e-6;
    private const double SufficientShare = 1e-4;
    private const double LowestLog = -30;
    private const double HighestLog = 10;
    private const int GridPoints = 20;

    private readonly double[][] _columns;
    private readonly double[,] _cross;
    private readonly double[,] _slope;
    private double[] _counts = [];
    private double[] _expected = [];
    private double _priorMean;
    private double _priorVariance = double.PositiveInfinity;

    public DispersionLikelihood(double[][] columns)
    {
        _columns = columns;
        _cross = new double[columns.Length, columns.Length];
        _slope = new double[columns.Length, columns.Length];
    }

    /// <summary>Sets the gene; the prior variance is +∞ for none.</summary>
    public void Set(
        double[] counts,
        double[] expected,
        double priorMean = 0,
        double priorVariance = double.PositiveInfinity
    ) => (_counts, _expected, _priorMean, _priorVariance) = (counts, expected, priorMean, priorVariance);

    /// <summary>Climbs along the slope from a log dispersion, with steps halved until the likelihood gains enough.</summary>
    /// <returns>Where it ends; whether the likelihood rose by more than rounding; and how many steps were tried.</returns>
    public (double Log, bool Rose, int Steps) Climb(double start, double lowest)
    {
        var (log, rate, accepted, steps) = (start, 1.0, 0, 0);
        var value = At(log);
        var (first, slope) = (value, SlopeAt(log));
        while (steps < MaxSteps)
        {
            steps++;
            if (log + rate * slope < LowestLog)
                rate = (LowestLog - log) / slope;
            if (log + rate * slope > HighestLog)
                rate = (HighestLog - log) / slope;
            var next = At(log + rate * slope);
            if (!(next >= value + rate * SufficientShare * slope * slope))
            {
                rate /= 2;
                continue;
            }
            accepted++;
            log += rate * slope;
            var gain = next - value;
            value = next;
            if (gain < SmallestGain || log < lowest)
                break;
            slope = SlopeAt(log);
            rate = Math.Min(rate * 1.1, 1);
            if (accepted % 5 == 0)
                rate /= 2;
        }
        return (log, !(value < first + Math.Abs(first) / 1e6), steps);
    }

    /// <summary>The best of a grid of log dispersions, and of a finer one about it.</summary>
    public double OnGrid(double low, double high)
    {
        var width = (high - low) / (GridPoints - 1);
        var coarse = BestBetween(low, high);
        return BestBetween(coarse - width, coarse + width);
    }

    private double BestBetween(double low, double high) =>
        Enumerable.Range(0, GridPoints).Select(i => low + i * (high - low) / (GridPoints - 1)).MaxBy(At);

    private double At(double log)
    {
        var dispersion = Math.Exp(log);
        var size = 1 / dispersion;
        var sum = 0.0;
        for (var s = 0; s < _counts.Length; s++)
        {
            // The quotient of gamma functions as such: their difference would lose its digits when the dispersion is small.
            sum += _counts[s] == 0 ? 0 : LogGammaFunction.Quotient(_counts[s], size);
            sum -= _counts[s] * Math.Log(_expected[s] + size) + size * Elementary.Log1p(_expected[s] * dispersion);
        }
        SetCross(dispersion);
        var adjustment = (Cholesky.Of(_cross, 0)?.LogDeterminant ?? double.PositiveInfinity) / 2;
        return sum - adjustment - (log - _priorMean) * (log - _priorMean) / _priorVariance / 2;
    }

    private double SlopeAt(double log)
    {
        var dispersion = Math.Exp(log);
        var size = 1 / dispersion;
        var digamma = SpecialFunctions.Digamma(size);
        var sum = 0.0;
        for (var s = 0; s < _counts.Length; s++)
        {
            var product = _expected[s] * dispersion;
            sum += Elementary.Log1p(product) - product / (1 + product) + _counts[s] / (_expected[s] + size);
            sum += _counts[s] == 0 ? 0 : digamma - SpecialFunctions.Digamma(_counts[s] + size);
        }
        SetCross(dispersion);
        var inverse = Cholesky.Of(_cross, 0)?.Inverse();
        var trace = 0.0;
        for (var a = 0; inverse is not null && a < _columns.Length; a++)
        for (var b = 0; b < _columns.Length; b++)
            trace += inverse[a, b] * _slope[a, b];
        return sum * size + trace * dispersion / 2 - (log - _priorMean) / _priorVariance;
    }

    // X'WX with W = 1 / (1/mu + dispersion), and minus its derivative by the dispersion.
    private void SetCross(double dispersion)
    {
        for (var a = 0; a < _columns.Length; a++)
        for (var b = 0; b <= a; b++)
        {
            var (sum, slope) = (0.0, 0.0);
            for (var s = 0; s < _expected.Length; s++)
            {
                var weight = 1 / (1 / _expected[s] + dispersion);
                var product = _columns[a][s] * _columns[b][s] * weight;
                sum += product;
                slope += product * weight;
            }
            _cross[a, b] = _cross[b, a] = sum;
            _slope[a, b] = _slope[b, a] = slope;
        }
    }
}
