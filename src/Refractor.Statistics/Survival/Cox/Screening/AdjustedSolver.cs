using System.Runtime.Intrinsics;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Maximises eight likelihoods with shared columns by Newton's method, from the model without the feature.</summary>
internal sealed class AdjustedSolver
{
    // Size of the last step in standard deviations: what the information then lacks.
    private const double LastStep = 1e-9;
    private const int MaximalWalks = 14;

    private readonly ScreenPlan _plan;
    private readonly AdjustedKernel _kernel;
    private readonly double[] _start;
    private readonly AdjustedLane[] _lanes;

    /// <summary>Prepares.</summary>
    /// <param name="plan">The screen.</param>
    /// <param name="start">Coefficients of the shared columns in the model without the feature.</param>
    public AdjustedSolver(ScreenPlan plan, double[] start)
    {
        (_plan, _start, _kernel) = (plan, start, new AdjustedKernel(plan));
        _lanes = [.. Enumerable.Range(0, FeatureLanes.Width).Select(_ => new AdjustedLane(plan.Columns))];
    }

    /// <summary>Results of the last call.</summary>
    public IReadOnlyList<AdjustedLane> Lanes => _lanes;

    /// <summary>Maximises; lanes that do not converge soon keep the outcome NotConverged and must be looked at one by one.</summary>
    public void Run(FeatureLanes lanes)
    {
        _kernel.SumEvents(lanes);
        for (var lane = 0; lane < _lanes.Length; lane++)
            _lanes[lane].Start(_start, lanes.N[lane], lanes.Events[lane], lanes.Range[lane]);
        // The model without the feature is the same for all features, unless some miss values.
        if (lanes.HasMissing && _start.Length > 0)
            Iterate(lanes, from: _plan.FeatureColumns);
        foreach (var lane in _lanes)
            lane.Continue();
        Iterate(lanes, from: 0);
    }

    private void Iterate(FeatureLanes lanes, int from)
    {
        var coefficients = new Vector512<double>[_plan.Columns];
        for (var walk = 0; walk < MaximalWalks; walk++)
        {
            for (var k = 0; k < coefficients.Length; k++)
            for (var lane = 0; lane < _lanes.Length; lane++)
                coefficients[k] = coefficients[k].WithElement(lane, _lanes[lane].Coefficients[k]);
            _kernel.Evaluate(lanes, coefficients);
            var going = false;
            for (var lane = 0; lane < _lanes.Length; lane++)
                going |= _lanes[lane].Advance(_kernel, lane, from, LastStep);
            if (!going)
                return;
        }
    }
}

/// <summary>One of eight models.</summary>
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
        var constant = from == 0 && !(information[0, 0] > Fitting.Aliasing.Tolerance * _range * _range);
        if (constant || Cholesky.Of(information, Fitting.Aliasing.Tolerance) is not { } factor)
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
