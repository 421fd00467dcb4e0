namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Where the maximisation of a likelihood ended.</summary>
internal sealed record CoxMaximum
{
    /// <summary>Coefficients of the centred covariates, p long.</summary>
    public required double[] Coefficients { get; init; }

    /// <summary>Inverse information at the coefficients, p × p.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>Log likelihood at the coefficients; the least upper bound, to 1e-8, where they diverge.</summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Log likelihood with all coefficients 0.</summary>
    public required double NullLogLikelihood { get; init; }

    /// <summary>Score test at coefficients of 0.</summary>
    public required double ScoreStatistic { get; init; }

    /// <summary>Number of Newton steps.</summary>
    public required int Iterations { get; init; }

    /// <summary>None, Separation or NotConverged.</summary>
    public required NotEstimable Outcome { get; init; }
}
