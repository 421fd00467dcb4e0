using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>One of four models with one coefficient, on its way to the maximum.</summary>
internal struct SingleLane
{
    // In standard deviations of the feature in the risk sets. The cube is left of the coefficient's error, the square of the information's.
    private const double LastStep = 1e-5;

    // On the scale of the linear predictor, from its smallest to its largest.
    private const double LongestStep = 20;

    private readonly int _lane;
    private readonly double _range;
    private readonly double _eventSum;
    private readonly double _deviation;
    private readonly double _nullLogLikelihood;
    private double _accepted;
    private double _information;
    private double _logLikelihood;

    /// <summary>Starts at a coefficient of 0 and takes the first step.</summary>
    /// <param name="lanes">The features.</param>
    /// <param name="lane">Which lane.</param>
    /// <param name="eventSum">Sum of the feature over the events.</param>
    /// <param name="sums">The likelihood at 0.</param>
    public SingleLane(FeatureLanes lanes, int lane, double eventSum, in SingleKernel.Derivatives sums)
    {
        (_lane, _range, _eventSum) = (lane, lanes.Range[lane], eventSum);
        _nullLogLikelihood = _logLikelihood = -sums.LogTotals[lane];
        // At 0: on the way to infinity the information vanishes, and every step would look small.
        _deviation = Math.Sqrt(sums.Variances[lane] / lanes.Events[lane]);
        Outcome = Obstacle(lanes, lane, sums.Variances[lane]);
        if (IsMoving)
            Step(_logLikelihood, sums);
    }

    /// <summary>The coefficient at which the likelihood is wanted next, or where the iteration ended.</summary>
    public double Coefficient { get; private set; }

    /// <summary>None, or why there is no estimate; NotConverged while the iteration goes on.</summary>
    public NotEstimable Outcome { get; private set; }

    /// <summary>Whether the iteration goes on.</summary>
    public readonly bool IsMoving => Outcome == NotEstimable.NotConverged;

    /// <summary>Takes a step.</summary>
    /// <param name="sums">The likelihood at <see cref="Coefficient"/>.</param>
    public void Advance(in SingleKernel.Derivatives sums)
    {
        var value = Coefficient * _eventSum - sums.LogTotals[_lane];
        if (value >= _logLikelihood - 1e-10 * Math.Abs(_logLikelihood))
            Step(value, sums);
        else
            Coefficient = (Coefficient + _accepted) / 2;
    }

    /// <summary>Ends the iteration of a feature that separates the events.</summary>
    /// <param name="bound">Least upper bound of the log likelihood.</param>
    public void EndSeparated(double bound) => (_logLikelihood, Outcome) = (bound, NotEstimable.Separation);

    /// <summary>The result.</summary>
    public readonly FeatureModel ToModel()
    {
        var ratio = Math.Max(0, 2 * (_logLikelihood - _nullLogLikelihood));
        return Outcome switch
        {
            NotEstimable.None => new(Outcome, Coefficient, 0, 1 / _information, 0, 0, ratio),
            NotEstimable.Separation => FeatureModel.None(Outcome, ratio),
            _ => FeatureModel.None(Outcome),
        };
    }

    private void Step(double value, in SingleKernel.Derivatives sums)
    {
        var (score, third) = (_eventSum - sums.Means[_lane], sums.Thirds[_lane]);
        (_accepted, _logLikelihood, _information) = (Coefficient, value, sums.Variances[_lane]);
        var step = HalleyStep(score, _information, third);
        if (Math.Abs(step) * _deviation < LastStep)
        {
            Coefficient += step;
            _logLikelihood += step * (score - step * (_information / 2 + step * third / 6));
            _information += step * third;
            Outcome = NotEstimable.None;
        }
        else
            Coefficient += Math.Clamp(step, -LongestStep / _range, LongestStep / _range);
    }

    // Newton's step where Halley's lies beyond half or twice of it.
    private static double HalleyStep(double score, double information, double third)
    {
        var newton = score / information;
        var ratio = 1 / (1 + newton * third / (2 * information));
        return ratio is > 0.5 and < 2 ? newton * ratio : newton;
    }

    private static NotEstimable Obstacle(FeatureLanes lanes, int lane, double information) =>
        lanes.N[lane] == 0 ? NotEstimable.TooFewValues
        : lanes.Events[lane] == 0 ? NotEstimable.NoEvents
        // It may also vary over all patients, but not among those at risk at any event.
        : lanes.Range[lane] == 0 || !(information > Aliasing.Tolerance * lanes.Range[lane] * lanes.Range[lane])
            ? NotEstimable.NoVariation
        : NotEstimable.NotConverged;
}
