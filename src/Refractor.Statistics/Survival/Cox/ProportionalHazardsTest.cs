using Refractor.Statistics.LinearAlgebra;
using Refractor.Statistics.Survival.Cox.Fitting;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>Score tests of whether hazard ratios stay constant over time: for each term, and for all together.</summary>
/// <remarks>
/// Grambsch and Therneau, Biometrika 1994, in the exact form of R's <c>cox.zph</c> from survival 3 on, against which it is checked: the
/// score test for adding term × g(time), with the variance of the covariates in each risk set rather than their average.
/// </remarks>
/// <param name="Transform">g.</param>
/// <param name="Terms">One test for each term that has an estimable column, with as many degrees of freedom as it has such columns.</param>
/// <param name="Global">The test of all.</param>
public sealed record ProportionalHazardsTest(
    TimeTransform Transform,
    IReadOnlyList<ProportionalHazardsTerm> Terms,
    CoxTest Global
)
{
    /// <summary>Tests a fit.</summary>
    /// <param name="fit">The fit.</param>
    /// <param name="transform">g.</param>
    /// <param name="terms">Name of the term of each estimable covariate.</param>
    internal static ProportionalHazardsTest Of(CoxFit fit, TimeTransform transform, IReadOnlyList<string> terms)
    {
        var g = EventTimes.Transformed(fit.Sample, transform);
        var (score, information) = Residual(fit, g);
        var all = Enumerable.Range(0, terms.Count).ToArray();
        return new ProportionalHazardsTest(
            transform,
            [
                .. terms
                    .Distinct()
                    .Select(name => new ProportionalHazardsTerm(
                        name,
                        Test(score, information, [.. all.Where(k => terms[k] == name)])
                    )),
            ],
            Test(score, information, all)
        );
    }

    // The score of the products with g and its information, after the coefficients themselves are accounted for.
    private static (double[] Score, double[,] Information) Residual(CoxFit fit, double[] g)
    {
        var p = fit.Sample.Covariates;
        var (plain, cross, squared) = (new double[p, p], new double[p, p], new double[p, p]);
        fit.Likelihood.Information([], plain);
        fit.Likelihood.Information(g, cross);
        fit.Likelihood.Information(Array.ConvertAll(g, v => v * v), squared);
        var inverse = Cholesky.Of(plain)!.Inverse();
        var information = new double[p, p];
        for (var a = 0; a < p; a++)
        for (var b = 0; b < p; b++)
        {
            information[a, b] = squared[a, b];
            for (var c = 0; c < p; c++)
            for (var d = 0; d < p; d++)
                information[a, b] -= cross[a, c] * inverse[c, d] * cross[d, b];
        }
        return (WeightedSchoenfeldSums(fit, g), information);
    }

    private static double[] WeightedSchoenfeldSums(CoxFit fit, double[] g)
    {
        var (risk, residuals) = (fit.Sample.Risk, SchoenfeldResiduals.Raw(fit));
        var sums = new double[residuals.Length];
        var e = 0;
        for (var b = 0; b < risk.Blocks.Length; b++)
        for (var i = risk.Blocks[b].Start; i < risk.Blocks[b].EventsEnd; i++, e++)
        for (var k = 0; k < sums.Length; k++)
            sums[k] += g[b] * fit.Sample.Weights[i] * residuals[k][e];
        return sums;
    }

    private static CoxTest Test(double[] score, double[,] information, int[] covariates)
    {
        var part = new double[covariates.Length, covariates.Length];
        for (var a = 0; a < covariates.Length; a++)
        for (var b = 0; b < covariates.Length; b++)
            part[a, b] = information[covariates[a], covariates[b]];
        if (Cholesky.Of(part) is not { } factor)
            return new CoxTest(double.NaN, covariates.Length, PValue.None);
        var solved = Array.ConvertAll(covariates, k => score[k]);
        factor.Solve(solved);
        return CoxTest.Of(covariates.Select((k, a) => score[k] * solved[a]).Sum(), covariates.Length);
    }
}

/// <summary>The test of one term.</summary>
/// <param name="Name">The term, such as <c>size</c>.</param>
/// <param name="Test">Its test; NaN where there are too few times of events to tell a change.</param>
public sealed record ProportionalHazardsTerm(string Name, CoxTest Test);
