using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Regression;

/// <summary>
/// A logistic regression of one outcome on each of f features, beside the same covariates: the coefficient of the feature as
/// <see cref="LogisticRegression"/> gives it, to 1e-9. Numbers that could not be computed are NaN; <see cref="Reasons"/> tells why.
/// </summary>
public sealed class LogisticScreen
{
    private LogisticScreen(int features)
    {
        Values = new double[features];
        StandardErrors = new double[features];
        Statistics = new double[features];
        WaldLogP = new double[features];
        LogP = new double[features];
        Low = new double[features];
        High = new double[features];
        N = new int[features];
        Events = new int[features];
        IsPenalised = new bool[features];
        Reasons = new NotEstimable[features];
    }

    /// <summary>Log odds ratios of the event for one unit more of the feature.</summary>
    public double[] Values { get; }

    /// <summary>Standard errors from the information.</summary>
    public double[] StandardErrors { get; }

    /// <summary>Value / standard error.</summary>
    public double[] Statistics { get; }

    /// <summary>Natural logarithms of the two-sided p values of the statistics (Wald), as R's <c>summary</c> shows them.</summary>
    public double[] WaldLogP { get; }

    /// <summary>
    /// Natural logarithms of the p values of the likelihood ratio against the covariates alone: right also where effects are so strong
    /// that Wald's test loses its power (Hauck and Donner, JASA 1977). Of the penalised likelihood where that was used.
    /// </summary>
    public double[] LogP { get; }

    /// <summary>Lower bounds of the values: value − z × standard error, or from the profile where penalised.</summary>
    public double[] Low { get; }

    /// <summary>Upper bounds.</summary>
    public double[] High { get; }

    /// <summary>Samples used for each feature.</summary>
    public int[] N { get; }

    /// <summary>Events among them.</summary>
    public int[] Events { get; }

    /// <summary>Whether feature and covariates separate the outcomes, so that the numbers are Firth's.</summary>
    public bool[] IsPenalised { get; }

    /// <summary>
    /// Why a feature has no numbers: TooFewValues, OneGroup (all outcomes equal), NoVariation, Collinear (with the covariates),
    /// NotConverged.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Fits all features.</summary>
    /// <param name="values">f features × n samples; NaN is missing and dropped feature by feature.</param>
    /// <param name="outcomes">n values: 1 for the event, 0 for none, NaN for unknown.</param>
    /// <param name="covariates">n samples × p further columns, the intercept among them; null for an intercept alone.</param>
    /// <param name="level">Coverage of the intervals, between 0 and 1.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    /// <exception cref="ArgumentException">Lengths differ, or an outcome is neither 0, 1 nor NaN.</exception>
    public static LogisticScreen Run(
        FeatureMatrix values,
        ReadOnlySpan<double> outcomes,
        DesignMatrix? covariates = null,
        double level = 0.95,
        int threads = 0
    )
    {
        Level.Check(level);
        covariates ??= DesignMatrix.For(values.Samples).Intercept().ToDesign();
        if (covariates.Samples != values.Samples || outcomes.Length != values.Samples)
            throw new ArgumentException(
                $"{values.Samples} samples need as many outcomes and rows of covariates; found {outcomes.Length} and "
                    + $"{covariates.Samples}.",
                nameof(outcomes)
            );
        DesignCheck.HasNoBlocks(covariates, nameof(covariates));
        LogisticRegression.CheckOutcomes(outcomes);
        var screen = new LogisticScreen(values.Features);
        var known = outcomes.ToArray();
        int[] rows = [.. covariates.CompleteSamples().Where(r => !double.IsNaN(known[r]))];
        var complete = new LogisticScreenRows(covariates, known, rows);
        FeatureLoop.Run(
            values.Features,
            threads,
            () =>
            {
                var worker = new LogisticScreenWorker(covariates, known, complete, level);
                var feature = new double[values.Samples];
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        values.CopyFeature(f, feature);
                        screen.Store(f, worker.Fit(feature));
                    }
                };
            }
        );
        return screen;
    }

    private void Store(int f, LogisticScreenWorker.Result result)
    {
        (N[f], Events[f], Reasons[f], IsPenalised[f]) = (result.N, result.Events, result.Reason, result.IsPenalised);
        (Values[f], StandardErrors[f]) = (result.Value, result.StandardError);
        (Statistics[f], WaldLogP[f], LogP[f]) = (result.Value / result.StandardError, result.WaldLogP, result.LogP);
        (Low[f], High[f]) = (result.Low, result.High);
    }
}
