using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Survival.Screening;

/// <summary>Score of a feature and its variance, from its values in the slots of a layout.</summary>
internal static class ScoreKernel
{
    /// <summary>Copies the values of the rows into the slots.</summary>
    /// <param name="layout">The layout.</param>
    /// <param name="values">n values by row, all finite.</param>
    /// <param name="slots">Receives a value for each slot.</param>
    public static void Spread(RiskLayout layout, ReadOnlySpan<double> values, Span<double> slots)
    {
        unchecked
        {
            var rows = layout.Rows.AsSpan();
            slots = slots[..rows.Length];
            for (var k = 0; k < rows.Length; k++)
                slots[k] = values[rows[k]];
        }
    }

    /// <summary>Σ x·weight.</summary>
    public static double Product(ReadOnlySpan<double> slots, ReadOnlySpan<double> weights) =>
        System.Numerics.Tensors.TensorPrimitives.Dot(slots, weights);

    /// <summary>The variance of the score, and the weighted sum of squares that it is part of.</summary>
    public static (double Variance, double Spread) Variance(
        RiskLayout layout,
        RiskCoefficients coefficients,
        ReadOnlySpan<double> slots
    )
    {
        var tied = coefficients.Died.Length > 0 && coefficients.HasTiedDeaths;
        var (variance, spread) = (0.0, 0.0);
        foreach (var stratum in layout.Strata)
        {
            var (square, taken) = tied ? Efron(stratum, coefficients, slots) : Plain(stratum, coefficients, slots);
            (variance, spread) = (variance + (square - taken), spread + square);
        }
        return (variance, spread);
    }

    private static (double Square, double Taken) Plain(
        RiskLayout.Stratum stratum,
        RiskCoefficients c,
        ReadOnlySpan<double> slots
    )
    {
        var x = Vectors(stratum, slots);
        var linear = Vectors(stratum, c.Linear);
        var risk = Vectors(stratum, c.Risk);
        var square = Vectors(stratum, c.Square);
        Vector512<double> quadratic = default,
            atRisk = default,
            weight = default,
            first = default,
            second = default;
        for (var k = 0; k < x.Length; k++)
        {
            quadratic += linear[k] * x[k] * x[k];
            atRisk += risk[k] * x[k];
            var weighted = square[k] * atRisk;
            weight += square[k];
            first += weighted;
            second += weighted * atRisk;
        }
        return (Vector512.Sum(quadratic), Shifted(atRisk, weight, first + first, second));
    }

    private static (double Square, double Taken) Efron(
        RiskLayout.Stratum stratum,
        RiskCoefficients c,
        ReadOnlySpan<double> slots
    )
    {
        var x = Vectors(stratum, slots);
        var linear = Vectors(stratum, c.Linear);
        var risk = Vectors(stratum, c.Risk);
        var square = Vectors(stratum, c.Square);
        var died = Vectors(stratum, c.Died);
        var same = Vectors(stratum, c.Same);
        var cross = Vectors(stratum, c.Cross);
        var diedSquare = Vectors(stratum, c.DiedSquare);
        Vector512<double> quadratic = default,
            atRisk = default,
            deaths = default;
        Vector512<double> weight = default,
            first = default,
            second = default;
        for (var k = 0; k < x.Length; k++)
        {
            quadratic += linear[k] * x[k] * x[k];
            atRisk += risk[k] * x[k];
            deaths = deaths * same[k] + died[k] * x[k];
            weight += square[k];
            first += square[k] * (atRisk + atRisk) + cross[k] * deaths;
            second += (square[k] * atRisk + cross[k] * deaths) * atRisk + diedSquare[k] * deaths * deaths;
        }
        return (Vector512.Sum(quadratic), Shifted(atRisk, weight, first, second));
    }

    // Each lane started its sum at 0; what the lanes before it had gathered is added here.
    private static double Shifted(
        Vector512<double> atRisk,
        Vector512<double> weight,
        Vector512<double> first,
        Vector512<double> second
    )
    {
        var (shift, sum) = (0.0, 0.0);
        for (var lane = 0; lane < RiskLayout.Lanes; lane++)
        {
            sum += second[lane] + shift * (first[lane] + shift * weight[lane]);
            shift += atRisk[lane];
        }
        return sum;
    }

    private static ReadOnlySpan<Vector512<double>> Vectors(RiskLayout.Stratum stratum, ReadOnlySpan<double> slots) =>
        MemoryMarshal.Cast<double, Vector512<double>>(slots)[stratum.FromVector..stratum.ToVector];
}
