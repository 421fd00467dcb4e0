using Refractor.Cohorts;

namespace Refractor.Tests.Cohorts;

/// <summary>Does something whenever progress is told, at once and on the thread that tells it.</summary>
internal sealed class Told(Action<StepProgress> act) : IProgress<StepProgress>
{
    public void Report(StepProgress value) => act(value);
}
