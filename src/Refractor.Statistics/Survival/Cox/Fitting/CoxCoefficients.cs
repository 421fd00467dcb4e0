using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Makes the table of coefficients of a fit.</summary>
internal static class CoxCoefficients
{
    /// <summary>One per column, the columns that are not estimable included.</summary>
    public static CoxCoefficient[] Of(CoxModelInput input, CoxFit fit)
    {
        var coefficients = new CoxCoefficient[input.Reasons.Length];
        for (var k = 0; k < coefficients.Length; k++)
        {
            var (name, term) = input.ColumnNames[k];
            coefficients[k] =
                input.Reasons[k] == NotEstimable.None
                    ? Of(name, term, fit, Array.IndexOf(input.Active, k), input.Options.Level)
                    : CoxCoefficient.None(name, term, input.Reasons[k]);
        }
        return coefficients;
    }

    private static CoxCoefficient Of(string name, string term, CoxFit fit, int k, double level)
    {
        var value = fit.Coefficients[k];
        var error = Math.Sqrt(fit.Covariance[k, k]);
        var robust = fit.RobustCovariance is { } v ? Math.Sqrt(v[k, k]) : double.NaN;
        var used = double.IsNaN(robust) ? error : robust;
        var half = Normal.Quantile((1 + level) / 2) * used;
        var profile = double.IsNaN(robust) ? fit.Firth : null;
        var (low, high) = profile?.Bounds[k] ?? (value - half, value + half);
        return new CoxCoefficient
        {
            Name = name,
            Term = term,
            Value = value,
            StandardError = error,
            RobustStandardError = robust,
            Z = value / used,
            P = profile is null ? Normal.TwoSided(value / used) : ChiSquared.UpperTail(profile.LikelihoodRatios[k], 1),
            HazardRatio = Math.Exp(value),
            Interval = new Interval(Math.Exp(low), Math.Exp(high), level),
        };
    }
}
