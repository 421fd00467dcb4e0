namespace Refractor.Statistics.LinearModels;

/// <summary>What a linear model takes into account beside its design. The default is ordinary least squares.</summary>
public sealed record LinearModelOptions
{
    /// <summary>Ordinary least squares.</summary>
    public static LinearModelOptions Default { get; } = new();

    /// <summary>
    /// Precision weights of single measurements, f features × n samples, such as those of voom. Null, the default, weighs all alike. A
    /// weight that is 0, negative or NaN takes the measurement out.
    /// </summary>
    public FeatureMatrix? Weights { get; init; }

    /// <summary>
    /// Precision weights of samples, n values, such as those of <see cref="ArrayWeights"/>; multiplied with <see cref="Weights"/> if
    /// both are given. Null, the default, weighs all alike. A weight that is 0, negative or NaN takes the sample out.
    /// </summary>
    public IReadOnlyList<double>? SampleWeights { get; init; }

    /// <summary>
    /// Block of each sample, n labels, such as the patient: samples of one block are correlated by <see cref="Correlation"/>. Null, the
    /// default, takes all samples as independent. A sample without label is left out.
    /// </summary>
    public IReadOnlyList<string?>? Blocks { get; init; }

    /// <summary>
    /// Correlation of two samples of one block, such as that of <see cref="BlockCorrelation"/>; above −1 / (largest block − 1) and below 1.
    /// </summary>
    public double Correlation { get; init; }
}
