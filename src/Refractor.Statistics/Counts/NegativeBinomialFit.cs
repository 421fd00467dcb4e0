using System.Numerics.Tensors;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Fits log-linear models of one gene after the other, with negative binomial counts of known dispersion, to the maximum of the
/// likelihood: scoring, with steps halved until the deviance falls. A dispersion of 0 is Poisson's.
/// </summary>
internal sealed class NegativeBinomialFit
{
    /// <summary>Expected counts below it, in cells without reads, fall no farther: the maximum lies at minus infinity.</summary>
    public const double SmallestExpected = 1e-8;

    /// <summary>Ends a fit at the maximum to rounding.</summary>
    public const double FineTolerance = 1e-14;

    // A step that promises less, and less than the one before, is taken without a look at the deviance.
    private const double SafePromise = 0.5;

    private const int MaxIterations = 200;
    private const int MaxHalvings = 30;

    private readonly double _tolerance;
    private readonly double[][] _columns;
    private readonly double[][] _products;
    private readonly QrDecomposition _qr;
    private readonly double[] _shares;
    private readonly double[] _weights;
    private readonly double[] _residuals;
    private readonly double[] _step;
    private readonly double[] _score;
    private readonly double[] _before;
    private readonly double[,] _information;

    /// <param name="columns">Design, n long each.</param>
    /// <param name="tolerance">Twice the rise of the log likelihood below which a step is the last.</param>
    public NegativeBinomialFit(double[][] columns, double tolerance = FineTolerance)
    {
        (_columns, _tolerance) = (columns, tolerance);
        var (n, p) = (columns[0].Length, columns.Length);
        _products =
        [
            .. from a in Enumerable.Range(0, p)
            from b in Enumerable.Range(0, a + 1)
            select columns[a].Zip(columns[b], (x, y) => x * y).ToArray(),
        ];
        _qr = new QrDecomposition(columns, n);
        (Expected, LogExpected) = (new double[n], new double[n]);
        (_shares, _weights, _residuals) = (new double[n], new double[n], new double[n]);
        (Coefficients, _step, _score, _before) = (new double[p], new double[p], new double[p], new double[p]);
        _information = new double[p, p];
    }

    /// <summary>Natural log coefficients of the last fit.</summary>
    public double[] Coefficients { get; }

    /// <summary>Expected counts of the last fit.</summary>
    public double[] Expected { get; }

    /// <summary>Their natural logarithms.</summary>
    public double[] LogExpected { get; }

    /// <summary>Fits from the same expected count per library size in all samples; false if it does not converge.</summary>
    /// <param name="counts">n counts, 0 or more, not all 0.</param>
    /// <param name="logSizes">n logarithms of library sizes.</param>
    /// <param name="dispersion">0 or more.</param>
    public bool TryFit(double[] counts, double[] logSizes, double dispersion)
    {
        TensorPrimitives.Exp(logSizes, Expected);
        SetShares(dispersion);
        var rates = TensorPrimitives.Dot<double>(counts, _shares);
        Array.Fill(LogExpected, Math.Log(rates / TensorPrimitives.Dot<double>(Expected, _shares)));
        _qr.MultiplyTransposed(LogExpected);
        _qr.SolveUpper(LogExpected, Coefficients);
        return TryRefit(counts, logSizes, dispersion);
    }

    /// <summary>Fits from the coefficients there are.</summary>
    public bool TryRefit(double[] counts, double[] logSizes, double dispersion)
    {
        SetExpected(logSizes);
        var last = SafePromise;
        for (var i = 0; i < MaxIterations; i++)
        {
            if (!TryFindStep(counts, dispersion, out var promise))
                return false;
            Coefficients.CopyTo(_before, 0);
            if (promise <= last)
                Move(logSizes, 0);
            else
                MoveDown(counts, logSizes, dispersion);
            if (promise <= _tolerance)
                return true;
            last = Math.Min(SafePromise, promise);
        }
        return false;
    }

    /// <summary>Deviance of the last fit.</summary>
    public double Deviance(double[] counts, double dispersion) => DevianceOf(counts, Expected, dispersion);

    private void MoveDown(double[] counts, double[] logSizes, double dispersion)
    {
        var limit = Deviance(counts, dispersion) * (1 + 1e-12) + 1e-12;
        for (var halvings = 0; halvings <= MaxHalvings; halvings++)
        {
            Move(logSizes, halvings);
            if (Deviance(counts, dispersion) <= limit)
                return;
        }
    }

    private void Move(double[] logSizes, int halvings)
    {
        for (var a = 0; a < _step.Length; a++)
            Coefficients[a] = _before[a] + Math.ScaleB(_step[a], -halvings);
        SetExpected(logSizes);
    }

    private bool TryFindStep(double[] counts, double dispersion, out double promise)
    {
        SetShares(dispersion);
        TensorPrimitives.Max(Expected, SmallestExpected, _weights);
        TensorPrimitives.Multiply(_weights, _shares, _weights);
        TensorPrimitives.Subtract(counts, Expected, _residuals);
        TensorPrimitives.Multiply(_residuals, _shares, _residuals);
        for (var s = 0; s < counts.Length; s++)
        {
            if (Expected[s] < SmallestExpected && counts[s] == 0)
                _residuals[s] = 0;
        }
        var pair = 0;
        for (var a = 0; a < _step.Length; a++)
        {
            _score[a] = _step[a] = TensorPrimitives.Dot<double>(_columns[a], _residuals);
            for (var b = 0; b <= a; b++)
                _information[a, b] = TensorPrimitives.Dot<double>(_products[pair++], _weights);
        }
        promise = 0;
        if (Cholesky.Of(_information, 0) is not { } cholesky)
            return false;
        cholesky.Solve(_step);
        promise = TensorPrimitives.Dot<double>(_score, _step);
        return double.IsFinite(promise);
    }

    // 1 / (1 + dispersion µ): Poisson's part of the variance.
    private void SetShares(double dispersion)
    {
        TensorPrimitives.Multiply(Expected, dispersion, _shares);
        TensorPrimitives.Add(_shares, 1, _shares);
        TensorPrimitives.Divide(1, _shares, _shares);
    }

    private void SetExpected(double[] logSizes)
    {
        logSizes.CopyTo(LogExpected, 0);
        for (var a = 0; a < Coefficients.Length; a++)
            TensorPrimitives.MultiplyAdd(_columns[a], Coefficients[a], LogExpected, LogExpected);
        TensorPrimitives.Exp(LogExpected, Expected);
    }

    /// <summary>Twice the log likelihood that expected counts lose against the counts themselves.</summary>
    public static double DevianceOf(double[] counts, double[] expected, double dispersion)
    {
        var half = 0.0;
        for (var s = 0; s < counts.Length; s++)
            half +=
                counts[s] > 0 ? Lost(counts[s], expected[s], dispersion) : LostWithoutReads(expected[s], dispersion);
        return 2 * half;
    }

    // y log(y/µ) − (y + r) log((y + r)/(µ + r)) with r = 1/dispersion, without the parts of both logarithms that cancel.
    private static double Lost(double y, double mu, double dispersion)
    {
        var first = -y * Elementary.Log1pMinus((mu - y) / y);
        if (dispersion == 0)
            return first;
        var sum = y + 1 / dispersion;
        return first + sum * Elementary.Log1pMinus((mu - y) / sum);
    }

    private static double LostWithoutReads(double mu, double dispersion) =>
        dispersion == 0 ? mu : Elementary.Log1p(dispersion * mu) / dispersion;
}
