namespace Refractor.Statistics.Survival.Screening;

/// <summary>
/// The information that a feature x shares with a covariate z, Σ over events of the weighted covariance of x and z among those at risk,
/// is a weighted sum of x: this finds the weights.
/// </summary>
internal static class SharedInformation
{
    /// <summary>Weights of x, slot by slot.</summary>
    /// <param name="plan">Risk sets of the model with the covariate.</param>
    /// <param name="covariate">n values, finite in the rows used.</param>
    public static double[] Weights(RiskPlan plan, double[] covariate)
    {
        var weights = new double[plan.Layout.Rows.Length];
        foreach (var stratum in plan.Layout.Strata)
            Fill(stratum, plan, covariate, weights);
        return weights;
    }

    private static void Fill(RiskLayout.Stratum stratum, RiskPlan plan, double[] z, double[] weights)
    {
        var sums = new Sums[stratum.BlockEnds.Length];
        var (from, atRisk, moment) = (0, 0.0, 0.0);
        for (var block = 0; block < sums.Length; block++)
        {
            var (deaths, hazard, deathMoment) = (0, 0.0, 0.0);
            for (; from < stratum.BlockEnds[block]; from++)
            {
                var step = stratum.Steps[from];
                var r = step.Leaves ? -plan.Hazards[step.Row] : plan.Hazards[step.Row];
                (atRisk, moment) = (atRisk + r, moment + r * z[step.Row]);
                if (step.Died)
                    (deaths, hazard, deathMoment) = (deaths + 1, hazard + r, deathMoment + r * z[step.Row]);
            }
            sums[block] = Sums.Of(plan.Ties, new RiskSet(atRisk, deaths, hazard), moment, deathMoment);
        }
        var (expected, mean) = (0.0, 0.0);
        for (var block = sums.Length - 1; block >= 0; block--)
        {
            var (first, s) = (block == 0 ? 0 : stratum.BlockEnds[block - 1], sums[block]);
            foreach (var step in stratum.Steps.AsSpan()[first..stratum.BlockEnds[block]])
            {
                var r = step.Leaves ? -plan.Hazards[step.Row] : plan.Hazards[step.Row];
                weights[step.Slot] = step.Died
                    ? r * (z[step.Row] * (expected + s.DeathExpected) - (mean + s.DeathMean))
                    : r * (z[step.Row] * (expected + s.Expected) - (mean + s.Mean));
            }
            (expected, mean) = (expected + s.Expected, mean + s.Mean);
        }
    }

    /// <summary>What the events of a time add: events expected by hazard, and that times the mean of z at risk.</summary>
    private readonly record struct Sums(double Expected, double DeathExpected, double Mean, double DeathMean)
    {
        public static Sums Of(RiskTies ties, RiskSet set, double moment, double deathMoment)
        {
            var sums = default(Sums);
            for (var l = 0; l < set.Deaths; l++)
            {
                var gone = ties == RiskTies.Efron ? (double)l / set.Deaths : 0;
                var inverse = 1 / (set.Hazard - gone * set.DeathHazard);
                var mean = (moment - gone * deathMoment) * inverse * inverse;
                sums = new Sums(
                    sums.Expected + inverse,
                    sums.DeathExpected + (1 - gone) * inverse,
                    sums.Mean + mean,
                    sums.DeathMean + (1 - gone) * mean
                );
            }
            return sums;
        }
    }
}
