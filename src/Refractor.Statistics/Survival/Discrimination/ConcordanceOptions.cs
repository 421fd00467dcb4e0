namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>How pairs of patients are weighted and compared.</summary>
public sealed record ConcordanceOptions
{
    /// <summary>n case weights ≥ 0; a pair weighs the product of its two. Null: all 1. NaN leaves the row out.</summary>
    public double[]? Weights { get; init; }

    /// <summary>n numbers of strata; pairs are formed within one. Null: one stratum. A negative number leaves the row out.</summary>
    public int[]? Strata { get; init; }

    /// <summary>n numbers of patients where one has several rows; the standard error then adds up within patients. Null: one row each.</summary>
    public int[]? Clusters { get; init; }

    /// <summary>
    /// Whether a pair is weighted by 1/G² at its event time, with G the Kaplan-Meier estimate of not being censored (Uno et al., Stat Med
    /// 2011): the estimate then does not depend on the follow-up of the study. Default false: Harrell's concordance.
    /// </summary>
    public bool CensoringWeights { get; init; }

    /// <summary>Events after this time are not compared; ∞ by default. Set it with <see cref="CensoringWeights"/> to where follow-up gets thin.</summary>
    public double LatestTime { get; init; } = double.PositiveInfinity;

    /// <summary>Coverage of the interval, 0.95 by default.</summary>
    public double Level { get; init; } = 0.95;

    internal void Validate(int count)
    {
        if (Weights is not null)
            Check.Weights(count, Weights, nameof(Weights));
        if (Strata is not null)
            Check.Length(count, Strata.Length, nameof(Strata));
        if (Clusters is not null)
            Check.Length(count, Clusters.Length, nameof(Clusters));
        Check.Level(Level);
    }
}
