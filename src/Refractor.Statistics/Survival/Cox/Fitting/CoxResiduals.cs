namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Residuals of a fit for its sorted rows and estimable covariates.</summary>
internal static class CoxResiduals
{
    /// <summary>Event minus expected events of each row.</summary>
    public static double[] Martingale(CoxFit fit)
    {
        var risk = fit.Sample.Risk;
        var residuals = new double[risk.N];
        for (var i = 0; i < residuals.Length; i++)
            residuals[i] = (risk.Event[i] ? 1 : 0) - fit.Likelihood.Expected[i] / fit.Sample.Weights[i];
        return residuals;
    }

    /// <summary>Martingale residuals, made symmetric.</summary>
    public static double[] Deviance(CoxFit fit)
    {
        var residuals = Martingale(fit);
        for (var i = 0; i < residuals.Length; i++)
        {
            var (martingale, observed) = (residuals[i], fit.Sample.Risk.Event[i] ? 1.0 : 0);
            var logarithm = observed == 0 ? 0 : Math.Log(observed - martingale);
            residuals[i] = Math.Sign(martingale) * Math.Sqrt(Math.Max(0, -2 * (martingale + observed * logarithm)));
        }
        return residuals;
    }

    /// <summary>p arrays: each row's part of the score, without its case weight.</summary>
    public static double[][] Score(CoxFit fit)
    {
        var (sample, risk) = (fit.Sample, fit.Sample.Risk);
        var martingale = Martingale(fit);
        var scores = new double[sample.Covariates][];
        for (var k = 0; k < scores.Length; k++)
        {
            var paths = new MeanPath(fit.Likelihood.Terms, risk, k);
            scores[k] = new double[risk.N];
            for (var i = 0; i < risk.N; i++)
            {
                var pulled = fit.Likelihood.Risks[i] / sample.Weights[i] * paths.HazardTimesMean(i);
                var ownMean = risk.Event[i] ? paths.MeanAtEvent(risk.UpTo[i] - 1) : 0;
                scores[k][i] = sample.Columns[k][i] * martingale[i] + pulled - ownMean;
            }
        }
        return scores;
    }

    /// <summary>p arrays: the change of each coefficient, to first order, when the row is left out; with the case weight.</summary>
    public static double[][] DfBeta(CoxFit fit)
    {
        var (scores, weights, v) = (Score(fit), fit.Sample.Weights, fit.Covariance);
        var p = scores.Length;
        var changes = new double[p][];
        for (var k = 0; k < p; k++)
        {
            changes[k] = new double[weights.Length];
            for (var i = 0; i < weights.Length; i++)
            for (var l = 0; l < p; l++)
                changes[k][i] += weights[i] * scores[l][i] * v[l, k];
        }
        return changes;
    }

    /// <summary>Sums of hazard × risk set mean of one covariate over the time a row is at risk.</summary>
    private sealed class MeanPath
    {
        private readonly CoxRiskSets _risk;
        private readonly double[] _cumulative;
        private readonly double[] _all;
        private readonly double[] _events;
        private readonly double[] _mean;

        public MeanPath(RiskSetTerms terms, CoxRiskSets risk, int covariate)
        {
            var count = risk.Blocks.Length;
            (_risk, _cumulative) = (risk, new double[count + 1]);
            (_all, _events, _mean) = (new double[count], new double[count], new double[count]);
            for (var b = 0; b < count; b++)
            {
                for (var t = terms.BlockStarts[b]; t < terms.BlockStarts[b + 1]; t++)
                {
                    var product = terms.Hazard(t) * terms.Means[covariate][t];
                    _all[b] += product;
                    _events[b] += product * (1 - terms.Fractions[t]);
                    _mean[b] += terms.Means[covariate][t] / (terms.BlockStarts[b + 1] - terms.BlockStarts[b]);
                }
                var first = risk.FirstBlocks[risk.Blocks[b].Stratum] == b;
                _cumulative[b + 1] = (first ? 0 : _cumulative[b]) + _all[b];
            }
        }

        public double MeanAtEvent(int block) => _mean[block];

        public double HazardTimesMean(int i)
        {
            if (!_risk.EverAtRisk(i))
                return 0;
            var (last, from) = (_risk.UpTo[i] - 1, _risk.After[i]);
            var sum = _cumulative[last + 1] - (from == _risk.FirstBlocks[_risk.Strata[i]] ? 0 : _cumulative[from]);
            return _risk.Event[i] ? sum - _all[last] + _events[last] : sum;
        }
    }
}
