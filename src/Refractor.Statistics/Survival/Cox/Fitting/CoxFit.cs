using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Numbers of a fit, for the covariates that are estimable.</summary>
internal sealed class CoxFit
{
    private CoxFit(PartialLikelihood likelihood, CoxMaximum maximum)
    {
        (Sample, Maximum) = (likelihood.Sample, maximum);
        (Coefficients, Covariance) = (maximum.Coefficients, maximum.Covariance);
        // Residuals and hazards of an exact fit take Breslow's sums, as R does.
        Likelihood = likelihood as RiskSetLikelihood ?? new RiskSetLikelihood(Sample, CoxTies.Breslow);
    }

    /// <summary>The patients.</summary>
    public CoxSample Sample { get; }

    /// <summary>Maximum of the partial likelihood.</summary>
    public CoxMaximum Maximum { get; }

    /// <summary>The likelihood, evaluated at the coefficients.</summary>
    public RiskSetLikelihood Likelihood { get; }

    /// <summary>p coefficients: the maximum, or Firth's.</summary>
    public double[] Coefficients { get; private set; }

    /// <summary>Inverse information at the coefficients.</summary>
    public double[,] Covariance { get; private set; }

    /// <summary>Robust variance, if asked for.</summary>
    public double[,]? RobustCovariance { get; private set; }

    /// <summary>What Firth's likelihood gave; null for an ordinary fit.</summary>
    public FirthResult? Firth { get; private set; }

    /// <summary>None, or NotConverged.</summary>
    public NotEstimable Outcome { get; private set; }

    /// <summary>Fits.</summary>
    /// <param name="likelihood">Without aliased covariates.</param>
    /// <param name="options">The settings.</param>
    public static CoxFit Of(PartialLikelihood likelihood, CoxOptions options)
    {
        var maximum = CoxNewton.Maximise(likelihood, options.MaximalIterations);
        var fit = new CoxFit(likelihood, maximum);
        var separated = maximum.Outcome == NotEstimable.Separation && options.Firth == FirthPenalty.WhenSeparated;
        if (separated || options.Firth == FirthPenalty.Always)
            fit.Penalise(options);
        else if (maximum.Outcome != NotEstimable.None)
            fit.Outcome = maximum.Outcome;
        if (fit.Firth is not null || options.Ties == CoxTies.Exact)
            fit.Likelihood.Evaluate(
                fit.Coefficients,
                new double[likelihood.Covariates],
                new double[likelihood.Covariates, likelihood.Covariates]
            );
        if (options.UsesRobustVariance)
            fit.RobustCovariance = RobustVariance.Of(fit, options.Clusters);
        return fit;
    }

    private void Penalise(CoxOptions options)
    {
        var likelihood = new FirthLikelihood(Likelihood);
        var result = FirthNewton.Maximise(likelihood, new double[Sample.Covariates]);
        if (!result.Exists)
        {
            Outcome = NotEstimable.NotConverged;
            return;
        }
        likelihood.Evaluate(result.Coefficients, new double[Sample.Covariates]);
        (Coefficients, Covariance) = (result.Coefficients, likelihood.Covariance);
        Firth = FirthResult.Of(likelihood, result, Covariance, Normal.Quantile((1 + options.Level) / 2));
    }
}

/// <summary>What Firth's penalised likelihood gives beside the coefficients.</summary>
/// <param name="LogLikelihood">Its maximum.</param>
/// <param name="NullLogLikelihood">Its value with all coefficients 0.</param>
/// <param name="Bounds">Profile interval of each coefficient.</param>
/// <param name="LikelihoodRatios">Profile χ² of each coefficient against 0.</param>
internal sealed record FirthResult(
    double LogLikelihood,
    double NullLogLikelihood,
    (double Low, double High)[] Bounds,
    double[] LikelihoodRatios
)
{
    public static FirthResult Of(FirthLikelihood likelihood, FirthNewton.Maximum maximum, double[,] v, double quantile)
    {
        var p = likelihood.Covariates;
        var errors = Enumerable.Range(0, p).Select(k => Math.Sqrt(v[k, k])).ToArray();
        var profile = new FirthProfile(likelihood, maximum, errors);
        return new FirthResult(
            maximum.LogLikelihood,
            likelihood.Evaluate(new double[p], new double[p]),
            [.. Enumerable.Range(0, p).Select(k => (profile.Bound(k, -quantile), profile.Bound(k, quantile)))],
            [.. Enumerable.Range(0, p).Select(profile.LikelihoodRatio)]
        );
    }
}
