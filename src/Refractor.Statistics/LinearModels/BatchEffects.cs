namespace Refractor.Statistics.LinearModels;

/// <summary>
/// Takes the effects of batches out of a matrix that is to be plotted or clustered (limma's <c>removeBatchEffect</c>). For tests put the
/// batch into the design instead: a matrix without batches looks more certain than it is.
/// </summary>
public static class BatchEffects
{
    /// <summary>Subtracts batch effects, which are estimated beside the design and sum to 0 over the batches.</summary>
    /// <param name="values">f features × n samples; NaN is missing and stays so.</param>
    /// <param name="batches">n labels.</param>
    /// <param name="design">What is to be kept, such as the groups; null for the overall mean.</param>
    /// <param name="threads">Threads at most; 0 for one per core.</param>
    /// <returns>f × n values in double precision. Samples without label or with an unknown covariate stay as they are.</returns>
    /// <exception cref="ArgumentException">Not n labels, or another number of samples in the design.</exception>
    /// <remarks>Where the design determines the batch, its effect cannot be told from the design and stays in. Checked against limma 3.54.</remarks>
    public static FeatureMatrix Remove(
        FeatureMatrix values,
        IReadOnlyList<string?> batches,
        DesignMatrix? design = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(batches);
        design ??= DesignMatrix.For(values.Samples).Intercept().ToDesign();
        var both = With(design, SumToZero(values.Samples, batches));
        var fit = LinearModel.Fit(values, both, null, threads);
        var corrected = new double[values.Features * values.Samples];
        FeatureLoop.Run(
            values.Features,
            threads,
            () =>
                (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        var row = corrected.AsSpan(f * values.Samples, values.Samples);
                        values.CopyFeature(f, row);
                        Subtract(row, fit, f, design.Coefficients);
                    }
                }
        );
        return FeatureMatrix.Of(values.Features, values.Samples, corrected);
    }

    private static void Subtract(Span<double> row, LinearModelFit fit, int feature, int kept)
    {
        foreach (var (column, coefficient) in fit.CoefficientsFrom(kept, feature))
        {
            for (var s = 0; s < row.Length; s++)
            {
                var effect = fit.Design[s, column] * coefficient;
                if (!double.IsNaN(effect))
                    row[s] -= effect;
            }
        }
    }

    private static DesignMatrix With(DesignMatrix design, double[][] effects) =>
        new(
            design.Samples,
            [.. design.Names, .. effects.Select((_, i) => $"batch {i + 1}")],
            [.. design.Columns, .. effects],
            design.Within
        );

    // One column for each batch but the last, which is -1 everywhere.
    private static double[][] SumToZero(int samples, IReadOnlyList<string?> batches)
    {
        if (batches.Count != samples)
            throw new ArgumentException($"Found {batches.Count} batch labels; expected {samples}.", nameof(batches));
        string[] levels = [.. batches.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
        return
        [
            .. levels
                .SkipLast(1)
                .Select(level =>
                    batches
                        .Select(b =>
                            b is null ? double.NaN
                            : b == level ? 1.0
                            : b == levels[^1] ? -1.0
                            : 0.0
                        )
                        .ToArray()
                ),
        ];
    }
}
