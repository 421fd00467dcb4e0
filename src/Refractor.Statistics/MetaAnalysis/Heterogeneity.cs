namespace Refractor.Statistics.MetaAnalysis;

/// <summary>Estimates τ² and its standard error for effects that are explained by columns (an intercept, moderators).</summary>
internal static class Heterogeneity
{
    /// <summary>τ² and its standard error; the projection is left at no particular weights.</summary>
    public static (double Tau2, double StandardError) Estimate(
        HeterogeneityEstimator estimator,
        WeightedProjection model,
        double[] variances
    )
    {
        if (estimator == HeterogeneityEstimator.EqualEffects || model.DegreesOfFreedom == 0)
            return (0, double.NaN);
        return estimator switch
        {
            HeterogeneityEstimator.DerSimonianLaird => DerSimonianLaird(model, variances),
            HeterogeneityEstimator.Hedges => Hedges(model, variances),
            HeterogeneityEstimator.SidikJonkman => SidikJonkman(model, variances),
            HeterogeneityEstimator.PauleMandel => PauleMandel(model, variances),
            HeterogeneityEstimator.MaximumLikelihood => Likelihood(model, variances, restricted: false),
            HeterogeneityEstimator.RestrictedMaximumLikelihood => Likelihood(model, variances, restricted: true),
            _ => throw new ArgumentOutOfRangeException(nameof(estimator), estimator, "Not an estimator."),
        };
    }

    /// <summary>The typical sampling variance of Higgins and Thompson (Stat Med 2002).</summary>
    public static double TypicalVariance(WeightedProjection model, double[] variances)
    {
        model.Weigh(variances, 0);
        return model.DegreesOfFreedom / model.Trace(Ones(variances.Length));
    }

    /// <summary>The τ² ≥ 0 at which Q falls to a value; 0 if it lies below from the start.</summary>
    public static double WhereQIs(double value, WeightedProjection model, double[] variances)
    {
        var tau2 = 0.0;
        // Q is convex and falling in τ², so that Newton's steps from the left only grow towards the solution.
        for (var iteration = 0; iteration < 200; iteration++)
        {
            model.Weigh(variances, tau2);
            var step = (model.ResidualSquares - value) / model.SquaredProjection();
            if (!(step > 1e-15 * tau2))
                break;
            tau2 += step;
        }
        return tau2;
    }

    private static (double, double) DerSimonianLaird(WeightedProjection model, double[] variances)
    {
        model.Weigh(variances, 0);
        var ones = Ones(variances.Length);
        var df = model.DegreesOfFreedom;
        var trace = model.Trace(ones);
        var tau2 = Math.Max(0, (model.ResidualSquares - df) / trace);
        var variance = 2 * df + 4 * tau2 * trace + 2 * tau2 * tau2 * model.Trace(ones, ones);
        return (tau2, Math.Sqrt(variance) / trace);
    }

    private static (double, double) Hedges(WeightedProjection model, double[] variances)
    {
        var ones = Ones(variances.Length);
        model.Weigh(ones);
        var df = model.DegreesOfFreedom;
        var tau2 = Math.Max(0, (model.ResidualSquares - model.Trace(variances)) / df);
        return (tau2, Math.Sqrt(VarianceOfSquares(model, variances, tau2)) / df);
    }

    private static (double, double) SidikJonkman(WeightedProjection model, double[] variances)
    {
        model.Weigh(Ones(variances.Length));
        // From the unweighted spread of the effects about their mean, without regard to moderators, as metafor starts as well.
        var start = model.SpreadOfEffects();
        if (start == 0)
            return (0, 0);
        model.Weigh(variances, start);
        var scale = start / model.DegreesOfFreedom;
        var tau2 = scale * model.ResidualSquares;
        return (tau2, scale * Math.Sqrt(VarianceOfSquares(model, variances, tau2)));
    }

    private static (double, double) PauleMandel(WeightedProjection model, double[] variances)
    {
        var df = model.DegreesOfFreedom;
        var tau2 = WhereQIs(df, model, variances);
        model.Weigh(variances, tau2);
        return (tau2, Math.Sqrt(2.0 / df) * model.Studies / model.WeightSum);
    }

    private static (double, double) Likelihood(WeightedProjection model, double[] variances, bool restricted)
    {
        var start = Hedges(model, variances).Item1;
        var likelihood = new HeterogeneityLikelihood(model, variances, restricted);
        var tau2 = likelihood.Maximise(start);
        return (tau2, Math.Sqrt(1 / likelihood.At(tau2).Information));
    }

    /// <summary>Variance of y'Py when y has the variances v + τ².</summary>
    private static double VarianceOfSquares(WeightedProjection model, double[] variances, double tau2)
    {
        var ones = Ones(variances.Length);
        return 2 * model.Trace(variances, variances)
            + 4 * tau2 * model.Trace(variances, ones)
            + 2 * tau2 * tau2 * model.Trace(ones, ones);
    }

    private static double[] Ones(int n)
    {
        var ones = new double[n];
        Array.Fill(ones, 1);
        return ones;
    }
}
