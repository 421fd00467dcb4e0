namespace Refractor.Statistics.Roc;

/// <summary>What a threshold of a marker would do.</summary>
/// <param name="Threshold">Midway between two neighbouring values; ±∞ at the ends.</param>
/// <param name="TruePositives">Cases called positive.</param>
/// <param name="FalsePositives">Controls called positive.</param>
/// <param name="Cases">All cases.</param>
/// <param name="Controls">All controls.</param>
public readonly record struct RocPoint(double Threshold, int TruePositives, int FalsePositives, int Cases, int Controls)
{
    /// <summary>Share of cases called positive.</summary>
    public double Sensitivity => (double)TruePositives / Cases;

    /// <summary>Share of controls called negative.</summary>
    public double Specificity => (double)(Controls - FalsePositives) / Controls;

    /// <summary>Share of cases among those called positive, at the prevalence of the samples; NaN if none is.</summary>
    public double PositivePredictiveValue => (double)TruePositives / (TruePositives + FalsePositives);

    /// <summary>Share of controls among those called negative, at the prevalence of the samples; NaN if none is.</summary>
    public double NegativePredictiveValue =>
        (double)(Controls - FalsePositives) / (Controls - FalsePositives + Cases - TruePositives);

    /// <summary>Share of samples called rightly.</summary>
    public double Accuracy => (double)(TruePositives + Controls - FalsePositives) / (Cases + Controls);

    /// <summary>Youden's J: sensitivity + specificity − 1.</summary>
    public double YoudenIndex => (double)YoudenNumerator / ((double)Cases * Controls);

    /// <summary>J × cases × controls: an integer, so that equal ones are seen as equal.</summary>
    internal long YoudenNumerator => (long)TruePositives * Controls - (long)FalsePositives * Cases;
}
