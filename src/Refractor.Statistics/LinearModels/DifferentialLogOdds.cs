using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.LinearModels;

/// <summary>
/// The B statistic: log odds that a feature differs, when a given share of features does and their true effects are normal with a
/// variance found from the largest |t| (Smyth, Stat Appl Genet Mol Biol 2004, section 6).
/// </summary>
internal static class DifferentialLogOdds
{
    // Above so many prior degrees of freedom the residual variance counts as known.
    private const double KnownVarianceDf = 1e6;

    public static double[] Of(ModeratedTest test, ModeratedFit moderated)
    {
        var proportion = moderated.Options.Proportion;
        var effectVariance = EffectVariance(test, moderated);
        var offset = Math.Log(proportion / (1 - proportion));
        var odds = new double[test.T.Length];
        for (var f = 0; f < odds.Length; f++)
        {
            var (t2, df) = (test.T[f] * test.T[f], test.TotalDf[f]);
            var unscaled = test.Unscaled[f] * test.Unscaled[f];
            var ratio = (unscaled + effectVariance) / unscaled;
            var kernel =
                moderated.PriorDfOf(f) > KnownVarianceDf
                    ? t2 * (1 - 1 / ratio) / 2
                    : (1 + df) / 2 * Math.Log((t2 + df) / (t2 / ratio + df));
            odds[f] = offset - Math.Log(ratio) / 2 + kernel;
        }
        return odds;
    }

    // Over the r-th largest of the |t|: the variance that would put it at its expected quantile among the features that differ.
    private static double EffectVariance(ModeratedTest test, ModeratedFit moderated)
    {
        int[] tested = [.. Enumerable.Range(0, test.T.Length).Where(f => !double.IsNaN(test.T[f]))];
        var proportion = moderated.Options.Proportion;
        var targets = (int)Math.Ceiling(proportion / 2 * tested.Length);
        if (targets < 1)
            return double.NaN;
        var share = Math.Max((double)targets / tested.Length, proportion);
        var maxDf = tested.Max(f => test.TotalDf[f]);
        var keys = Array.ConvertAll(tested, f => test.LogP[f]);
        Array.Sort(keys, tested);
        var limits = moderated.Options.EffectLimits;
        var median = moderated.MedianPriorVariance;
        var sum = 0.0;
        for (var r = 0; r < targets; r++)
        {
            var variance = AtQuantile(test, tested[r], r, tested.Length, share, maxDf);
            sum += Math.Clamp(variance, limits.Low * limits.Low / median, limits.High * limits.High / median);
        }
        return sum / targets;
    }

    private static double AtQuantile(
        ModeratedTest test,
        int feature,
        int rank,
        int features,
        double share,
        double maxDf
    )
    {
        var p = Math.Exp(test.LogP[feature]);
        var target = ((rank + 0.5) / features - (1 - share) * p) / share;
        if (!(target > p))
            return 0;
        var t =
            test.TotalDf[feature] == maxDf
                ? Math.Abs(test.T[feature])
                : StudentT.QuantileOfLog(test.LogP[feature] - Math.Log(2), maxDf, Tail.Upper);
        var ratio = t / StudentT.Quantile(target / 2, maxDf, Tail.Upper);
        return test.Unscaled[feature] * test.Unscaled[feature] * (ratio * ratio - 1);
    }
}
