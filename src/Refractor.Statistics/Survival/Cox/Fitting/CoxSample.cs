using System.Numerics.Tensors;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Covariates and case weights in the order of the risk sets, each covariate centred at its weighted mean.</summary>
/// <remarks>Hazard ratios do not depend on the centre; the sums of squares keep their digits.</remarks>
internal sealed class CoxSample
{
    private CoxSample(CoxRiskSets risk, double[][] columns, double[] means, double[] weights)
    {
        (Risk, Columns, Means, Weights) = (risk, columns, means, weights);
        Covariates = columns.Length;
        Rows = new double[risk.N * Covariates];
        for (var k = 0; k < Covariates; k++)
        for (var i = 0; i < risk.N; i++)
            Rows[i * Covariates + k] = columns[k][i];
    }

    /// <summary>Who is at risk when.</summary>
    public CoxRiskSets Risk { get; }

    /// <summary>p covariates of N centred values.</summary>
    public double[][] Columns { get; }

    /// <summary>The same row by row, N × p.</summary>
    public double[] Rows { get; }

    /// <summary>p weighted means that were subtracted.</summary>
    public double[] Means { get; }

    /// <summary>N case weights, above 0.</summary>
    public double[] Weights { get; }

    /// <summary>Number of covariates p.</summary>
    public int Covariates { get; }

    /// <summary>Brings covariates into the order of the risk sets.</summary>
    /// <param name="risk">The risk sets.</param>
    /// <param name="covariates">p columns of n values, in the order of the input.</param>
    /// <param name="weights">n weights in the order of the input; null for equal ones.</param>
    public static CoxSample Of(CoxRiskSets risk, IReadOnlyList<double[]> covariates, double[]? weights)
    {
        var sorted = Array.ConvertAll(risk.Rows, r => weights is null ? 1.0 : weights[r]);
        var total = SteadySums.Sum(sorted);
        var columns = covariates.Select(c => Array.ConvertAll(risk.Rows, r => c[r])).ToArray();
        var means = Array.ConvertAll(columns, c => SteadySums.Dot(c, sorted) / total);
        for (var k = 0; k < columns.Length; k++)
            TensorPrimitives.Subtract(columns[k], means[k], columns[k]);
        return new CoxSample(risk, columns, means, sorted);
    }

    /// <summary>The same sample with some of its covariates.</summary>
    public CoxSample With(IReadOnlyList<int> covariates) =>
        new(Risk, [.. covariates.Select(k => Columns[k])], [.. covariates.Select(k => Means[k])], Weights);

    /// <summary>Linear predictor of the centred covariates, N long.</summary>
    public void LinearPredictor(ReadOnlySpan<double> coefficients, Span<double> predictor)
    {
        predictor.Clear();
        for (var k = 0; k < Covariates; k++)
            TensorPrimitives.FusedMultiplyAdd(Columns[k], coefficients[k], predictor, predictor);
    }
}
