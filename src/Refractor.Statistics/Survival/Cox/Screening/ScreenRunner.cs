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
    public void Run(int threads, Store store, IProgress<int>? progress = null) =>
        FeatureLoop.Run(
            _features.Features,
            threads,
            FeatureLanes.Width,
            () =>
            {
                var (lanes, solver) = (new FeatureLanes(_plan.Risk), NewSolver());
                return (from, to) =>
                {
                    lanes.Load(_features, from, to);
                    solver?.Run(lanes);
                    for (var lane = 0; lane < to - from; lane++)
                    {
                        var model = solver?.Model(lane) ?? FeatureModel.None(NotEstimable.NotConverged);
                        if (model.Outcome is NotEstimable.NotConverged or NotEstimable.Collinear)
                            model = Alone(from + lane);
                        store(from + lane, lanes.N[lane], lanes.Events[lane], model);
                    }
                };
            },
            progress
        );

    // Null where features must be fitted one by one.
    private ILaneSolver? NewSolver() =>
        _start is null ? null
        : _plan.Columns == 1 ? new SingleSolver(_plan)
        : new AdjustedSolver(_plan, _start);

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
