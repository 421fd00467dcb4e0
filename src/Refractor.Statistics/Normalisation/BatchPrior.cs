namespace Refractor.Statistics.Normalisation;

/// <summary>
/// Pulls the effects of a batch on all features towards each other: shifts have a normal prior, scales an inverse gamma prior, both
/// with the moments found over the features.
/// </summary>
internal static class BatchPrior
{
    private const double Tolerance = 1e-12;
    private const int MaxIterations = 1000;

    /// <summary>Sets shift and scale of each effect to the joint mode of its posterior.</summary>
    public static void Shrink(BatchEffect[] effects)
    {
        if (effects.Length < 2)
            return;
        var (shiftMean, shiftVariance) = Moments(effects, e => e.Mean);
        var (scaleMean, scaleVariance) = Moments(effects, e => e.Variance);
        if (!(shiftVariance > 0) || !(scaleVariance > 0))
            return;
        var shape = 2 + (scaleMean * scaleMean / scaleVariance);
        var rate = scaleMean * (1 + (scaleMean * scaleMean / scaleVariance));
        foreach (var effect in effects)
            Shrink(effect, shiftMean, shiftVariance, shape, rate);
    }

    private static void Shrink(BatchEffect effect, double shiftMean, double shiftVariance, double shape, double rate)
    {
        double n = effect.Count;
        var squares = (n - 1) * effect.Variance;
        for (var iteration = 0; iteration < MaxIterations; iteration++)
        {
            var (shift, scale) = (effect.Shift, effect.Scale);
            effect.Shift = ((n * shiftVariance * effect.Mean) + (scale * shiftMean)) / ((n * shiftVariance) + scale);
            var away = effect.Mean - effect.Shift;
            effect.Scale = (rate + ((squares + (n * away * away)) / 2)) / ((n / 2) + shape - 1);
            if (
                Math.Abs(effect.Shift - shift) <= Tolerance * Math.Max(Math.Abs(shift), Tolerance)
                && Math.Abs(effect.Scale - scale) <= Tolerance * scale
            )
                break;
        }
    }

    private static (double Mean, double Variance) Moments(BatchEffect[] effects, Func<BatchEffect, double> value)
    {
        var mean = effects.Average(value);
        return (mean, effects.Sum(e => (value(e) - mean) * (value(e) - mean)) / (effects.Length - 1));
    }
}
