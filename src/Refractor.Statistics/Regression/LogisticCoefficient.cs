using System.Globalization;

namespace Refractor.Statistics.Regression;

/// <summary>One coefficient of a logistic regression, on the scale of the log odds.</summary>
public sealed record LogisticCoefficient
{
    /// <summary>Name of the column of the design.</summary>
    public required string Name { get; init; }

    /// <summary>Log odds ratio of the event for one unit more; NaN if not estimable.</summary>
    public required double Value { get; init; }

    /// <summary>Standard error from the information; NaN if not estimable.</summary>
    public required double StandardError { get; init; }

    /// <summary>Value / standard error.</summary>
    public double Z => Value / StandardError;

    /// <summary>Two-sided p value of <see cref="Z"/> (Wald).</summary>
    public required PValue WaldP { get; init; }

    /// <summary>Two-sided p value: of z, or of the likelihood ratio where <see cref="LogisticFit.UsesProfile"/>.</summary>
    public required PValue P { get; init; }

    /// <summary>Interval of the value: from z, or from the profile of the likelihood where <see cref="LogisticFit.UsesProfile"/>.</summary>
    public required Interval Interval { get; init; }

    /// <summary>Odds ratio for one unit more.</summary>
    public double OddsRatio => Math.Exp(Value);

    /// <summary>Interval of the odds ratio.</summary>
    public Interval OddsRatioInterval => new(Math.Exp(Interval.Low), Math.Exp(Interval.High), Interval.Level);

    /// <summary>Whether the ordinary, unpenalised coefficient is infinite because the outcomes are separated along it.</summary>
    public required bool Separates { get; init; }

    /// <summary>
    /// Why there is no number: <see cref="NotEstimable.Collinear"/> for a combination of earlier columns,
    /// <see cref="NotEstimable.Separation"/> in a separated model without penalty.
    /// </summary>
    public required NotEstimable Reason { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        Reason != NotEstimable.None
            ? $"{Name}: not estimable: {Reason}"
            : string.Create(CultureInfo.InvariantCulture, $"{Name}: OR {OddsRatio:G4}, {OddsRatioInterval}, p = {P}");

    internal static LogisticCoefficient None(string name, NotEstimable reason, bool separates = false) =>
        new()
        {
            Name = name,
            Value = double.NaN,
            StandardError = double.NaN,
            WaldP = PValue.None,
            P = PValue.None,
            Interval = Interval.None,
            Separates = separates,
            Reason = reason,
        };
}
