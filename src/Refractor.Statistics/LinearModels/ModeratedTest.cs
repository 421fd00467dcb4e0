using Refractor.Statistics.Distributions;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.LinearModels;

/// <summary>Moderated t tests of one contrast: the columns of limma's <c>topTable</c>, in the order of the features.</summary>
public sealed class ModeratedTest
{
    internal ModeratedTest(ModeratedFit moderated, Contrast contrast)
    {
        Contrast = contrast;
        var fit = moderated.Fit;
        (Effect, Unscaled) = fit.Estimate(contrast);
        Mean = fit.Mean;
        N = fit.N;
        TotalDf = moderated.TotalDf;
        StandardError = new double[fit.Features];
        T = new double[fit.Features];
        LogP = new double[fit.Features];
        Reasons = new NotEstimable[fit.Features];
        for (var f = 0; f < fit.Features; f++)
            Compute(moderated, f);
        FillLogP(T, TotalDf, LogP);
        LogAdjustedP = AdjustedP.BenjaminiHochbergOfLog(LogP);
        LogOdds = DifferentialLogOdds.Of(this, moderated);
    }

    /// <summary>What was tested.</summary>
    public Contrast Contrast { get; }

    /// <summary>Estimate of the contrast (logFC); NaN where the observations do not determine it.</summary>
    public double[] Effect { get; }

    /// <summary>Mean of the observed values (AveExpr).</summary>
    public double[] Mean { get; }

    /// <summary>Moderated t.</summary>
    public double[] T { get; }

    /// <summary>Natural logarithm of the two-sided p value.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithm of the p value adjusted by Benjamini and Hochberg over the features that have one.</summary>
    public double[] LogAdjustedP { get; }

    /// <summary>Natural logarithm of the odds that the feature differs (B).</summary>
    public double[] LogOdds { get; }

    /// <summary>Moderated standard error of the effect.</summary>
    public double[] StandardError { get; }

    /// <summary>Standard deviation of the effect over the residual one (stdev.unscaled).</summary>
    public double[] Unscaled { get; }

    /// <summary>Degrees of freedom of t.</summary>
    public double[] TotalDf { get; }

    /// <summary>Observations used.</summary>
    public int[] N { get; }

    /// <summary>Why a feature has no test; <see cref="NotEstimable.None"/> where it has.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>The p value of a feature.</summary>
    public PValue P(int feature) => PValue.FromLog(LogP[feature]);

    /// <summary>Confidence interval of the effect of a feature; NaN where it has no test.</summary>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="level">Coverage, between 0 and 1.</param>
    public Interval IntervalOf(int feature, double level = 0.95)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentException($"Found a level of {level}; expected one between 0 and 1.", nameof(level));
        if (Reasons[feature] != NotEstimable.None)
            return Interval.None with { Level = level };
        var half = StudentT.Quantile((1 - level) / 2, TotalDf[feature], Tail.Upper) * StandardError[feature];
        return new Interval(Effect[feature] - half, Effect[feature] + half, level);
    }

    private void Compute(ModeratedFit moderated, int feature)
    {
        StandardError[feature] = Unscaled[feature] * Math.Sqrt(moderated.Posterior[feature]);
        T[feature] = Effect[feature] / StandardError[feature];
        Reasons[feature] =
            !double.IsNaN(T[feature]) ? NotEstimable.None
            : N[feature] == 0 ? NotEstimable.TooFewValues
            : double.IsNaN(Effect[feature]) ? NotEstimable.Collinear
            : NotEstimable.NoResidualDegreesOfFreedom;
    }

    // Many tails of one df cost little more than a few, so features are taken together by theirs.
    private static void FillLogP(double[] t, double[] df, double[] logP)
    {
        if (df.AsSpan().IndexOfAnyExcept(df.FirstOrDefault()) < 0)
        {
            FillLogP(t, df.FirstOrDefault(), logP);
            return;
        }
        foreach (var group in Enumerable.Range(0, t.Length).GroupBy(f => df[f]))
        {
            int[] features = [.. group];
            var tails = new double[features.Length];
            FillLogP(Array.ConvertAll(features, f => t[f]), group.Key, tails);
            for (var i = 0; i < features.Length; i++)
                logP[features[i]] = tails[i];
        }
    }

    private static void FillLogP(double[] t, double df, double[] logP)
    {
        if (df > 0)
            StudentT.TwoSidedLog(t, df, logP);
        else
            Array.Fill(logP, double.NaN);
    }
}
