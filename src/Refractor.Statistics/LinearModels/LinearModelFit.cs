namespace Refractor.Statistics.LinearModels;

/// <summary>Linear models of f features: the result of <see cref="LinearModel.Fit"/>.</summary>
public sealed class LinearModelFit
{
    private readonly ModelPlan _plan;
    private readonly FitColumns _columns;

    internal LinearModelFit(DesignMatrix design, ModelPlan plan, FitColumns columns)
    {
        (Design, _plan, _columns) = (design, plan, columns);
    }

    /// <summary>The design.</summary>
    public DesignMatrix Design { get; }

    /// <summary>Number of features f.</summary>
    public int Features => _columns.N.Length;

    /// <summary>Names of coefficients that are combinations of earlier ones and cannot be estimated in any feature.</summary>
    public IReadOnlyList<string> NotEstimableCoefficients =>
        [.. Enumerable.Range(0, Design.Coefficients).Except(_plan.Kept).Select(j => Design.Names[j])];

    /// <summary>Observations used, by feature.</summary>
    public int[] N => [.. _columns.N];

    /// <summary>Mean of the observed values (limma's AveExpr), by feature; NaN if there are none.</summary>
    public double[] Mean => [.. _columns.Mean];

    /// <summary>Residual standard deviation, by feature; NaN without residual degrees of freedom.</summary>
    public double[] Sigma => Array.ConvertAll(_columns.Variance, Math.Sqrt);

    /// <summary>Residual degrees of freedom, by feature.</summary>
    public double[] ResidualDf => [.. _columns.ResidualDf];

    /// <summary>Estimates of one coefficient, by feature; NaN where the observations do not determine it.</summary>
    /// <param name="name">Its name in the design.</param>
    /// <exception cref="ArgumentException">The design has no such coefficient.</exception>
    public double[] Coefficients(string name) => Estimate(Design.Coefficient(name)).Values;

    /// <summary>Shrinks the residual variances towards each other, which tests need: limma's <c>eBayes</c>.</summary>
    /// <param name="options">A trend, protection against outlying variances; neither by default.</param>
    public ModeratedFit Moderate(EmpiricalBayesOptions? options = null) =>
        new(this, options ?? EmpiricalBayesOptions.Default);

    internal FitColumns Columns => _columns;

    /// <summary>Estimates of a contrast and their standard deviations over the residual one, by feature.</summary>
    internal (double[] Values, double[] Unscaled) Estimate(Contrast contrast)
    {
        var weights = KeptWeights(contrast);
        var (values, unscaled) = (new double[Features], new double[Features]);
        if (weights is null)
        {
            Array.Fill(values, double.NaN);
            Array.Fill(unscaled, double.NaN);
            return (values, unscaled);
        }
        for (var j = 0; j < weights.Length; j++)
        {
            if (weights[j] != 0)
                System.Numerics.Tensors.TensorPrimitives.MultiplyAdd(
                    _columns.Coefficients[j],
                    weights[j],
                    values,
                    values
                );
        }
        var common = UnscaledDeviation(_plan.Common.Covariance, weights);
        for (var f = 0; f < Features; f++)
        {
            unscaled[f] = _columns.Own[f] is { } own ? UnscaledDeviation(own, weights) : common;
            if (double.IsNaN(unscaled[f]))
                values[f] = double.NaN;
        }
        return (values, unscaled);
    }

    /// <summary>Columns of the design from a place on that are no combination of others, with the coefficient of a feature.</summary>
    internal IEnumerable<(int Column, double Coefficient)> CoefficientsFrom(int first, int feature)
    {
        for (var k = 0; k < _plan.Kept.Length; k++)
        {
            if (_plan.Kept[k] >= first)
                yield return (_plan.Kept[k], _columns.Coefficients[k][feature]);
        }
    }

    /// <summary>Covariance of the coefficients of a feature over its residual variance.</summary>
    internal UnscaledCovariance CovarianceOf(int feature) => _columns.Own[feature] ?? _plan.Common.Covariance;

    /// <summary>Weights of a contrast for the columns that are no combination of others; null if it needs one that is.</summary>
    internal double[]? KeptWeights(Contrast contrast)
    {
        var weights = contrast.ToArray(Design.Coefficients);
        foreach (var j in Enumerable.Range(0, weights.Length).Except(_plan.Kept))
        {
            if (weights[j] != 0)
                return null;
        }
        return Array.ConvertAll(_plan.Kept, k => weights[k]);
    }

    private static double UnscaledDeviation(UnscaledCovariance covariance, double[] weights) =>
        covariance.CanEstimate(weights) ? Math.Sqrt(covariance.Of(weights, weights)) : double.NaN;
}
