namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>A log partial likelihood with its first and second derivatives.</summary>
internal abstract class PartialLikelihood(CoxSample sample)
{
    /// <summary>The patients.</summary>
    public CoxSample Sample { get; } = sample;

    /// <summary>Number of coefficients.</summary>
    public int Covariates => Sample.Covariates;

    /// <summary>Value at coefficients.</summary>
    /// <param name="coefficients">p values.</param>
    /// <param name="score">Receives the p first derivatives.</param>
    /// <param name="information">Receives the p × p negative second derivatives.</param>
    /// <returns>Logarithm of the partial likelihood; NaN or infinite where exponentials overflow.</returns>
    public abstract double Evaluate(ReadOnlySpan<double> coefficients, Span<double> score, double[,] information);

    /// <summary>
    /// Whether the likelihood rises for ever along a direction: at every event those who had it have the largest predictor of all at
    /// risk. The estimate is then infinite, whatever the size of the coefficients at which an iteration ended.
    /// </summary>
    public abstract bool RisesForever(ReadOnlySpan<double> direction);

    /// <summary>The likelihood for a treatment of ties.</summary>
    public static PartialLikelihood Of(CoxSample sample, CoxTies ties) =>
        ties == CoxTies.Exact ? new ExactLikelihood(sample) : new RiskSetLikelihood(sample, ties);
}
