using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Maximises four likelihoods with shared columns by Newton's method, from the model without the feature.</summary>
internal sealed class AdjustedSolver : ILaneSolver
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

    /// <inheritdoc/>
    public FeatureModel Model(int lane) => _lanes[lane].ToModel(_plan.FeatureColumns);

    /// <inheritdoc/>
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
        var coefficients = new Vector256<double>[_plan.Columns];
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
