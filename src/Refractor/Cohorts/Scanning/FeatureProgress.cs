namespace Refractor.Cohorts.Scanning;

/// <summary>Tells the features that a statistic has done as a step of an analysis.</summary>
internal sealed class FeatureProgress : IProgress<int>
{
    private readonly IProgress<StepProgress> _progress;
    private readonly StepProgress _step;

    private FeatureProgress(IProgress<StepProgress> progress, StepProgress step) =>
        (_progress, _step) = (progress, step);

    /// <summary>What a statistic tells; null if nobody listens.</summary>
    public static IProgress<int>? Of(IProgress<StepProgress>? progress, string step, int features) =>
        progress is null ? null : new FeatureProgress(progress, new StepProgress(step, 0, features));

    public void Report(int value) => _progress.Report(_step with { Done = value });
}
