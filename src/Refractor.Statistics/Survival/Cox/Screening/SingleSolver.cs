using System.Runtime.Intrinsics;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Maximises eight likelihoods of one feature each, by Halley's method from coefficients of 0.</summary>
/// <remarks>
/// The third derivative costs one addition a patient and makes the convergence cubic: two walks with exponentials do where Newton's method
/// takes four. The last step is so small that likelihood and information follow from their series.
/// </remarks>
internal sealed class SingleSolver(ScreenPlan plan)
{
    // In standard deviations of the feature in the risk sets. The cube is left of the coefficient's error, the square of the information's.
    private const double LastStep = 1e-6;

    // On the scale of the linear predictor, from its smallest to its largest.
    private const double LongestStep = 20;
    private const int MaximalWalks = 15;
    private const int WalksBeforeSeparation = 5;

    private readonly Lane[] _lanes = new Lane[FeatureLanes.Width];

    /// <summary>Where a lane stands.</summary>
    public struct Lane
    {
        public double Coefficient;
        public double Information;
        public double LogLikelihood;
        public double NullLogLikelihood;

        /// <summary>None, or why there is no estimate; NotComputed while the iteration goes on.</summary>
        public NotEstimable Outcome;

        internal double Accepted;
        internal double EventSum;
        internal double Deviation;

        public readonly FeatureModel ToModel()
        {
            var ratio = Math.Max(0, 2 * (LogLikelihood - NullLogLikelihood));
            return Outcome switch
            {
                NotEstimable.None => new(Outcome, Coefficient, 0, 1 / Information, 0, 0, ratio),
                NotEstimable.Separation => FeatureModel.None(Outcome, ratio),
                _ => FeatureModel.None(Outcome),
            };
        }
    }

    /// <summary>Results of the last call.</summary>
    public ReadOnlySpan<Lane> Lanes => _lanes;

    /// <summary>Maximises.</summary>
    /// <param name="lanes">The features.</param>
    public void Run(FeatureLanes lanes)
    {
        SumEvents(lanes);
        for (var walk = 0; walk < MaximalWalks; walk++)
        {
            var sums = walk == 0 ? SingleKernel.AtZero(plan, lanes) : SingleKernel.At(plan, lanes, Coefficients());
            var going = false;
            for (var lane = 0; lane < _lanes.Length; lane++)
            {
                ref var state = ref _lanes[lane];
                if (walk == 0)
                    state.Outcome = Obstacle(lanes, lane, sums.Variances[lane]);
                if (state.Outcome != NotEstimable.NotComputed)
                    continue;
                if (walk == WalksBeforeSeparation && SeparatedFeature.Find(plan, lanes, lane) is { } bound)
                    (state.LogLikelihood, state.Outcome) = (bound, NotEstimable.Separation);
                else
                    Advance(ref state, sums, lane, walk == 0, lanes);
                going |= state.Outcome == NotEstimable.NotComputed;
            }
            if (!going)
                return;
        }
        foreach (ref var state in _lanes.AsSpan())
            if (state.Outcome == NotEstimable.NotComputed)
                state.Outcome = NotEstimable.NotConverged;
    }

    private static NotEstimable Obstacle(FeatureLanes lanes, int lane, double information) =>
        lanes.N[lane] == 0 ? NotEstimable.TooFewValues
        : lanes.Events[lane] == 0 ? NotEstimable.NoEvents
        // It may also vary over all patients, but not among those at risk at any event.
        : lanes.Range[lane] == 0 || !(information > Aliasing.Tolerance * lanes.Range[lane] * lanes.Range[lane])
            ? NotEstimable.NoVariation
        : NotEstimable.NotComputed;

    private void SumEvents(FeatureLanes lanes)
    {
        var sum = Vector512<double>.Zero;
        var values = lanes.Values;
        foreach (var block in plan.Risk.Blocks)
            for (var i = block.Start; i < block.EventsEnd; i++)
                sum += values[i];
        for (var lane = 0; lane < _lanes.Length; lane++)
            _lanes[lane] = new Lane { EventSum = sum[lane] };
    }

    private Vector512<double> Coefficients()
    {
        var coefficients = Vector512<double>.Zero;
        for (var lane = 0; lane < _lanes.Length; lane++)
            coefficients = coefficients.WithElement(lane, _lanes[lane].Coefficient);
        return coefficients;
    }

    private static void Advance(ref Lane lane, SingleKernel.Derivatives sums, int index, bool first, FeatureLanes lanes)
    {
        var value = lane.Coefficient * lane.EventSum - sums.LogTotals[index];
        if (first)
        {
            (lane.NullLogLikelihood, lane.LogLikelihood) = (value, value);
            // At 0: on the way to infinity the information vanishes, and every step would look small.
            lane.Deviation = Math.Sqrt(sums.Variances[index] / lanes.Events[index]);
        }
        else if (!(value >= lane.LogLikelihood - 1e-10 * Math.Abs(lane.LogLikelihood)))
        {
            lane.Coefficient = (lane.Coefficient + lane.Accepted) / 2;
            return;
        }
        var (score, information, third) = (
            lane.EventSum - sums.Means[index],
            sums.Variances[index],
            sums.Thirds[index]
        );
        (lane.Accepted, lane.LogLikelihood, lane.Information) = (lane.Coefficient, value, information);
        var step = Step(score, information, third);
        if (Math.Abs(step) * lane.Deviation < LastStep)
        {
            lane.Coefficient += step;
            lane.LogLikelihood += step * (score - step * (information / 2 + step * third / 6));
            lane.Information += step * third;
            lane.Outcome = NotEstimable.None;
        }
        else
            lane.Coefficient += Math.Clamp(step, -LongestStep / lanes.Range[index], LongestStep / lanes.Range[index]);
    }

    // Halley's step where it lies between half and twice Newton's, else Newton's.
    private static double Step(double score, double information, double third)
    {
        var newton = score / information;
        var ratio = 1 / (1 + newton * third / (2 * information));
        return ratio is > 0.5 and < 2 ? newton * ratio : newton;
    }
}
