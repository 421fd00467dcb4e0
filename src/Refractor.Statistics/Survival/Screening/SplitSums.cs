namespace Refractor.Statistics.Survival.Screening;

/// <summary>A feature split into high and low.</summary>
/// <param name="N">Samples with a value.</param>
/// <param name="High">Samples above the cut-off.</param>
/// <param name="Events">Events among the N.</param>
/// <param name="CutOff">The cut-off.</param>
/// <param name="Observed">Events of the high group.</param>
/// <param name="Score">Observed less expected events of the high group.</param>
/// <param name="Variance">Variance of the score.</param>
internal readonly record struct SplitSums(
    int N,
    int High,
    int Events,
    double CutOff,
    double Observed,
    double Score,
    double Variance
)
{
    public NotEstimable Reason =>
        N < 2 ? NotEstimable.TooFewValues
        : double.IsNaN(CutOff) ? NotEstimable.NotComputed
        : High == 0 || High == N ? NotEstimable.OneGroup
        : Events == 0 ? NotEstimable.NoEvents
        : !(Variance > 1e-12) ? NotEstimable.ZeroVariance
        : NotEstimable.None;
}
