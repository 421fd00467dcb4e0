using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Fits the model of one feature by the method of a single regression: for exact ties, and for features that do not converge.</summary>
internal static class LoneFeature
{
    /// <summary>Fits.</summary>
    /// <param name="input">The screen.</param>
    /// <param name="feature">n values; what is not finite is missing.</param>
    public static FeatureModel Fit(ScreenInput input, double[] feature)
    {
        var usable = input.Times.Where(Array.ConvertAll(feature, double.IsFinite));
        if (usable.N == 0)
            return FeatureModel.None(NotEstimable.TooFewValues);
        if (usable.Events == 0)
            return FeatureModel.None(NotEstimable.NoEvents);
        var own = FeatureColumns(input, feature);
        var sample = CoxSample.Of(CoxRiskSets.Of(usable, input.Strata), [.. input.Covariates, .. own], null);
        var reasons = Aliasing.Find(PartialLikelihood.Of(sample, input.Options.Ties));
        var shared = input.Covariates.Length;
        if (Array.FindIndex(reasons, shared, r => r != NotEstimable.None) is >= 0 and var aliased)
            return FeatureModel.None(reasons[aliased]);
        var others = Enumerable.Range(0, shared).Where(k => reasons[k] == NotEstimable.None).ToArray();
        var full = Maximise(sample, [.. others, .. Enumerable.Range(shared, own.Length)], input.Options.Ties);
        var gain = others.Length == 0 ? full.LogLikelihood - full.NullLogLikelihood : double.NaN;
        if (others.Length > 0)
            gain = full.LogLikelihood - Maximise(sample, others, input.Options.Ties).LogLikelihood;
        var ratio = full.Outcome == NotEstimable.NotConverged ? double.NaN : Math.Max(0, 2 * gain);
        return full.Outcome == NotEstimable.None
            ? FeatureModel.Of(
                own.Length,
                full.Coefficients[others.Length..],
                Corner(full.Covariance, others.Length),
                ratio
            )
            : FeatureModel.None(full.Outcome, ratio);
    }

    private static double[][] FeatureColumns(ScreenInput input, double[] feature) =>
        input.Treatment is { } treatment ? [feature, [.. feature.Zip(treatment, (x, t) => x * t)]] : [feature];

    private static CoxMaximum Maximise(CoxSample sample, int[] columns, CoxTies ties) =>
        CoxNewton.Maximise(PartialLikelihood.Of(sample.With(columns), ties), CoxOptions.Default.MaximalIterations);

    private static double[,] Corner(double[,] matrix, int from)
    {
        var size = matrix.GetLength(0) - from;
        var corner = new double[size, size];
        for (var k = 0; k < size; k++)
        for (var l = 0; l < size; l++)
            corner[k, l] = matrix[from + k, from + l];
        return corner;
    }
}
