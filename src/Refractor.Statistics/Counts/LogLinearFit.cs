using System.Numerics.Tensors;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Fits log-linear models of one gene after the other, with negative binomial counts of known dispersion, by reweighted least squares.
/// Expected counts are kept from falling below a floor, so that a group without reads has a finite effect.
/// </summary>
internal sealed class LogLinearFit
{
    private const int MaxIterations = 100;
    private const double Tolerance = 1e-8;
    private const double ClimbTolerance = 1e-12;
    private const int MaxHalvings = 30;
    private const double Floor = 0.5;

    // A normal prior of log2 effects with variance 1e6 holds the equations together; its weight on the natural scale.
    private const double Ridge = 1e-6 / (0.69314718055994530942 * 0.69314718055994530942);

    // Natural log coefficients beyond it do not converge.
    private const double LargestCoefficient = 30;

    private readonly double[][] _columns;
    private readonly double[] _sizes;
    private readonly QrDecomposition _qr;
    private readonly double[] _start;
    private readonly double[] _logSizes;
    private readonly double[] _predictors;
    private readonly double[] _weights;
    private readonly double[,] _cross;

    public LogLinearFit(double[][] columns, double[] sizeFactors)
    {
        (_columns, _sizes) = (columns, sizeFactors);
        _qr = new QrDecomposition(columns, sizeFactors.Length);
        (Expected, _start, _weights) = (new double[N], new double[N], new double[N]);
        Coefficients = new double[P];
        _logSizes = Array.ConvertAll(sizeFactors, Math.Log);
        _predictors = new double[N];
        _cross = new double[P, P];
    }

    public int N => _sizes.Length;

    public int P => _columns.Length;

    /// <summary>Natural log coefficients of the last fit.</summary>
    public double[] Coefficients { get; }

    /// <summary>Expected counts of the last fit, not below the floor.</summary>
    public double[] Expected { get; }

    /// <summary>Fits; false if it does not converge.</summary>
    public bool TryFit(double[] counts, double dispersion) =>
        TryReweight(counts, dispersion) || TryClimb(counts, dispersion);

    private bool TryReweight(double[] counts, double dispersion)
    {
        StartFromLogs(counts);
        var constant = LogCoefficients(counts, dispersion);
        var before = double.PositiveInfinity;
        for (var i = 0; i < MaxIterations; i++)
        {
            SetExpected();
            var deviance = MinusTwiceLogLikelihood(counts, dispersion, constant);
            if (Math.Abs(deviance - before) / (Math.Abs(deviance) + 0.1) < Tolerance)
                return true;
            before = deviance;
            if (!TryStep(counts, dispersion) || Array.Exists(Coefficients, c => !(Math.Abs(c) <= LargestCoefficient)))
                return false;
        }
        return false;
    }

    /// <summary>Covariance of the coefficients and leverages of the samples at the last fit.</summary>
    public (double[,] Covariance, double[] Leverages) Precision(double dispersion)
    {
        SetWeights(dispersion);
        var inverse = Cholesky.Of(CrossProduct(Ridge), 0)!.Inverse();
        var leverages = new double[N];
        for (var s = 0; s < N; s++)
        for (var a = 0; a < P; a++)
        for (var b = 0; b < P; b++)
            leverages[s] += _weights[s] * _columns[a][s] * inverse[a, b] * _columns[b][s];
        var plain = (double[,])CrossProduct(0).Clone();
        return (Sandwich(inverse, plain), leverages);
    }

    /// <summary>Expected counts of the last fit, however small.</summary>
    public double[] ExpectedWithoutFloor()
    {
        var expected = new double[N];
        for (var s = 0; s < N; s++)
            expected[s] = _sizes[s] * Math.Exp(LinearPredictor(s));
        return expected;
    }

    private void StartFromLogs(double[] counts)
    {
        for (var s = 0; s < N; s++)
            _start[s] = Math.Log(counts[s] / _sizes[s] + 0.1);
        Project();
    }

    // From above the likelihood falls off by no more than a step of 1 at a time; from below a step can overshoot without bound.
    private void StartFromMean(double[] counts)
    {
        var mean = 0.0;
        for (var s = 0; s < N; s++)
            mean += counts[s] / _sizes[s] / N;
        Array.Fill(_start, Math.Log(mean));
        Project();
    }

    private void Project()
    {
        _qr.MultiplyTransposed(_start);
        _qr.SolveUpper(_start, Coefficients);
    }

