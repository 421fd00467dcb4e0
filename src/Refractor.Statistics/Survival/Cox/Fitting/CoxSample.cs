using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Covariates and case weights in the order of the risk sets, each covariate centred at the mean of its rows.</summary>
/// <remarks>Hazard ratios do not depend on the centre; the sums of squares keep their digits. R's means do not look at weights either.</remarks>
internal sealed class CoxSample
{
    // Row after row: 1, the centred covariates, and zeros up to whole vectors.
    private readonly Vector256<double>[] _rows;

    private CoxSample(CoxRiskSets risk, double[][] columns, double[] means, double[] weights)
    {
        (Risk, Columns, Means, Weights) = (risk, columns, means, weights);
        Covariates = columns.Length;
        VectorsPerRow = 1 + Covariates / Vector256<double>.Count;
        _rows = new Vector256<double>[risk.N * VectorsPerRow];
        var values = MemoryMarshal.Cast<Vector256<double>, double>(_rows.AsSpan());
        var width = VectorsPerRow * Vector256<double>.Count;
        for (var i = 0; i < risk.N; i++)
        {
            var row = values.Slice(i * width, width);
            row[0] = 1;
            for (var k = 0; k < columns.Length; k++)
                row[k + 1] = columns[k][i];
        }
    }

    /// <summary>Who is at risk when.</summary>
    public CoxRiskSets Risk { get; }

    /// <summary>p covariates of N centred values.</summary>
    public double[][] Columns { get; }

    /// <summary>The p centred values of a sorted row.</summary>
    public ReadOnlySpan<double> Row(int position) =>
        MemoryMarshal.Cast<Vector256<double>, double>(VectorRow(position)).Slice(1, Covariates);

    /// <summary>1, the p centred values of a sorted row, and zeros.</summary>
    public ReadOnlySpan<Vector256<double>> VectorRow(int position) =>
        _rows.AsSpan(position * VectorsPerRow, VectorsPerRow);

    /// <summary>Number of vectors in a row.</summary>
    public int VectorsPerRow { get; }

    /// <summary>p means that were subtracted.</summary>
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
        var columns = covariates.Select(c => Array.ConvertAll(risk.Rows, r => c[r])).ToArray();
        var means = Array.ConvertAll(columns, c => SteadySums.Sum(c) / risk.N);
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
