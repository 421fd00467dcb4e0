using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Fits the models of all features by the fastest way that their kind allows.</summary>
internal sealed class ScreenRunner
{
    private readonly FeatureMatrix _features;
    private readonly ScreenInput _input;
    private readonly ScreenPlan _plan;
    private readonly double[]? _start;

    /// <summary>Receives the result of a feature.</summary>
    public delegate void Store(int feature, int n, int events, in FeatureModel model);

    public ScreenRunner(FeatureMatrix features, ScreenInput input)
    {
        (_features, _input) = (features, input);
        _plan = new ScreenPlan(input.Times, input.Strata, input.Options.Ties, input.Covariates, input.Treatment);
        if (input.Options.Ties != CoxTies.Exact && _plan.Risk.Events > 0)
            _start = FindStart();
    }

    /// <summary>Runs over the features.</summary>
    public void Run(int threads, Store store) =>
        FeatureLoop.Run(
            _features.Features,
            threads,
            FeatureLanes.Width,
            () =>
            {
                var lanes = new FeatureLanes(_plan.Risk);
                Func<int, FeatureModel> solve = Solver(lanes);
                return (from, to) =>
                {
                    lanes.Load(_features, from, to);
                    for (var lane = 0; lane < to - from; lane++)
                    {
                        // The first lane solves the block for all.
                        var model = solve(lane);
                        if (
                            model.Outcome
                            is NotEstimable.NotConverged
                                or NotEstimable.NotComputed
                                or NotEstimable.Collinear
                        )
                            model = Alone(from + lane);
                        store(from + lane, lanes.N[lane], lanes.Events[lane], model);
                    }
                };
            }
        );

    private Func<int, FeatureModel> Solver(FeatureLanes lanes)
    {
        if (_start is null)
            return _ => FeatureModel.None(NotEstimable.NotComputed);
        if (_plan.Columns == 1)
        {
            var single = new SingleSolver(_plan);
            return lane =>
            {
                if (lane == 0)
                    single.Run(lanes);
                return single.Lanes[lane].ToModel();
            };
        }
        var adjusted = new AdjustedSolver(_plan, _start);
        return lane =>
        {
            if (lane == 0)
                adjusted.Run(lanes);
            return adjusted.Lanes[lane].ToModel(_plan.FeatureColumns);
        };
    }

    private FeatureModel Alone(int feature)
    {
        var values = new double[_features.Samples];
        _features.CopyFeature(feature, values);
        return LoneFeature.Fit(_input, values);
    }

    // Coefficients of the shared columns without the feature; null if that model has no maximum.
    private double[]? FindStart()
    {
        if (_plan.Sample.Covariates == 0)
            return [];
        var maximum = CoxNewton.Maximise(
            PartialLikelihood.Of(_plan.Sample, _plan.Ties),
            CoxOptions.Default.MaximalIterations
        );
        return maximum.Outcome == NotEstimable.None ? maximum.Coefficients : null;
    }
}
