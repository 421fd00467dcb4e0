namespace Refractor.Statistics.Normalisation;

/// <summary>Shift and scale of one feature in one batch, in units of its standardised values.</summary>
/// <param name="Count">Number of measured samples.</param>
/// <param name="Mean">Mean of the standardised values.</param>
/// <param name="Variance">Their variance (n − 1).</param>
internal sealed record BatchEffect(int Count, double Mean, double Variance)
{
    /// <summary>The shift to be removed.</summary>
    public double Shift { get; set; } = Mean;

    /// <summary>The variance to be removed.</summary>
    public double Scale { get; set; } = Variance;
}
