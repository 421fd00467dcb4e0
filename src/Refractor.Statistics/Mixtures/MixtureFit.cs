namespace Refractor.Statistics.Mixtures;

/// <summary>The coefficients of p components in each of m samples.</summary>
public sealed class MixtureFit
{
    internal MixtureFit(int samples, int components)
    {
        (Samples, Components) = (samples, components);
        Coefficients = new double[samples * components];
        ResidualSquares = new double[samples];
        Rows = new int[samples];
        Reasons = new NotEstimable[samples];
    }

    /// <summary>m.</summary>
    public int Samples { get; }

    /// <summary>p.</summary>
    public int Components { get; }

    /// <summary>m × p coefficients, all components of the first sample first; those at their bound are exactly 0.</summary>
    public double[] Coefficients { get; }

    /// <summary>Residual sums of squares of the m samples.</summary>
    public double[] ResidualSquares { get; }

    /// <summary>Number of rows (genes, mutation contexts) used in each sample.</summary>
    public int[] Rows { get; }

    /// <summary>
    /// Why a sample has no coefficients: <see cref="NotEstimable.TooFewValues"/> without a row, <see cref="NotEstimable.NotConverged"/>; its
    /// numbers are NaN.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p coefficients of one sample.</summary>
    public ReadOnlySpan<double> Of(int sample) => Coefficients.AsSpan(sample * Components, Components);
}
