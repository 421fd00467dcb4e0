using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>One of four models with several coefficients, on its way to the maximum.</summary>
internal sealed class AdjustedLane(int columns)
{
    private readonly double[] _accepted = new double[columns];
    private NotEstimable _obstacle;
    private double _range;
    private int _events;
    private bool _first;

    /// <summary>p coefficients.</summary>
    public double[] Coefficients { get; } = new double[columns];

    /// <summary>Inverse information at the coefficients.</summary>
    public double[,]? Covariance { get; private set; }

    /// <summary>Log likelihood at the coefficients.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Log likelihood of the model without the feature.</summary>
    public double NullLogLikelihood { get; private set; }

    /// <summary>None, or NotConverged.</summary>
    public NotEstimable Outcome { get; private set; }

    /// <summary>The result.</summary>
    public FeatureModel ToModel(int featureColumns) =>
        Outcome == NotEstimable.None
            ? FeatureModel.Of(
                featureColumns,
                Coefficients,
                Covariance!,
                Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood))
            )
            : FeatureModel.None(Outcome);

    /// <summary>Starts at a model without the feature.</summary>
    public void Start(double[] shared, int n, int events, double range)
    {
        Array.Clear(Coefficients);
        shared.CopyTo(Coefficients, columns - shared.Length);
        (_events, _range) = (events, range);
        _obstacle =
            n == 0 ? NotEstimable.TooFewValues
            : events == 0 ? NotEstimable.NoEvents
            : range == 0 ? NotEstimable.NoVariation
            : NotEstimable.None;
        Continue();
    }

    /// <summary>Starts again from where it stands.</summary>
    public void Continue() =>
        (_first, Outcome) = (true, _obstacle == NotEstimable.None ? NotEstimable.NotConverged : _obstacle);

    /// <summary>Takes a step.</summary>
    /// <param name="kernel">Sums at the coefficients.</param>
    /// <param name="lane">Which lane of them.</param>
    /// <param name="from">First column that moves; earlier ones are held.</param>
    /// <param name="lastStep">Size of a step after which no other is needed.</param>
    /// <returns>Whether it goes on.</returns>
    public bool Advance(AdjustedKernel kernel, int lane, int from, double lastStep)
    {
        if (Outcome != NotEstimable.NotConverged)
            return false;
        var value = -kernel.LogTotals[lane];
        for (var k = 0; k < columns; k++)
            value += Coefficients[k] * kernel.EventSums[k][lane];
        if (!_first && !(value >= LogLikelihood - 1e-10 * Math.Abs(LogLikelihood)))
        {
            for (var k = 0; k < columns; k++)
                Coefficients[k] = (Coefficients[k] + _accepted[k]) / 2;
            return true;
        }
        if (_first && from == 0)
            NullLogLikelihood = value;
        (_first, LogLikelihood) = (false, value);
        Coefficients.CopyTo(_accepted, 0);
        return Step(kernel, lane, from, lastStep);
    }

    private bool Step(AdjustedKernel kernel, int lane, int from, double lastStep)
    {
        var size = columns - from;
        var (information, score) = (new double[size, size], new double[size]);
        for (var (k, next) = (0, 0); k < columns; k++)
        for (var l = 0; l <= k; l++, next++)
            if (l >= from)
                information[k - from, l - from] = kernel.Information[next][lane];
        for (var k = 0; k < size; k++)
            score[k] = kernel.EventSums[k + from][lane] - kernel.Means[k + from][lane];
        var constant = from == 0 && !(information[0, 0] > Aliasing.Tolerance * _range * _range);
        if (constant || Cholesky.Of(information, Aliasing.Tolerance) is not { } factor)
        {
            Outcome = NotEstimable.Collinear;
            return false;
        }
        var step = (double[])score.Clone();
        factor.Solve(step);
        var decrement = 0.0;
        for (var k = 0; k < size; k++)
        {
            decrement += step[k] * score[k];
            Coefficients[k + from] += step[k];
        }
        if (!(decrement < lastStep * lastStep * _events))
            return true;
        LogLikelihood += decrement / 2;
        (Covariance, Outcome) = (factor.Inverse(), NotEstimable.None);
        return false;
    }
}
