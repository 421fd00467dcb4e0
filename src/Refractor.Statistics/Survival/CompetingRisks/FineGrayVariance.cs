namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>
/// Robust covariance of the coefficients: each patient adds its part of the slope and its part in the estimate of the censoring
/// distribution, by which the patients with other events are weighted.
/// </summary>
internal static class FineGrayVariance
{
    public static double[,] Of(FineGrayLikelihood likelihood, FineGrayFit fit)
    {
        var p = likelihood.Columns.Length;
        likelihood.At(fit.Coefficients);
        var parts = Parts(likelihood);
        var middle = new double[p][];
        for (var k = 0; k < p; k++)
        {
            middle[k] = [.. Enumerable.Range(0, p).Select(l => parts[k].Zip(parts[l], (a, b) => a * b).Sum())];
            fit.Information!.Solve(middle[k]);
        }
        var covariance = new double[p, p];
        for (var l = 0; l < p; l++)
        {
            var column = Enumerable.Range(0, p).Select(k => middle[k][l]).ToArray();
            fit.Information!.Solve(column);
            for (var k = 0; k < p; k++)
                covariance[k, l] = column[k];
        }
        return covariance;
    }

    private static double[][] Parts(FineGrayLikelihood likelihood)
    {
        var sums = new HazardSums(likelihood);
        return [.. Enumerable.Range(0, likelihood.Columns.Length).Select(k => Part(likelihood, sums, k))];
    }

    private static double[] Part(FineGrayLikelihood likelihood, HazardSums sums, int column)
    {
        var (x, starts) = (likelihood.Columns[column], likelihood.Starts);
        var mean = sums.Of(column);
        var part = new double[x.Length];
        // Sums over patients with other events before: how much their weights matter to the slope, by x and alone.
        var (competing, competingX, drift) = (0.0, 0.0, 0.0);
        for (var block = 0; block < likelihood.Events.Length; block++)
        {
            var (atRisk, censored) = (sums.AtRisk[block], sums.Censored[block]);
            var pull =
                censored == 0 ? 0 : (competingX * sums.LaterFree[block] - competing * mean.LaterFree[block]) / atRisk;
            drift += pull * censored / atRisk;
            for (var i = starts[block]; i < starts[block + 1]; i++)
            {
                var r = likelihood.Hazards[i];
                part[i] -= r * (x[i] * sums.UpTo[block] - mean.UpTo[block]);
                part[i] -= drift;
                if (likelihood.CauseOf(i) == likelihood.Cause)
                    part[i] += x[i] - likelihood.RiskMean[block][column];
                else if (likelihood.CauseOf(i) == 0)
                    part[i] += pull;
                else
                    part[i] -=
                        r / likelihood.Free[block] * (x[i] * sums.LaterFree[block + 1] - mean.LaterFree[block + 1]);
            }
            for (var i = starts[block]; i < starts[block + 1]; i++)
            {
                if (!likelihood.Competes(i))
                    continue;
                competing += likelihood.Hazards[i] / likelihood.Free[block];
                competingX += likelihood.Hazards[i] / likelihood.Free[block] * x[i];
            }
        }
        return part;
    }

    /// <summary>Sums of the baseline hazard steps: up to each time, and from each time on with weight G.</summary>
    private sealed class HazardSums
    {
        private readonly FineGrayLikelihood _likelihood;
        private readonly double[] _steps;

        public HazardSums(FineGrayLikelihood likelihood)
        {
            _likelihood = likelihood;
            var sets = RiskSets.Of(likelihood.Times.AnyEvent);
            (AtRisk, Censored) = (sets.AtRisk, sets.Censored);
            _steps = new double[likelihood.Events.Length];
            for (var block = 0; block < _steps.Length; block++)
                if (likelihood.Events[block] > 0)
                    _steps[block] = likelihood.Events[block] / likelihood.RiskSum[block];
            (UpTo, LaterFree) = Sums(_ => 1);
        }

        public double[] AtRisk { get; }

        public double[] Censored { get; }

        public double[] UpTo { get; }

        public double[] LaterFree { get; }

        /// <summary>The same sums with each step times the mean of a column at risk.</summary>
        public (double[] UpTo, double[] LaterFree) Of(int column) => Sums(block => _likelihood.RiskMean[block][column]);

        private (double[] UpTo, double[] LaterFree) Sums(Func<int, double> factor)
        {
            var values = _steps.Select((s, block) => s == 0 ? 0 : s * factor(block)).ToArray();
            var (upTo, later) = (new double[values.Length], new double[values.Length + 1]);
            var sum = 0.0;
            for (var block = 0; block < values.Length; block++)
                upTo[block] = sum += values[block];
            for (var block = values.Length - 1; block >= 0; block--)
                later[block] = later[block + 1] + values[block] * _likelihood.Free[block];
            return (upTo, later);
        }
    }
}
