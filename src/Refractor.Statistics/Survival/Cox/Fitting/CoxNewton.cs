using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Maximises a partial likelihood by Newton's method from coefficients of 0, halving steps that lower it.</summary>
internal sealed class CoxNewton
{
    // Newton's decrement is the squared size of the step in standard errors. The step squares its size, to an error of 1e-11.
    private const double Converged = 1e-11;

    // Along a diverging direction the gain shrinks by e at each step while the predictor keeps moving by about 1.
    private const double NothingToGain = 1e-8;
    private const double StillMoving = 0.5;
    private const int MaximalHalvings = 30;

    private readonly PartialLikelihood _likelihood;
    private readonly double[] _score;
    private readonly double[,] _information;
    private double[] _coefficients;
    private double _value;

    private CoxNewton(PartialLikelihood likelihood)
    {
        var p = likelihood.Covariates;
        _likelihood = likelihood;
        (_coefficients, _score, _information) = (new double[p], new double[p], new double[p, p]);
        _value = likelihood.Evaluate(_coefficients, _score, _information);
    }

    /// <summary>Maximises a likelihood whose information at 0 is positive definite.</summary>
    /// <param name="likelihood">Without aliased covariates.</param>
    /// <param name="maximalIterations">Number of Newton steps at which to give up.</param>
    public static CoxMaximum Maximise(PartialLikelihood likelihood, int maximalIterations) =>
        new CoxNewton(likelihood).Run(maximalIterations);

    private CoxMaximum Run(int maximalIterations)
    {
        var nullValue = _value;
        var (outcome, scoreStatistic, iterations) = (NotEstimable.NotConverged, double.NaN, 0);
        double[]? lastStep = null;
        while (iterations < maximalIterations && NextStep() is var (step, decrement))
        {
            if (iterations++ == 0)
                scoreStatistic = decrement;
            lastStep = step;
            if ((decrement < NothingToGain && Diverges(step)) || !Move(step, decrement))
                break;
            if (decrement < Converged)
            {
                outcome = NotEstimable.None;
                break;
            }
        }
        if (outcome != NotEstimable.None && lastStep is not null && Diverges(lastStep))
            outcome = NotEstimable.Separation;
        return new CoxMaximum
        {
            Coefficients = _coefficients,
            Covariance = Cholesky.Of(_information)?.Inverse() ?? Unknown(_coefficients.Length),
            LogLikelihood = _value,
            NullLogLikelihood = nullValue,
            ScoreStatistic = scoreStatistic,
            Iterations = iterations,
            Outcome = outcome,
        };
    }

    private (double[] Step, double Decrement)? NextStep()
    {
        if (Cholesky.Of(_information) is not { } factor)
            return null;
        var step = (double[])_score.Clone();
        factor.Solve(step);
        return (step, step.Zip(_score, (s, u) => s * u).Sum());
    }

    private bool Diverges(double[] step)
    {
        var predictor = new double[_likelihood.Sample.Risk.N];
        _likelihood.Sample.LinearPredictor(step, predictor);
        return predictor.Max() - predictor.Min() > StillMoving && _likelihood.RisesForever(step);
    }

    // A step that gains less than rounding can show is taken as it is.
    private bool Move(double[] step, double decrement)
    {
        var (start, startValue) = (_coefficients, _value);
        var rounding = 1e-12 * Math.Abs(startValue);
        for (var (halving, length) = (0, 1.0); halving < MaximalHalvings; halving++, length /= 2)
        {
            _coefficients = [.. start.Zip(step, (b, s) => b + length * s)];
            _value = _likelihood.Evaluate(_coefficients, _score, _information);
            if (double.IsFinite(_value) && (_value >= startValue - rounding || decrement < Converged))
                return true;
        }
        return false;
    }

    private static double[,] Unknown(int p)
    {
        var unknown = new double[p, p];
        for (var i = 0; i < p; i++)
        for (var j = 0; j < p; j++)
            unknown[i, j] = double.NaN;
        return unknown;
    }
}
