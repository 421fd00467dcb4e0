using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Smoothing;

/// <summary>
/// Regression on a natural cubic spline: linear beyond the smallest and largest x, with knots at quantiles of x. It fits the same curves
/// as R's <c>lm(y ~ ns(x, df, intercept = TRUE) - 1)</c>.
/// </summary>
internal sealed class NaturalSpline
{
    private readonly double[] _knots;
    private readonly double[] _coefficients;

    private NaturalSpline(double[] knots, double[] coefficients, double residualVariance)
    {
        (_knots, _coefficients, ResidualVariance) = (knots, coefficients, residualVariance);
    }

    /// <summary>Residual sum of squares over its degrees of freedom.</summary>
    public double ResidualVariance { get; }

    /// <summary>Fits by least squares.</summary>
    /// <param name="x">n finite values.</param>
    /// <param name="y">n finite values.</param>
    /// <param name="df">Free coefficients, 2 or more: a straight line and one for each inner knot.</param>
    public static NaturalSpline Fit(ReadOnlySpan<double> x, ReadOnlySpan<double> y, int df)
    {
        var knots = Knots(x, df);
        var n = x.Length;
        var columns = Enumerable.Range(0, df).Select(_ => new double[n]).ToArray();
        var row = new double[df];
        for (var i = 0; i < x.Length; i++)
        {
            Basis(knots, x[i], row);
            for (var j = 0; j < df; j++)
                columns[j][i] = row[j];
        }
        var qr = new QrDecomposition(columns, x.Length);
        var effects = y.ToArray();
        qr.MultiplyTransposed(effects);
        var (solved, coefficients) = (new double[qr.Rank], new double[df]);
        qr.SolveUpper(effects, solved);
        for (var k = 0; k < qr.Rank; k++)
            coefficients[qr.Order[k]] = solved[k];
        var squares = 0.0;
        for (var i = qr.Rank; i < effects.Length; i++)
            squares += effects[i] * effects[i];
        return new NaturalSpline(knots, coefficients, squares / (x.Length - qr.Rank));
    }

    /// <summary>The curve at x.</summary>
    public double At(double x)
    {
        Span<double> row = stackalloc double[_coefficients.Length];
        Basis(_knots, x, row);
        var sum = 0.0;
        for (var j = 0; j < row.Length; j++)
            sum += row[j] * _coefficients[j];
        return sum;
    }

    private static double[] Knots(ReadOnlySpan<double> x, int df)
    {
        var sorted = x.ToArray();
        Array.Sort(sorted);
        return [.. Enumerable.Range(0, df).Select(k => Quantile(sorted, k / (df - 1.0)))];
    }

    private static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var low = Math.Min((int)Math.Floor(at), sorted.Length - 1);
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + (at - low) * (sorted[high] - sorted[low]);
    }

    // 1, u and the differences of truncated cubes that are linear beyond the outer knots, with u = x scaled to 0..1
    // (Hastie, Tibshirani and Friedman, Elements of Statistical Learning, section 5.2.1).
    private static void Basis(double[] knots, double x, Span<double> row)
    {
        var range = knots[^1] - knots[0];
        var u = (x - knots[0]) / range;
        (row[0], row[1]) = (1, u);
        var last = Cubes(knots, u, range, knots.Length - 2);
        for (var k = 0; k < knots.Length - 2; k++)
            row[k + 2] = Cubes(knots, u, range, k) - last;
    }

    private static double Cubes(double[] knots, double u, double range, int k)
    {
        var knot = (knots[k] - knots[0]) / range;
        return knot >= 1 ? 0 : (Cube(u - knot) - Cube(u - 1)) / (1 - knot);
    }

    private static double Cube(double u) => u > 0 ? u * u * u : 0;
}
