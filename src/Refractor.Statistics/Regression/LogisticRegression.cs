using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>Explains an outcome of yes or no, such as pathological response, by covariates.</summary>
/// <remarks>
/// Newton's method to full precision; separation is told from slow convergence by the direction in which the likelihood rises for ever, not by
/// the size of a coefficient. Checked against R's <c>glm</c> (coefficients, standard errors to 1e-7, deviance to 1e-9), MASS'
/// <c>confint</c> (to its own tolerance of 1e-3) and, penalised, brglm2's <c>brglmFit(type = "AS_mean")</c> (to 1e-6).
/// </remarks>
public static class LogisticRegression
{
    /// <summary>Fits single outcomes.</summary>
    /// <param name="design">n samples × p coefficients; give an intercept. A sample with a missing cell is left out.</param>
    /// <param name="outcomes">n values: 1 for the event, 0 for none, NaN for unknown.</param>
    /// <param name="options">Penalty, intervals, weights; the defaults if null.</param>
    /// <returns>
    /// The fit; or <see cref="NotEstimable.TooFewValues"/>, <see cref="NotEstimable.OneGroup"/> (all outcomes equal),
    /// <see cref="NotEstimable.NotConverged"/>.
    /// </returns>
    /// <exception cref="ArgumentException">Lengths differ, an outcome is neither 0, 1 nor NaN, or the design is within blocks.</exception>
    public static Estimate<LogisticFit> Fit(
        DesignMatrix design,
        ReadOnlySpan<double> outcomes,
        LogisticOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(design);
        CheckOutcomes(outcomes);
        var trials = new double[outcomes.Length];
        Array.Fill(trials, 1);
        return FitCounts(design, outcomes, trials, options);
    }

    /// <summary>Fits grouped outcomes: events among the trials of each row.</summary>
    /// <param name="design">n rows × p coefficients; give an intercept. A row with a missing cell is left out.</param>
    /// <param name="events">n counts from 0 to the number of trials; NaN for unknown.</param>
    /// <param name="trials">n counts; a row with none is left out.</param>
    /// <param name="options">Penalty, intervals, weights; the defaults if null.</param>
    /// <returns>As <see cref="Fit"/>.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or events are not between 0 and the trials.</exception>
    public static Estimate<LogisticFit> FitCounts(
        DesignMatrix design,
        ReadOnlySpan<double> events,
        ReadOnlySpan<double> trials,
        LogisticOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(design);
        options ??= LogisticOptions.Default;
        Level.Check(options.Level);
        CheckLength(design.Samples, events.Length, nameof(events));
        CheckLength(design.Samples, trials.Length, nameof(trials));
        DesignCheck.HasNoBlocks(design, nameof(design));
        DesignCheck.Weights(design, options.Weights, nameof(options));
        var rows = new List<int>();
        foreach (var row in design.CompleteSamples())
        {
            if (events[row] < 0 || events[row] > trials[row])
                throw new ArgumentException(
                    $"Row {row} has {events[row]} events in {trials[row]} trials; expected 0 to all.",
                    nameof(events)
                );
            if (!double.IsNaN(events[row]) && trials[row] > 0 && (options.Weights?[row] ?? 1) > 0)
                rows.Add(row);
        }
        var input = new LogisticInput(design, [.. rows], events, trials, options);
        return input.Reason != NotEstimable.None ? input.Reason : FitInput(input, options);
    }

    private static Estimate<LogisticFit> FitInput(LogisticInput input, LogisticOptions options)
    {
        var problem = input.Problem;
        int[] tested = [.. Enumerable.Range(0, problem.Active.Length).Where(a => a != problem.Intercept)];
        var basis = problem.InBasis(tested, penalised: false);
        var zero = new double[problem.Active.Length];
        var none = LogisticMaximum.Of(basis.Likelihood, zero, tested.Length);
        var plain = LogisticMaximum.Of(basis.Likelihood, none.Coefficients);
        if (!plain.Converged)
            return NotEstimable.NotConverged;
        var isPenalised =
            options.Firth == FirthPenalty.Always
            || (options.Firth == FirthPenalty.WhenSeparated && plain.Separation != Separation.None);
        var reported = (Basis: basis, Maximum: plain, Ratio: 2 * (plain.LogLikelihood - none.LogLikelihood));
        if (isPenalised)
        {
            var firth = problem.InBasis(tested, penalised: true);
            var start = LogisticMaximum.Of(firth.Likelihood, zero, tested.Length);
            var maximum = LogisticMaximum.Of(firth.Likelihood, start.Coefficients);
            if (!maximum.Converged)
                return NotEstimable.NotConverged;
            reported = (firth, maximum, 2 * (maximum.LogLikelihood - start.LogLikelihood));
        }
        var isFinite = isPenalised || plain.Separation == Separation.None;
        var values = reported.Basis.FromBasis(reported.Maximum.Coefficients);
        double[] predictor = isFinite
            ? [.. reported.Basis.Likelihood.Predictor]
            : [.. input.Rows.Select(_ => double.NaN)];
        var coefficients = new LogisticSummary(input, options, basis, plain).Of(
            reported.Basis,
            values,
            isPenalised,
            isFinite
        );
        return new LogisticFit(input, options.Level, values, predictor, coefficients)
        {
            Separation = plain.Separation,
            IsPenalised = isPenalised,
            UsesProfile = isPenalised || options.Profile,
            Iterations = plain.Iterations,
            LogLikelihood = plain.LogLikelihood + input.LogChoices,
            Deviance = Math.Max(0, 2 * (input.SaturatedLogLikelihood - plain.LogLikelihood)),
            NullDeviance = 2 * (input.SaturatedLogLikelihood - none.LogLikelihood),
            LikelihoodRatio = reported.Ratio,
        };
    }

    internal static void CheckOutcomes(ReadOnlySpan<double> outcomes)
    {
        for (var i = 0; i < outcomes.Length; i++)
        {
            if (outcomes[i] is not (0 or 1 or double.NaN))
                throw new ArgumentException($"Outcome {i} is {outcomes[i]}; expected 0, 1 or NaN.", nameof(outcomes));
        }
    }

    private static void CheckLength(int expected, int found, string parameter)
    {
        if (found != expected)
            throw new ArgumentException($"The design has {expected} samples; found {found} values.", parameter);
    }
}
