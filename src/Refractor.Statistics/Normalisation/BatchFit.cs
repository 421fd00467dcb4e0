namespace Refractor.Statistics.Normalisation;

/// <summary>The standardisation of one feature and its effects of batches.</summary>
internal sealed class BatchFit
{
    private readonly double _mean;
    private readonly double[] _slopes;
    private readonly double _deviation;

    private BatchFit(NotEstimable reason, int batches)
    {
        (Reason, Effects, _slopes) = (reason, new BatchEffect?[batches], []);
    }

    private BatchFit(BatchEffect?[] effects, double mean, double[] slopes, double deviation) =>
        (Effects, _mean, _slopes, _deviation) = (effects, mean, slopes, deviation);

    /// <summary>Why the feature is left as it is.</summary>
    public NotEstimable Reason { get; }

    /// <summary>One effect for each batch; null where the feature was not measured or is left as it is.</summary>
    public BatchEffect?[] Effects { get; }

    /// <summary>Fits a feature.</summary>
    public static BatchFit Of(double[] values, BatchDesign design)
    {
        int[] samples =
        [
            .. Enumerable.Range(0, values.Length).Where(j => double.IsFinite(values[j]) && design.HasCovariates(j)),
        ];
        int[] batches = [.. samples.Select(design.Batch).Distinct().Order()];
        var reason = Check(values, samples, batches, design);
        if (reason != NotEstimable.None)
            return new BatchFit(reason, design.Batches);
        if (design.Decompose(samples, batches) is not { } decomposition)
            return new BatchFit(NotEstimable.Collinear, design.Batches);

        var measured = Array.ConvertAll(samples, j => values[j]);
        var effects = (double[])measured.Clone();
        decomposition.MultiplyTransposed(effects);
        var coefficients = new double[decomposition.Rank];
        decomposition.SolveUpper(effects, coefficients);
        var residual = effects.Skip(decomposition.Rank).Sum(e => e * e);
        var deviation = Math.Sqrt(residual / samples.Length);
        if (!(residual > 1e-24 * measured.Sum(v => v * v)))
            return new BatchFit(NotEstimable.ZeroVariance, design.Batches);

        var mean = samples.Average(j => coefficients[Array.IndexOf(batches, design.Batch(j))]);
        var slopes = coefficients[batches.Length..];
        var fit = new BatchFit(new BatchEffect?[design.Batches], mean, slopes, deviation);
        foreach (var batch in batches)
            fit.Effects[batch] = fit.EffectOf(values, samples.Where(j => design.Batch(j) == batch), design);
        return fit;
    }

    /// <summary>Replaces the values of the feature by adjusted ones.</summary>
    public void Adjust(double[] values, BatchDesign design)
    {
        for (var j = 0; j < values.Length; j++)
        {
            if (!design.HasCovariates(j))
                values[j] = double.NaN;
            else if (Reason == NotEstimable.None && Effects[design.Batch(j)] is { } effect)
            {
                var expected = Expected(j, design);
                var standardised = (values[j] - expected) / _deviation;
                values[j] = ((standardised - effect.Shift) / Math.Sqrt(effect.Scale) * _deviation) + expected;
            }
        }
    }

    private static NotEstimable Check(double[] values, int[] samples, int[] batches, BatchDesign design)
    {
        if (batches.Length < 2)
            return NotEstimable.TooFewValues;
        foreach (var batch in batches)
        {
            var inBatch = samples.Where(j => design.Batch(j) == batch).Select(j => values[j]).ToArray();
            if (inBatch.Length < 2)
                return NotEstimable.TooFewValues;
            if (!inBatch.AsSpan().ContainsAnyExcept(inBatch[0]))
                return NotEstimable.ZeroVariance;
        }
        return NotEstimable.None;
    }

    private BatchEffect EffectOf(double[] values, IEnumerable<int> samples, BatchDesign design)
    {
        var standardised = samples.Select(j => (values[j] - Expected(j, design)) / _deviation).ToArray();
        var mean = standardised.Average();
        var squares = standardised.Sum(s => (s - mean) * (s - mean));
        return new BatchEffect(standardised.Length, mean, squares / (standardised.Length - 1));
    }

    /// <summary>The grand mean of the batches and what the covariates add to it.</summary>
    private double Expected(int sample, BatchDesign design)
    {
        var expected = _mean;
        for (var c = 0; c < _slopes.Length; c++)
            expected += _slopes[c] * design.Covariate(c, sample);
        return expected;
    }
}
