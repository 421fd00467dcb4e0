namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Cumulative hazards and predictions from a fit, for covariates at the centre of the sample unless values are given.</summary>
internal static class CoxHazards
{
    /// <summary>Cumulative hazard of a stratum for a linear predictor of 0 after centring, at its distinct times of events.</summary>
    public static (double[] Times, double[] Hazard) Centred(CoxFit fit, int stratum)
    {
        var (blocks, terms) = (fit.Sample.Risk.Blocks, fit.Likelihood.Terms);
        var (times, hazards, sum) = (new List<double>(), new List<double>(), 0.0);
        for (var b = 0; b < blocks.Length; b++)
        {
            if (blocks[b].Stratum != stratum)
                continue;
            for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
                sum += terms.Hazard(t);
            times.Add(blocks[b].Time);
            hazards.Add(sum);
        }
        return ([.. times], [.. hazards]);
    }

    /// <summary>Survival for a patient.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="variance">Variance of the coefficients.</param>
    /// <param name="centred">Covariates less the means of the sample.</param>
    /// <param name="stratum">The stratum.</param>
    /// <param name="quantile">Normal quantile of the interval.</param>
    /// <param name="level">Coverage of the interval.</param>
    public static PredictedSurvival Predict(
        CoxFit fit,
        double[,] variance,
        double[] centred,
        int stratum,
        double quantile,
        double level
    )
    {
        var (times, hazards) = Centred(fit, stratum);
        var factor = Math.Exp(centred.Zip(fit.Coefficients, (x, b) => x * b).Sum());
        var errors = Array.ConvertAll(HazardVariances(fit, variance, centred, stratum), v => factor * Math.Sqrt(v));
        var intervals = hazards.Select(
            (h, i) =>
                new Interval(
                    Math.Exp(-factor * h - quantile * errors[i]),
                    Math.Min(1, Math.Exp(-factor * h + quantile * errors[i])),
                    level
                )
        );
        return new PredictedSurvival(times, [.. hazards.Select(h => Math.Exp(-factor * h))], errors, [.. intervals]);
    }

    // Variance of the cumulative hazard per exp(2 β'x): of its steps, and of the coefficients through x − mean at each step.
    private static double[] HazardVariances(CoxFit fit, double[,] variance, double[] centred, int stratum)
    {
        var (blocks, terms) = (fit.Sample.Risk.Blocks, fit.Likelihood.Terms);
        var (result, steps, pull) = (new List<double>(), 0.0, new double[centred.Length]);
        for (var b = 0; b < blocks.Length; b++)
        {
            if (blocks[b].Stratum != stratum)
                continue;
            for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
            {
                steps += terms.Hazard(t) / terms.Totals[t];
                for (var k = 0; k < pull.Length; k++)
                    pull[k] += terms.Hazard(t) * (centred[k] - terms.Means[k][t]);
            }
            result.Add(steps + QuadraticForm(pull, variance));
        }
        return [.. result];
    }

    private static double QuadraticForm(double[] x, double[,] v)
    {
        var sum = 0.0;
        for (var k = 0; k < x.Length; k++)
        for (var l = 0; l < x.Length; l++)
            sum += x[k] * v[k, l] * x[l];
        return sum;
    }
}
