using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>Explains one measured response by covariates, by least squares. For all features of a matrix see <see cref="LinearModel"/>.</summary>
public static class LinearRegression
{
    /// <summary>Fits.</summary>
    /// <param name="design">n samples × p coefficients; a sample with a missing cell is left out.</param>
    /// <param name="response">n values; NaN is missing.</param>
    /// <param name="weights">n weights ≥ 0, inverse to the variances; 0 or NaN leaves the sample out. Null: all 1.</param>
    /// <param name="level">Coverage of the intervals, between 0 and 1.</param>
    /// <returns>
    /// The fit; or <see cref="NotEstimable.TooFewValues"/>, <see cref="NotEstimable.NoResidualDegreesOfFreedom"/>.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, a weight is negative, or the level lies outside 0 to 1.</exception>
    /// <remarks>Checked against R's <c>summary(lm())</c> to 1e-9.</remarks>
    public static Estimate<LinearRegressionFit> Fit(
        DesignMatrix design,
        ReadOnlySpan<double> response,
        double[]? weights = null,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(design);
        Level.Check(level);
        if (response.Length != design.Samples)
            throw new ArgumentException(
                $"The design has {design.Samples} samples; found {response.Length} values.",
                nameof(response)
            );
        DesignCheck.HasNoBlocks(design, nameof(design));
        DesignCheck.Weights(design, weights, nameof(weights));
        var rows = new List<int>();
        foreach (var row in design.CompleteSamples())
        {
            if (double.IsFinite(response[row]) && (weights?[row] ?? 1) > 0)
                rows.Add(row);
        }
        double[] scales = [.. rows.Select(r => Math.Sqrt(weights?[r] ?? 1))];
        var y = new double[rows.Count];
        for (var i = 0; i < y.Length; i++)
            y[i] = response[rows[i]];
        double[][] columns = [.. design.Columns.Select(c => rows.Select(r => c[r]).ToArray())];
        return y.Length == 0 ? NotEstimable.TooFewValues : Fit(design.Names, columns, y, scales, level);
    }

    private static Estimate<LinearRegressionFit> Fit(
        IReadOnlyList<string> names,
        double[][] columns,
        double[] y,
        double[] scales,
        double level
    )
    {
        double[][] scaled = [.. columns.Select(c => c.Zip(scales, (v, s) => v * s).ToArray())];
        var qr = new QrDecomposition(scaled, y.Length);
        var df = y.Length - qr.Rank;
        if (df == 0)
            return NotEstimable.NoResidualDegreesOfFreedom;
        var (rotated, values) = ((double[])[.. y.Zip(scales, (v, s) => v * s)], new double[qr.Rank]);
        qr.MultiplyTransposed(rotated);
        qr.SolveUpper(rotated, values);
        var residualSquares = rotated.Skip(qr.Rank).Sum(r => r * r);
        var hasIntercept = columns.Any(c => c[0] != 0 && c.All(v => v == c[0]));
        var total = TotalSquares(y, scales, hasIntercept);
        var coefficients = Summarise(names, qr, values, residualSquares / df, df, level);
        return new LinearRegressionFit
        {
            Coefficients = coefficients,
            N = y.Length,
            ResidualDegreesOfFreedom = df,
            TestedCoefficients = qr.Rank - (hasIntercept ? 1 : 0),
            ResidualStandardError = Math.Sqrt(residualSquares / df),
            RSquared = 1 - residualSquares / total,
            AdjustedRSquared = 1 - residualSquares / df / (total / (y.Length - (hasIntercept ? 1 : 0))),
        };
    }

    private static double TotalSquares(double[] y, double[] scales, bool hasIntercept)
    {
        var mean = hasIntercept ? y.Zip(scales, (v, s) => v * s * s).Sum() / scales.Sum(s => s * s) : 0;
        return y.Zip(scales, (v, s) => s * (v - mean) * (s * (v - mean))).Sum();
    }

    private static LinearCoefficient[] Summarise(
        IReadOnlyList<string> names,
        QrDecomposition qr,
        double[] values,
        double variance,
        int df,
        double level
    )
    {
        var inverse = qr.InverseCrossProduct();
        var reach = StudentT.Quantile((1 - level) / 2, df, Tail.Upper);
        var coefficients = new LinearCoefficient[names.Count];
        for (var i = 0; i < names.Count; i++)
        {
            var c = qr.Order[i];
            if (i >= qr.Rank)
            {
                coefficients[c] = LinearCoefficient.None(names[c], NotEstimable.Collinear);
                continue;
            }
            var error = Math.Sqrt(variance * inverse[i, i]);
            coefficients[c] = new LinearCoefficient(
                names[c],
                values[i],
                error,
                values[i] / error,
                StudentT.TwoSided(values[i] / error, df),
                new Interval(values[i] - reach * error, values[i] + reach * error, level),
                NotEstimable.None
            );
        }
        return coefficients;
    }
}
