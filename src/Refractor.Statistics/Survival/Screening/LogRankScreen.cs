using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// Log-rank test of every feature, split into high and low at its median or at given cut-offs. Columns of f values; NaN where
/// <see cref="Reasons"/> says why.
/// </summary>
/// <remarks>
/// One split of every feature is a plan made before the data are seen; a cut-off chosen for its p value needs the correction of
/// maximally selected statistics. Statistic and variance as in <see cref="LogRank.LogRankTest"/>. Checked against R <c>survdiff</c>.
/// </remarks>
public sealed class LogRankScreen
{
    private LogRankScreen(int features)
    {
        double[] New() => new double[features];
        (CutOff, ObservedHigh, ExpectedHigh, Z) = (New(), New(), New(), New());
        (ChiSquared, LogP) = (New(), New());
        (N, NHigh, Events, Reasons) = (
            new int[features],
            new int[features],
            new int[features],
            new NotEstimable[features]
        );
    }

    /// <summary>Samples with follow-up, stratum and value.</summary>
    public int[] N { get; }

    /// <summary>Samples above the cut-off; the others, those at it included, are low.</summary>
    public int[] NHigh { get; }

    /// <summary>Events among the N samples.</summary>
    public int[] Events { get; }

    /// <summary>The cut-off: the lower of the two middle values if the split is at the median and N is even.</summary>
    public double[] CutOff { get; }

    /// <summary>Events of the high group.</summary>
    public double[] ObservedHigh { get; }

    /// <summary>Events expected of the high group if survival were the same.</summary>
    public double[] ExpectedHigh { get; }

    /// <summary>(Observed − expected) / standard deviation of the high group: positive where high values go with early events.</summary>
    public double[] Z { get; }

    /// <summary>Z², χ² distributed with 1 degree of freedom.</summary>
    public double[] ChiSquared { get; }

    /// <summary>Natural logarithm of the two-sided p.</summary>
    public double[] LogP { get; }

    /// <summary>Why there is no test: too few values, one group (all at or below the cut-off, or all above), no events, zero variance.</summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Splits every feature at the median of its values in the samples used.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="times">Follow-up of the n samples.</param>
    /// <param name="strata">n numbers of strata; a negative number leaves the sample out. None by default.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. Results do not depend on it.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ.</exception>
    public static LogRankScreen AtMedian(
        FeatureMatrix matrix,
        SurvivalTimes times,
        ReadOnlySpan<int> strata = default,
        int threads = 0
    ) => Run(matrix, times, [], strata, threads);

    /// <summary>Splits every feature at a cut-off of its own, such as a published one.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="times">Follow-up of the n samples.</param>
    /// <param name="cutOffs">f cut-offs; values above are high. NaN leaves the feature out.</param>
    /// <param name="strata">n numbers of strata; a negative number leaves the sample out. None by default.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <exception cref="ArgumentException">The numbers of samples differ, or there are not f cut-offs.</exception>
    public static LogRankScreen AtCutOffs(
        FeatureMatrix matrix,
        SurvivalTimes times,
        ReadOnlySpan<double> cutOffs,
        ReadOnlySpan<int> strata = default,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (cutOffs.Length != matrix.Features)
            throw new ArgumentException($"{cutOffs.Length} cut-offs for {matrix.Features} features.", nameof(cutOffs));
        return Run(matrix, times, cutOffs.ToArray(), strata, threads);
    }

    private static LogRankScreen Run(
        FeatureMatrix matrix,
        SurvivalTimes times,
        double[] cutOffs,
        ReadOnlySpan<int> strata,
        int threads
    )
    {
        ArgumentNullException.ThrowIfNull(matrix);
        ArgumentNullException.ThrowIfNull(times);
        Check.Length(matrix.Samples, times.Count, nameof(times));
        if (!strata.IsEmpty)
            Check.Length(matrix.Samples, strata.Length, nameof(strata));
        var plan = RiskPlan.Of(times, strata, RiskTies.Hypergeometric);
        var screen = new LogRankScreen(matrix.Features);
        FeatureLoop.Run(
            matrix.Features,
            threads,
            () =>
            {
                var worker = new LogRankWorker(matrix, plan, cutOffs);
                return (from, to) =>
                {
                    for (var feature = from; feature < to; feature++)
                        screen.Set(feature, worker.Test(feature));
                };
            }
        );
        return screen;
    }

    private void Set(int feature, in SplitSums sums)
    {
        (N[feature], NHigh[feature], Events[feature]) = (sums.N, sums.High, sums.Events);
        CutOff[feature] = sums.CutOff;
        (ObservedHigh[feature], ExpectedHigh[feature]) = (sums.Observed, sums.Observed - sums.Score);
        Reasons[feature] = sums.Reason;
        var estimable = sums.Reason == NotEstimable.None;
        var z = estimable ? sums.Score / Math.Sqrt(sums.Variance) : double.NaN;
        (Z[feature], ChiSquared[feature]) = (z, z * z);
        LogP[feature] = estimable ? Normal.TwoSided(z).Log : double.NaN;
    }
}