    // Where the floor makes reweighting go in circles, or a wild count makes it overshoot: scoring without it, with steps halved until the likelihood rises.
    private bool TryClimb(double[] counts, double dispersion)
    {
        StartFromMean(counts);
        var constant = LogCoefficients(counts, dispersion);
        var value = Penalised(counts, dispersion, constant);
        for (var i = 0; i < MaxIterations; i++)
        {
            var before = (double[])Coefficients.Clone();
            if (!TryStep(counts, dispersion))
                return false;
            var next = Penalised(counts, dispersion, constant);
            for (var halving = 0; !(next <= value) && halving < MaxHalvings; halving++)
            {
                for (var a = 0; a < P; a++)
                    Coefficients[a] = (Coefficients[a] + before[a]) / 2;
                next = Penalised(counts, dispersion, constant);
            }
            if (Math.Abs(next - value) <= ClimbTolerance * (Math.Abs(next) + 0.1))
            {
                SetExpected();
                return true;
            }
            value = next;
        }
        return false;
    }

    // Sets the expected counts, without floor.
    private double Penalised(double[] counts, double dispersion, double constant)
    {
        var penalty = 0.0;
        foreach (var c in Coefficients)
            penalty += Ridge * c * c;
        SetExpectedWithoutFloor();
        return MinusTwiceLogLikelihood(counts, dispersion, constant) + penalty;
    }

    private bool TryStep(double[] counts, double dispersion)
    {
        SetWeights(dispersion);
        Array.Clear(Coefficients);
        for (var s = 0; s < N; s++)
        {
            var mu = Expected[s];
            var response = _weights[s] * (_predictors[s] + (counts[s] - mu) / mu);
            for (var a = 0; a < P; a++)
                Coefficients[a] += _columns[a][s] * response;
        }
        if (Cholesky.Of(CrossProduct(Ridge), 0) is not { } cholesky)
            return false;
        cholesky.Solve(Coefficients);
        return true;
    }

    private void SetExpected()
    {
        SetExpectedWithoutFloor();
        for (var s = 0; s < N; s++)
        {
            if (!(Expected[s] < Floor))
                continue;
            Expected[s] = Floor;
            _predictors[s] = Math.Log(Floor) - _logSizes[s];
        }
    }

    private void SetExpectedWithoutFloor()
    {
        for (var s = 0; s < N; s++)
            _predictors[s] = LinearPredictor(s);
        TensorPrimitives.Exp(_predictors, Expected);
        TensorPrimitives.Multiply(Expected, _sizes, Expected);
    }

    private double LinearPredictor(int sample)
    {
        var sum = 0.0;
        for (var a = 0; a < P; a++)
            sum += _columns[a][sample] * Coefficients[a];
        return sum;
    }

    private void SetWeights(double dispersion)
    {
        for (var s = 0; s < N; s++)
            _weights[s] = Expected[s] / (1 + dispersion * Expected[s]);
    }

    private double[,] CrossProduct(double ridge)
    {
        for (var a = 0; a < P; a++)
        for (var b = 0; b <= a; b++)
        {
            var sum = a == b ? ridge : 0;
            for (var s = 0; s < N; s++)
                sum += _weights[s] * _columns[a][s] * _columns[b][s];
            _cross[a, b] = _cross[b, a] = sum;
        }
        return _cross;
    }

    private double MinusTwiceLogLikelihood(double[] counts, double dispersion, double constant)
    {
        var (sum, logDispersion) = (constant, Math.Log(dispersion));
        for (var s = 0; s < N; s++)
        {
            var product = dispersion * Expected[s];
            var log = Elementary.Log1p(product);
            sum += counts[s] * (logDispersion + _logSizes[s] + _predictors[s] - log) - log / dispersion;
        }
        return -2 * sum;
    }

    // The part of the likelihood that does not depend on the expected counts: the criterion is relative to the whole.
    private static double LogCoefficients(double[] counts, double dispersion)
    {
        var sum = 0.0;
        foreach (var count in counts)
        {
            if (count > 0)
                sum += LogGammaFunction.Quotient(count, 1 / dispersion) - LogGammaFunction.Of(count + 1);
        }
        return sum;
    }

    private double[,] Sandwich(double[,] inverse, double[,] middle)
    {
        var (half, product) = (new double[P, P], new double[P, P]);
        for (var i = 0; i < P; i++)
        for (var j = 0; j < P; j++)
        for (var k = 0; k < P; k++)
            half[i, j] += inverse[i, k] * middle[k, j];
        for (var i = 0; i < P; i++)
        for (var j = 0; j < P; j++)
        for (var k = 0; k < P; k++)
            product[i, j] += half[i, k] * inverse[k, j];
        return product;
    }
}
