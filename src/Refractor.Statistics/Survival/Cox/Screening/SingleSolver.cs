using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Maximises four likelihoods of one feature each, by Halley's method from coefficients of 0.</summary>
/// <remarks>
/// The third derivative costs one addition a patient and makes the convergence cubic: two walks with exponentials do where Newton's method
/// takes four. The last step is so small that likelihood and information follow from their series.
/// </remarks>
internal sealed class SingleSolver(ScreenPlan plan) : ILaneSolver
{
    private const int MaximalWalks = 15;
    private const int WalksBeforeSeparation = 5;

    private readonly SingleLane[] _lanes = new SingleLane[FeatureLanes.Width];

    /// <inheritdoc/>
    public FeatureModel Model(int lane) => _lanes[lane].ToModel();

    /// <inheritdoc/>
    public void Run(FeatureLanes lanes)
    {
        Start(lanes);
        for (var walk = 1; walk < MaximalWalks && Array.Exists(_lanes, l => l.IsMoving); walk++)
        {
            if (walk == WalksBeforeSeparation)
                EndSeparated(lanes);
            var sums = SingleKernel.At(plan, lanes, Coefficients());
            foreach (ref var lane in _lanes.AsSpan())
                if (lane.IsMoving)
                    lane.Advance(sums);
        }
    }

    private void Start(FeatureLanes lanes)
    {
        var eventSums = Vector256<double>.Zero;
        var values = lanes.Values;
        foreach (var block in plan.Risk.Blocks)
            for (var i = block.Start; i < block.EventsEnd; i++)
                eventSums += values[i];
        var sums = SingleKernel.AtZero(plan, lanes);
        for (var lane = 0; lane < _lanes.Length; lane++)
            _lanes[lane] = new SingleLane(lanes, lane, eventSums[lane], sums);
    }

    private void EndSeparated(FeatureLanes lanes)
    {
        for (var lane = 0; lane < _lanes.Length; lane++)
            if (_lanes[lane].IsMoving && SeparatedFeature.Find(plan, lanes, lane) is { } bound)
                _lanes[lane].EndSeparated(bound);
    }

    private Vector256<double> Coefficients()
    {
        var coefficients = Vector256<double>.Zero;
        for (var lane = 0; lane < _lanes.Length; lane++)
            coefficients = coefficients.WithElement(lane, _lanes[lane].Coefficient);
        return coefficients;
    }
}
