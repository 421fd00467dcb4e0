using System.Globalization;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Regression;

/// <summary>One coefficient of a linear regression.</summary>
/// <param name="Name">Name of the column of the design.</param>
/// <param name="Value">Change of the response for one unit more; NaN if not estimable.</param>
/// <param name="StandardError">Its standard error.</param>
/// <param name="T">Value / standard error.</param>
/// <param name="P">Two-sided, Student's t.</param>
/// <param name="Interval">Of the value.</param>
/// <param name="Reason"><see cref="NotEstimable.Collinear"/> for a combination of earlier columns.</param>
public sealed record LinearCoefficient(
    string Name,
    double Value,
    double StandardError,
    double T,
    PValue P,
    Interval Interval,
    NotEstimable Reason
)
{
    /// <inheritdoc/>
    public override string ToString() =>
        Reason != NotEstimable.None
            ? $"{Name}: not estimable: {Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"{Name}: {Value:G4}, {Interval}, p = {P}");

    internal static LinearCoefficient None(string name, NotEstimable reason) =>
        new(name, double.NaN, double.NaN, double.NaN, PValue.None, Interval.None, reason);
}

/// <summary>A fitted linear regression.</summary>
public sealed record LinearRegressionFit
{
    internal LinearRegressionFit() { }

    /// <summary>One per column of the design, in their order.</summary>
    public required IReadOnlyList<LinearCoefficient> Coefficients { get; init; }

    /// <summary>The coefficient of a column.</summary>
    /// <exception cref="ArgumentException">No column has this name.</exception>
    public LinearCoefficient this[string column] =>
        Coefficients.FirstOrDefault(c => c.Name == column)
        ?? throw new ArgumentException(
            $"Found no column '{column}'; there are {string.Join(", ", Coefficients.Select(c => c.Name))}.",
            nameof(column)
        );

    /// <summary>Number of samples used.</summary>
    public required int N { get; init; }

    /// <summary>Samples minus estimable coefficients.</summary>
    public required int ResidualDegreesOfFreedom { get; init; }

    /// <summary>Estimable coefficients but the intercept.</summary>
    public required int TestedCoefficients { get; init; }

    /// <summary>Root of the residual sum of squares over its degrees of freedom (R's sigma).</summary>
    public required double ResidualStandardError { get; init; }

    /// <summary>Share of the sum of squares about the mean (without an intercept: about 0) that is explained.</summary>
    public required double RSquared { get; init; }

    /// <summary>The same of the mean squares.</summary>
    public required double AdjustedRSquared { get; init; }

    /// <summary>F of all coefficients but the intercept; NaN if there is none.</summary>
    public double F =>
        TestedCoefficients == 0
            ? double.NaN
            : RSquared / TestedCoefficients / ((1 - RSquared) / ResidualDegreesOfFreedom);

    /// <summary>Its p value.</summary>
    public PValue FP =>
        TestedCoefficients == 0
            ? PValue.None
            : FDistribution.UpperTail(F, TestedCoefficients, ResidualDegreesOfFreedom);
}
