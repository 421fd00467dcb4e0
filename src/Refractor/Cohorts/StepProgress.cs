namespace Refractor.Cohorts;

/// <summary>How far a step of a long calculation is. It may be told from several threads, and late ones out of turn.</summary>
/// <param name="Step">What is done, in words: "linear models".</param>
/// <param name="Done">How much of it is done; the step is complete when this is <paramref name="Total"/>.</param>
/// <param name="Total">All of it.</param>
/// <param name="Unit">What is counted, in the plural: "features", "bytes".</param>
public readonly record struct StepProgress(string Step, long Done, long Total, string Unit = "features")
{
    /// <summary>Whether the step is complete.</summary>
    public bool IsComplete => Done >= Total;
}
