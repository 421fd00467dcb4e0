using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Maximises Firth's penalised likelihood, over all coefficients or with one of them held.</summary>
internal sealed class FirthNewton
{
    private const double Converged = 1e-20;
    private const double DifferenceStep = 1e-5;
    private const int MaximalIterations = 100;
    private const int MaximalHalvings = 40;

    private readonly FirthLikelihood _likelihood;
    private readonly int _held;
    private readonly double[] _score;
    private double[] _coefficients;
    private double _value;

    private FirthNewton(FirthLikelihood likelihood, double[] start, int held)
    {
        (_likelihood, _held, _coefficients) = (likelihood, held, (double[])start.Clone());
        _score = new double[likelihood.Covariates];
        _value = likelihood.Evaluate(_coefficients, _score);
    }

    /// <summary>Where the maximisation ended.</summary>
    /// <param name="Coefficients">p coefficients.</param>
    /// <param name="LogLikelihood">The penalised log likelihood there; NaN if the iteration did not converge.</param>
    /// <param name="Iterations">Number of steps.</param>
    public sealed record Maximum(double[] Coefficients, double LogLikelihood, int Iterations)
    {
        /// <summary>Whether there is a maximum.</summary>
        public bool Exists => !double.IsNaN(LogLikelihood);
    }

    /// <summary>Maximises from a start.</summary>
    /// <param name="likelihood">The penalised likelihood.</param>
    /// <param name="start">p coefficients.</param>
    /// <param name="held">The coefficient that keeps its start; −1 for none.</param>
    public static Maximum Maximise(FirthLikelihood likelihood, double[] start, int held = -1) =>
        new FirthNewton(likelihood, start, held).Run();

    private Maximum Run()
    {
        for (var iteration = 1; iteration <= MaximalIterations && !double.IsNaN(_value); iteration++)
        {
            if (NextStep() is not var (step, gain))
                break;
            if (!(gain > Converged))
                return new Maximum(_coefficients, _value, iteration);
            if (!Move(step))
                return new Maximum(_coefficients, gain < 1e-12 ? _value : double.NaN, iteration);
        }
        return new Maximum(_coefficients, double.NaN, MaximalIterations);
    }

    // Newton's step; where the penalised likelihood is not concave, the step that its unpenalised part suggests.
    private (double[] Step, double Gain)? NextStep()
    {
        var free = Enumerable.Range(0, _score.Length).Where(k => k != _held).ToArray();
        var step = new double[_score.Length];
        var solved = Array.ConvertAll(free, k => _score[k]);
        if ((Cholesky.Of(Curvature(free)) ?? Cholesky.Of(Part(_likelihood.Information, free))) is not { } factor)
            return null;
        factor.Solve(solved);
        for (var a = 0; a < free.Length; a++)
            step[free[a]] = solved[a];
        var gain = step.Zip(_score, (s, u) => s * u).Sum();
        return double.IsFinite(gain) ? (step, gain) : null;
    }

    // Negative second derivatives, by differences of the score over a small part of a standard error.
    private double[,] Curvature(int[] free)
    {
        var (there, score) = ((double[])_coefficients.Clone(), new double[_score.Length]);
        var information = (double[,])_likelihood.Information.Clone();
        var curvature = new double[free.Length, free.Length];
        for (var a = 0; a < free.Length; a++)
        {
            var difference = DifferenceStep / Math.Sqrt(information[free[a], free[a]]);
            there[free[a]] = _coefficients[free[a]] + difference;
            _likelihood.Evaluate(there, score);
            there[free[a]] = _coefficients[free[a]];
            for (var b = 0; b < free.Length; b++)
                curvature[b, a] = (_score[free[b]] - score[free[b]]) / difference;
        }
        for (var a = 0; a < free.Length; a++)
        for (var b = 0; b < a; b++)
            curvature[a, b] = curvature[b, a] = (curvature[a, b] + curvature[b, a]) / 2;
        _likelihood.Evaluate(_coefficients, score);
        return curvature;
    }

    private static double[,] Part(double[,] matrix, int[] kept)
    {
        var part = new double[kept.Length, kept.Length];
        for (var a = 0; a < kept.Length; a++)
        for (var b = 0; b < kept.Length; b++)
            part[a, b] = matrix[kept[a], kept[b]];
        return part;
    }

    private bool Move(double[] step)
    {
        var (start, startValue) = (_coefficients, _value);
        var rounding = 1e-13 * Math.Abs(startValue);
        for (var (halving, length) = (0, 1.0); halving < MaximalHalvings; halving++, length /= 2)
        {
            _coefficients = [.. start.Zip(step, (b, s) => b + length * s)];
            _value = _likelihood.Evaluate(_coefficients, _score);
            if (_value >= startValue - rounding)
                return true;
        }
        (_coefficients, _value) = (start, _likelihood.Evaluate(start, _score));
        return false;
    }
}
