using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Regression;

/// <summary>
/// The likelihood of events in trials for r independent columns; or, penalised, that likelihood times the root of the determinant of the
/// information (Firth, Biometrika 1993: Jeffreys' prior), which always has its maximum at finite coefficients.
/// </summary>
internal sealed class LogisticLikelihood
{
    private readonly double[][] _columns;
    private readonly double[] _events;
    private readonly double[] _trials;
    private readonly bool _penalised;
    private readonly double[] _tails;
    private readonly double[] _weights;
    private readonly double[] _differences;
    private readonly double[] _weighted;

    /// <param name="columns">r columns of n values.</param>
    /// <param name="events">n numbers of events.</param>
    /// <param name="trials">n numbers of trials.</param>
    /// <param name="penalised">Whether to penalise.</param>
    public LogisticLikelihood(double[][] columns, double[] events, double[] trials, bool penalised)
    {
        (_columns, _events, _trials, _penalised) = (columns, events, trials, penalised);
        var n = events.Length;
        (_tails, _weights, _differences, _weighted) = (new double[n], new double[n], new double[n], new double[n]);
        Predictor = new double[n];
        Score = new double[columns.Length];
        Information = new double[columns.Length, columns.Length];
    }

    /// <summary>r.</summary>
    public int Columns => _columns.Length;

    /// <summary>n linear predictors.</summary>
    public double[] Predictor { get; }

    /// <summary>Slope of the log likelihood in the r coefficients.</summary>
    public double[] Score { get; }

    /// <summary>X'WX, without penalty.</summary>
    public double[,] Information { get; }

    /// <summary>Factor of the information; null where it is singular.</summary>
    public Cholesky? Factor { get; private set; }

    /// <summary>Whether the likelihood is Firth's.</summary>
    public bool IsPenalised => _penalised;

    /// <summary>Factor of the information of the first coefficients.</summary>
    public Cholesky? FactorOfFirst(int free)
    {
        if (free == Columns)
            return Factor;
        var part = new double[free, free];
        for (var a = 0; a < free; a++)
        for (var b = 0; b < free; b++)
            part[a, b] = Information[a, b];
        return Cholesky.Of(part);
    }

    /// <summary>Xb.</summary>
    public void Predict(ReadOnlySpan<double> coefficients, Span<double> predictor)
    {
        predictor.Clear();
        for (var a = 0; a < _columns.Length; a++)
            TensorPrimitives.MultiplyAdd(_columns[a], coefficients[a], predictor, predictor);
    }

    /// <summary>The least value, over all trials, of (event ? 1 : −1) × the predictor, and the largest.</summary>
    public (double Least, double Largest) Margins(ReadOnlySpan<double> predictor)
    {
        var (least, largest) = (double.PositiveInfinity, double.NegativeInfinity);
        for (var i = 0; i < predictor.Length; i++)
        {
            if (_events[i] > 0)
                (least, largest) = (Math.Min(least, predictor[i]), Math.Max(largest, predictor[i]));
            if (_events[i] < _trials[i])
                (least, largest) = (Math.Min(least, -predictor[i]), Math.Max(largest, -predictor[i]));
        }
        return (least, largest);
    }

    /// <summary>The log likelihood at coefficients, with its score and information; NaN where the penalty cannot be formed.</summary>
    public double Evaluate(ReadOnlySpan<double> coefficients)
    {
        Predict(coefficients, Predictor);
        TensorPrimitives.Abs(Predictor, _tails);
        TensorPrimitives.Negate(_tails, _tails);
        TensorPrimitives.Exp(_tails, _tails);
        var sum = 0.0;
        for (var i = 0; i < Predictor.Length; i++)
        {
            var (eta, tail) = (Predictor[i], _tails[i]);
            // Probability of the less likely outcome; differences from certainty are taken from it, so that no digits cancel.
            var unlikely = _trials[i] * tail / (1 + tail);
            sum += _events[i] * eta - _trials[i] * (Math.Max(eta, 0) + LogOnePlus(tail));
            _weights[i] = unlikely / (1 + tail);
            _differences[i] = eta >= 0 ? unlikely - (_trials[i] - _events[i]) : _events[i] - unlikely;
        }
        Inform();
        if (_penalised)
            sum += Penalise();
        for (var a = 0; a < _columns.Length; a++)
            Score[a] = TensorPrimitives.Dot<double>(_columns[a], _differences);
        return sum;
    }

    private void Inform()
    {
        for (var a = 0; a < _columns.Length; a++)
        {
            TensorPrimitives.Multiply(_columns[a], _weights, _weighted);
            for (var b = 0; b <= a; b++)
                Information[a, b] = Information[b, a] = TensorPrimitives.Dot<double>(_columns[b], _weighted);
        }
        Factor = Cholesky.Of(Information);
    }

    /// <summary>Half the log determinant of the information; adds its slope, hᵢ (½ − pᵢ), to the differences.</summary>
    private double Penalise()
    {
        if (Factor is null)
            return double.NaN;
        Span<double> row = stackalloc double[_columns.Length];
        for (var i = 0; i < _weights.Length; i++)
        {
            for (var a = 0; a < row.Length; a++)
                row[a] = _columns[a][i];
            Factor.SolveLower(row);
            var leverage = _weights[i] * TensorPrimitives.SumOfSquares<double>(row);
            var fromHalf = (1 - _tails[i]) / (2 * (1 + _tails[i]));
            _differences[i] += Predictor[i] >= 0 ? -leverage * fromHalf : leverage * fromHalf;
        }
        return Factor.LogDeterminant / 2;
    }

    /// <summary>log(1 + x) for 0 ≤ x ≤ 1, with the digits that 1 + x would lose given back (Goldberg, ACM Comput Surv 1991).</summary>
    private static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * (x / (sum - 1));
    }
}
