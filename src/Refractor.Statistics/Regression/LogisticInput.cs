using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>The rows of a logistic regression that are complete, with case weights as trials.</summary>
internal sealed class LogisticInput
{
    public LogisticInput(
        DesignMatrix design,
        int[] rows,
        ReadOnlySpan<double> events,
        ReadOnlySpan<double> trials,
        LogisticOptions options
    )
    {
        (Design, Rows) = (design, rows);
        var (weightedEvents, weightedTrials) = (new double[rows.Length], new double[rows.Length]);
        for (var i = 0; i < rows.Length; i++)
        {
            var weight = options.Weights?[rows[i]] ?? 1;
            (weightedEvents[i], weightedTrials[i]) = (weight * events[rows[i]], weight * trials[rows[i]]);
            SaturatedLogLikelihood += Saturated(weightedEvents[i], weightedTrials[i]);
            LogChoices += SpecialFunctions.LogChoose(weightedTrials[i], weightedEvents[i]);
        }
        Problem = new LogisticProblem(
            [.. design.Columns.Select(c => rows.Select(r => c[r]).ToArray())],
            weightedEvents,
            weightedTrials
        );
        var sum = weightedEvents.Sum();
        Reason =
            rows.Length == 0 ? NotEstimable.TooFewValues
            : sum == 0 || sum == weightedTrials.Sum() ? NotEstimable.OneGroup
            : NotEstimable.None;
    }

    public DesignMatrix Design { get; }

    /// <summary>Rows of the design that are used.</summary>
    public int[] Rows { get; }

    public LogisticProblem Problem { get; }

    /// <summary>Why nothing can be fitted.</summary>
    public NotEstimable Reason { get; }

    /// <summary>Log likelihood of a model with one coefficient for each row, without the choices.</summary>
    public double SaturatedLogLikelihood { get; }

    /// <summary>Logarithm of the number of ways to choose the events among the trials, over all rows.</summary>
    public double LogChoices { get; }

    private static double Saturated(double events, double trials)
    {
        static double Term(double count, double trials) => count == 0 ? 0 : count * Math.Log(count / trials);
        return Term(events, trials) + Term(trials - events, trials);
    }
}
