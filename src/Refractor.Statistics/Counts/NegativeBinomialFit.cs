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

    private const int MaxIterations = 200;
    private const int MaxHalvings = 30;

    /// <summary>Ends a fit at the maximum to rounding.</summary>
    public const double FineTolerance = 1e-16;

    private readonly double _tolerance;
    private readonly double[][] _columns;
    private readonly QrDecomposition _qr;
    private readonly double[] _predictors;
    private readonly double[] _step;
    private readonly double[] _before;
    private readonly double[,] _information;

    /// <param name="columns">Design, n long each.</param>
    /// <param name="tolerance">Twice the rise of the log likelihood below which a step is the last.</param>
    public NegativeBinomialFit(double[][] columns, double tolerance = FineTolerance)
    {
        (_columns, _tolerance) = (columns, tolerance);
        var (n, p) = (columns[0].Length, columns.Length);
        _qr = new QrDecomposition(columns, n);
        (Expected, _predictors) = (new double[n], new double[n]);
        (Coefficients, _step, _before) = (new double[p], new double[p], new double[p]);
        _information = new double[p, p];
    }

    /// <summary>Natural log coefficients of the last fit.</summary>
    public double[] Coefficients { get; }

    /// <summary>Expected counts of the last fit.</summary>
    public double[] Expected { get; }

    /// <summary>Deviance of the last fit.</summary>
    public double Deviance { get; private set; }

    /// <summary>Fits from the same expected count per library size in all samples; false if it does not converge.</summary>
    /// <param name="counts">n counts, 0 or more, not all 0.</param>
    /// <param name="logSizes">n logarithms of library sizes.</param>
    /// <param name="dispersion">0 or more.</param>
    public bool TryFit(double[] counts, double[] logSizes, double dispersion)
    {
        var (rates, weights) = (0.0, 0.0);
        for (var s = 0; s < counts.Length; s++)
        {
            var weight = 1 / (1 + dispersion * Math.Exp(logSizes[s]));
            (rates, weights) = (rates + weight * counts[s], weights + weight * Math.Exp(logSizes[s]));
        }
        Array.Fill(_predictors, Math.Log(rates / weights));
        _qr.MultiplyTransposed(_predictors);
        _qr.SolveUpper(_predictors, Coefficients);
        return TryRefit(counts, logSizes, dispersion);
    }

    /// <summary>Fits from the coefficients there are.</summary>
    public bool TryRefit(double[] counts, double[] logSizes, double dispersion)
    {
        SetExpected(counts, logSizes, dispersion);
        for (var i = 0; i < MaxIterations; i++)
        {
            if (!TryFindStep(counts, dispersion, out var promise))
                return false;
            Move(counts, logSizes, dispersion);
            if (promise <= _tolerance)
                return true;
        }
        return false;
    }

    private void Move(double[] counts, double[] logSizes, double dispersion)
    {
        var limit = Deviance * (1 + 1e-12) + 1e-12;
        Coefficients.CopyTo(_before, 0);
        for (var halving = 0; halving <= MaxHalvings; halving++)
        {
            for (var a = 0; a < _step.Length; a++)
                Coefficients[a] = _before[a] + Math.ScaleB(_step[a], -halving);
            SetExpected(counts, logSizes, dispersion);
            if (Deviance <= limit)
                return;
        }
    }

    private bool TryFindStep(double[] counts, double dispersion, out double promise)
    {
        Array.Clear(_information);
        Array.Clear(_step);
        for (var s = 0; s < counts.Length; s++)
        {
            var share = 1 / (1 + dispersion * Expected[s]);
            var fixedAtZero = counts[s] == 0 && Expected[s] < SmallestExpected;
            var residual = fixedAtZero ? 0 : counts[s] - Expected[s];
            var weight = Math.Max(Expected[s], SmallestExpected) * share;
            for (var a = 0; a < _step.Length; a++)
            {
                var x = _columns[a][s];
                _step[a] += x * residual * share;
                for (var b = 0; b <= a; b++)
                    _information[a, b] += x * _columns[b][s] * weight;
            }
        }
        promise = 0;
        if (Cholesky.Of(_information, 0) is not { } cholesky)
            return false;
        double[] score = [.. _step];
        cholesky.Solve(_step);
        for (var a = 0; a < _step.Length; a++)
            promise += score[a] * _step[a];
        return double.IsFinite(promise);
    }

    private void SetExpected(double[] counts, double[] logSizes, double dispersion)
    {
        for (var s = 0; s < counts.Length; s++)
        {
            var log = logSizes[s];
            for (var a = 0; a < Coefficients.Length; a++)
                log += _columns[a][s] * Coefficients[a];
            Expected[s] = Math.Exp(log);
        }
        Deviance = DevianceOf(counts, Expected, dispersion);
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
