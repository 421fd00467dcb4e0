using System.Globalization;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>A χ² test of a Cox regression.</summary>
/// <param name="Statistic">χ².</param>
/// <param name="DegreesOfFreedom">Number of coefficients tested.</param>
/// <param name="P">Upper tail.</param>
public readonly record struct CoxTest(double Statistic, int DegreesOfFreedom, PValue P)
{
    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"χ² {Statistic:G4} on {DegreesOfFreedom} df, p = {P}");

    internal static CoxTest Of(double statistic, int degreesOfFreedom) =>
        new(statistic, degreesOfFreedom, Distributions.ChiSquared.UpperTail(statistic, degreesOfFreedom));
}
