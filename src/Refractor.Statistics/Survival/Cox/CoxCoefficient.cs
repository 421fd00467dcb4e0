using System.Globalization;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>One column of a Cox regression.</summary>
public sealed record CoxCoefficient
{
    /// <summary>Name of the column, such as <c>age</c> or <c>size20-50</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the term it belongs to, such as <c>size</c>.</summary>
    public required string Term { get; init; }

    /// <summary>Log hazard ratio for one unit more of the column; NaN if not estimable.</summary>
    public required double Value { get; init; }

    /// <summary>Standard error from the information; NaN if not estimable.</summary>
    public required double StandardError { get; init; }

    /// <summary>Standard error from the robust variance; NaN if that was not asked for.</summary>
    public required double RobustStandardError { get; init; }

    /// <summary>Value divided by its standard error, the robust one if there is one.</summary>
    public required double Z { get; init; }

    /// <summary>Two-sided p: of z, or of the profile of the penalised likelihood for a penalised estimate.</summary>
    public required PValue P { get; init; }

    /// <summary>Hazard ratio for one unit more of the column.</summary>
    public required double HazardRatio { get; init; }

    /// <summary>Interval of the hazard ratio: from z, or from the profile of the penalised likelihood for a penalised estimate.</summary>
    public required Interval Interval { get; init; }

    /// <summary>
    /// Why there is no estimate: <see cref="NotEstimable.Collinear"/> for a combination of earlier columns,
    /// <see cref="NotEstimable.NoVariation"/> for a column that is constant in every risk set; else None.
    /// </summary>
    public NotEstimable Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Reason != NotEstimable.None
            ? $"{Name}: not estimable: {Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"{Name}: HR {HazardRatio:G4}, {Interval}, p = {P}");

    internal static CoxCoefficient None(string name, string term, NotEstimable reason) =>
        new()
        {
            Name = name,
            Term = term,
            Value = double.NaN,
            StandardError = double.NaN,
            RobustStandardError = double.NaN,
            Z = double.NaN,
            P = PValue.None,
            HazardRatio = double.NaN,
            Interval = Interval.None,
            Reason = reason,
        };
}
