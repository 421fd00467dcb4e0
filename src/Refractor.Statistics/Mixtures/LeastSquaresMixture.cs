namespace Refractor.Statistics.Mixtures;

/// <summary>
/// Takes mixtures apart: finds for each sample the coefficients x ≥ 0 of known components that minimise |Ax − b|², exactly, by an active-set
/// method (Lawson and Hanson, Solving Least Squares Problems, 1974) on the components' cross-products, which all samples share.
/// </summary>
/// <remarks>
/// The solution is refined on the residuals of the data themselves, so that it is as good as one from a QR decomposition; where components
/// are so alike that cross-products cannot tell them apart, a QR decomposition is used throughout. Components that are combinations of others
/// leave the fit Ax unique but not x: one best x is returned. Checked against R's <c>nnls</c> (x to 1e-8, residual sum of squares to 1e-9)
/// and, with the sum fixed, <c>quadprog::solve.QP</c> (1e-7).
/// </remarks>
public static class LeastSquaresMixture
{
    private const int SamplesInBlock = 8;

    /// <summary>Fits all samples.</summary>
    /// <param name="components">n rows (genes, mutation contexts) × p components. A row with a missing value is left out.</param>
    /// <param name="mixtures">n rows × m samples, on the same linear scale. A missing value leaves the row out for that sample.</param>
    /// <param name="constraint">What is demanded of the coefficients beside x ≥ 0.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ, or there is no component.</exception>
    public static MixtureFit Fit(
        FeatureMatrix components,
        FeatureMatrix mixtures,
        MixtureConstraint constraint = MixtureConstraint.NonNegative,
        int threads = 0
    )
    {
        if (components.Features != mixtures.Features)
            throw new ArgumentException(
                $"Components of {components.Features} rows need mixtures of as many; found {mixtures.Features}.",
                nameof(mixtures)
            );
        if (components.Samples == 0)
            throw new ArgumentException("At least one component is needed; found none.", nameof(components));
        var (columns, rows) = Transpose(components, mixtures);
        var shared = new ComponentGram([.. columns.Take(components.Samples)]);
        var samples = columns[components.Samples..];
        var fit = new MixtureFit(samples.Length, components.Samples);
        FeatureLoop.Run(
            samples.Length,
            threads,
            SamplesInBlock,
            () =>
            {
                var solver = new ActiveSetSolver(shared, constraint);
                return (from, to) =>
                {
                    for (var s = from; s < to; s++)
                        FitSample(fit, s, samples[s], solver, shared, constraint, rows);
                };
            }
        );
        return fit;
    }

    private static void FitSample(
        MixtureFit fit,
        int sample,
        double[] mixture,
        ActiveSetSolver solver,
        ComponentGram shared,
        MixtureConstraint constraint,
        int rows
    )
    {
        var present = mixture.Count(double.IsFinite);
        if (present < rows)
        {
            bool[] kept = [.. mixture.Select(double.IsFinite)];
            shared = shared.Keep(kept);
            mixture = [.. mixture.Where(double.IsFinite)];
            solver = new ActiveSetSolver(shared, constraint);
        }
        fit.Rows[sample] = present;
        var x = fit.Coefficients.AsSpan(sample * fit.Components, fit.Components);
        var reason = present == 0 ? NotEstimable.TooFewValues : solver.Solve(mixture, x);
        fit.Reasons[sample] = reason;
        if (reason != NotEstimable.None)
            x.Fill(double.NaN);
        fit.ResidualSquares[sample] = reason == NotEstimable.None ? shared.ResidualSquares(mixture, x) : double.NaN;
    }

    /// <summary>The columns of both matrices, without the rows in which a component is missing.</summary>
    private static (double[][] Columns, int Rows) Transpose(FeatureMatrix components, FeatureMatrix mixtures)
    {
        var (p, m) = (components.Samples, mixtures.Samples);
        var columns = new double[p + m][];
        for (var c = 0; c < columns.Length; c++)
            columns[c] = new double[components.Features];
        var buffer = new double[p + m];
        var rows = 0;
        for (var r = 0; r < components.Features; r++)
        {
            components.CopyFeature(r, buffer.AsSpan(0, p));
            if (buffer.AsSpan(0, p).ContainsAnyNotFinite())
                continue;
            mixtures.CopyFeature(r, buffer.AsSpan(p));
            for (var c = 0; c < columns.Length; c++)
                columns[c][rows] = buffer[c];
            rows++;
        }
        if (rows < components.Features)
        {
            for (var c = 0; c < columns.Length; c++)
                Array.Resize(ref columns[c], rows);
        }
        return (columns, rows);
    }

    private static bool ContainsAnyNotFinite(this Span<double> values)
    {
        foreach (var value in values)
        {
            if (!double.IsFinite(value))
                return true;
        }
        return false;
    }
}
