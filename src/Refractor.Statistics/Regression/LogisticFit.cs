using System.Globalization;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Regression;

/// <summary>A fitted logistic regression. Arrays by row have as many values as the design has samples, NaN in rows that were left out.</summary>
public sealed class LogisticFit
{
    private readonly LogisticInput _input;
    private readonly LogisticProblem _problem;
    private readonly double[] _values;
    private readonly double[] _predictor;
    private readonly double _level;

    /// <param name="input">What was fitted.</param>
    /// <param name="level">Coverage of the intervals.</param>
    /// <param name="values">Reported coefficients of the active columns.</param>
    /// <param name="predictor">Their linear predictors on the used rows; NaN without coefficients.</param>
    /// <param name="coefficients">Of all columns.</param>
    internal LogisticFit(
        LogisticInput input,
        double level,
        double[] values,
        double[] predictor,
        IReadOnlyList<LogisticCoefficient> coefficients
    )
    {
        (_input, _problem, _level) = (input, input.Problem, level);
        (_values, _predictor, Coefficients) = (values, predictor, coefficients);
    }

    /// <summary>One per column of the design, in their order.</summary>
    public IReadOnlyList<LogisticCoefficient> Coefficients { get; }

    /// <summary>The coefficient of a column, such as <c>age</c> or <c>grade3</c>.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public LogisticCoefficient this[string column] =>
        Coefficients.FirstOrDefault(c => c.Name == column)
        ?? throw new ArgumentException(
            $"Found no column '{column}'; there are {string.Join(", ", Coefficients.Select(c => c.Name))}.",
            nameof(column)
        );

    /// <summary>Number of rows used.</summary>
    public int N => _problem.Rows;

    /// <summary>Number of events among their trials.</summary>
    public double Events => _problem.Events.Sum();

    /// <summary>Whether covariates separate the outcomes.</summary>
    public required Separation Separation { get; init; }

    /// <summary>Whether the coefficients maximise Firth's penalised likelihood.</summary>
    public required bool IsPenalised { get; init; }

    /// <summary>Whether p values and intervals come from the profile of the likelihood.</summary>
    public required bool UsesProfile { get; init; }

    /// <summary>Number of Newton steps to the maximum of the likelihood without penalty.</summary>
    public required int Iterations { get; init; }

    /// <summary>
    /// Maximum of the log likelihood without penalty; with separation its least upper bound. The number of ways to choose the events of
    /// grouped trials is part of it, as in R.
    /// </summary>
    public required double LogLikelihood { get; init; }

    /// <summary>Residual deviance of the coefficients without penalty; with separation its greatest lower bound.</summary>
    public required double Deviance { get; init; }

    /// <summary>Deviance with the intercept alone (without an intercept in the design: with all coefficients 0).</summary>
    public required double NullDeviance { get; init; }

    /// <summary>Rows minus estimable coefficients.</summary>
    public int ResidualDegreesOfFreedom => N - _problem.Active.Length;

    /// <summary>Akaike's criterion: 2 × estimable coefficients − 2 × <see cref="LogLikelihood"/>.</summary>
    public double Aic => 2 * _problem.Active.Length - 2 * LogLikelihood;

    /// <summary>Number of coefficients that <see cref="LikelihoodRatioP"/> tests.</summary>
    public int TestedCoefficients => _problem.Active.Length - (_problem.Intercept < 0 ? 0 : 1);

    /// <summary>
    /// Likelihood ratio of all coefficients but the intercept: of the penalised likelihood if <see cref="IsPenalised"/>, the information of
    /// all columns being the penalty of both models.
    /// </summary>
    public required double LikelihoodRatio { get; init; }

    /// <summary>Its p value: χ²; unknown if there is nothing to test.</summary>
    public PValue LikelihoodRatioP =>
        TestedCoefficients == 0 ? PValue.None : ChiSquared.UpperTail(Math.Max(0, LikelihoodRatio), TestedCoefficients);

    /// <summary>Probability of the event in each row, by the reported coefficients.</summary>
    public double[] FittedProbabilities()
    {
        var fitted = new double[_input.Design.Samples];
        Array.Fill(fitted, double.NaN);
        for (var i = 0; i < _input.Rows.Length; i++)
            fitted[_input.Rows[i]] = 1 / (1 + Math.Exp(-_predictor[i]));
        return fitted;
    }

    /// <summary>Brier's score: mean squared difference between outcome and fitted probability, over all trials.</summary>
    public double BrierScore()
    {
        var (sum, trials) = (0.0, 0.0);
        for (var i = 0; i < _predictor.Length; i++)
        {
            var p = 1 / (1 + Math.Exp(-_predictor[i]));
            sum += _problem.Events[i] * (1 - p) * (1 - p) + (_problem.Trials[i] - _problem.Events[i]) * p * p;
            trials += _problem.Trials[i];
        }
        return sum / trials;
    }

    /// <summary>Test and interval of one coefficient by the profile of the likelihood that it maximises.</summary>
    /// <param name="column">Name of the column.</param>
    /// <returns>The profile; or why the coefficient has none.</returns>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public Estimate<LogisticProfile> Profile(string column)
    {
        var coefficient = this[column];
        if (coefficient.Reason != NotEstimable.None)
            return coefficient.Reason;
        var place = Array.IndexOf(_problem.Active, Coefficients.ToList().IndexOf(coefficient));
        return LogisticProfile.Of(_problem, place, _values, coefficient.StandardError, IsPenalised, _level);
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Logistic regression, {N} rows, {Events:G6} events: {string.Join("; ", Coefficients)}"
        );
}
