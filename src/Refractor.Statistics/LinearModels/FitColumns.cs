namespace Refractor.Statistics.LinearModels;

/// <summary>What a fit finds for each feature, column by column.</summary>
internal sealed class FitColumns(int features, int coefficients)
{
    /// <summary>Estimates of each coefficient, 0 where it depends on others.</summary>
    public double[][] Coefficients { get; } = [.. Enumerable.Range(0, coefficients).Select(_ => new double[features])];

    /// <summary>Residual variance; NaN without residual degrees of freedom.</summary>
    public double[] Variance { get; } = new double[features];

    public double[] ResidualDf { get; } = new double[features];

    /// <summary>Mean of the observed values.</summary>
    public double[] Mean { get; } = new double[features];

    /// <summary>Observations used.</summary>
    public int[] N { get; } = new int[features];

    /// <summary>Covariance of features that have a pattern of their own; null where the common one holds.</summary>
    public UnscaledCovariance?[] Own { get; } = new UnscaledCovariance?[features];

    public void Set(int feature, ReadOnlySpan<double> coefficients, double residualSquares, int n, int df)
    {
        for (var j = 0; j < Coefficients.Length; j++)
            Coefficients[j][feature] = coefficients[j];
        ResidualDf[feature] = df;
        Variance[feature] = df > 0 ? residualSquares / df : double.NaN;
        N[feature] = n;
    }
}
