using System.Globalization;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>A fitted Fine-Gray regression.</summary>
/// <param name="Coefficients">One per column of the covariates, in their order.</param>
/// <param name="Covariance">Robust covariance of the coefficients.</param>
/// <param name="LogLikelihood">Maximum of the log pseudo-likelihood.</param>
/// <param name="NullLogLikelihood">Log pseudo-likelihood with all coefficients 0.</param>
/// <param name="N">Patients used.</param>
/// <param name="Events">Events of the cause among them.</param>
/// <param name="Competing">Events of other causes.</param>
/// <param name="Missing">Rows left out.</param>
/// <param name="Iterations">Newton steps.</param>
public sealed record FineGrayModel(
    IReadOnlyList<FineGrayCoefficient> Coefficients,
    double[,] Covariance,
    double LogLikelihood,
    double NullLogLikelihood,
    int N,
    int Events,
    int Competing,
    int Missing,
    int Iterations
)
{
    /// <summary>The coefficient of a column.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public FineGrayCoefficient this[string column] =>
        Coefficients.FirstOrDefault(c => c.Name == column)
        ?? throw new ArgumentException(
            $"Found no column '{column}'; there are {string.Join(", ", Coefficients.Select(c => c.Name))}.",
            nameof(column)
        );

    internal static FineGrayModel Of(FineGrayLikelihood likelihood, FineGrayFit fit, string[] names, double level)
    {
        var covariance = FineGrayVariance.Of(likelihood, fit);
        var z = Normal.Quantile((1 + level) / 2);
        var coefficients = fit.Coefficients.Select(
            (b, k) =>
            {
                var error = Math.Sqrt(covariance[k, k]);
                return new FineGrayCoefficient(
                    names[k],
                    b,
                    error,
                    b / error,
                    Normal.TwoSided(b / error),
                    Math.Exp(b),
                    new Interval(Math.Exp(b - z * error), Math.Exp(b + z * error), level)
                );
            }
        );
        var times = likelihood.Times;
        var events = times.EventsOf(likelihood.Cause);
        return new FineGrayModel(
            [.. coefficients],
            covariance,
            fit.LogLikelihood,
            fit.NullLogLikelihood,
            times.N,
            events,
            times.AnyEvent.Events - events,
            times.Missing,
            fit.Iterations
        );
    }
}

/// <summary>One column of a Fine-Gray regression.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Value">Log subdistribution hazard ratio for one unit more.</param>
/// <param name="StandardError">Robust standard error, with the estimation of the censoring distribution.</param>
/// <param name="Z">Value / standard error.</param>
/// <param name="P">Two-sided p of z.</param>
/// <param name="HazardRatio">Subdistribution hazard ratio for one unit more.</param>
/// <param name="Interval">Its interval.</param>
public sealed record FineGrayCoefficient(
    string Name,
    double Value,
    double StandardError,
    double Z,
    PValue P,
    double HazardRatio,
    Interval Interval
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}: subdistribution HR {HazardRatio:G4}, {Interval}, p = {P}"
        );
}
