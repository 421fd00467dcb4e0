using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>A test of whether all strata have the same odds ratio.</summary>
/// <param name="Statistic">χ².</param>
/// <param name="Df">Degrees of freedom: strata with two groups and two outcomes, less one.</param>
/// <param name="P">P value.</param>
/// <remarks>Breslow and Day 1980. Checked against metafor::rma.mh.</remarks>
public sealed record HomogeneityTest(double Statistic, int Df, PValue P)
{
    internal static Estimate<HomogeneityTest> BreslowDay(TwoByTwo[] strata, double oddsRatio) =>
        Of(strata, oddsRatio, corrected: false);

    internal static Estimate<HomogeneityTest> Tarone(TwoByTwo[] strata, double oddsRatio) =>
        Of(strata, oddsRatio, corrected: true);

    private static Estimate<HomogeneityTest> Of(TwoByTwo[] strata, double oddsRatio, bool corrected)
    {
        var tables = strata.Where(t => !t.HasEmptyMargin).ToArray();
        if (tables.Length < 2)
            return NotEstimable.TooFewValues;
        if (!(oddsRatio > 0 && double.IsFinite(oddsRatio)))
            return NotEstimable.OutOfRange;
        double statistic = 0,
            excess = 0,
            variances = 0;
        foreach (var table in tables)
        {
            var fitted = FirstCell(table, oddsRatio);
            var variance =
                1
                / (
                    1 / fitted
                    + 1 / (table.FirstRow - fitted)
                    + 1 / (table.FirstColumn - fitted)
                    + 1 / (table.SecondRow - table.FirstColumn + fitted)
                );
            var distance = table.A - fitted;
            statistic += distance * distance / variance;
            excess += distance;
            variances += variance;
        }
        if (corrected)
            statistic -= excess * excess / variances;
        var df = tables.Length - 1;
        return new HomogeneityTest(statistic, df, ChiSquared.UpperTail(statistic, df));
    }

    /// <summary>The first cell of the table with these margins that has this odds ratio: the root of a quadratic.</summary>
    private static double FirstCell(TwoByTwo t, double oddsRatio)
    {
        double row = t.FirstRow,
            column = t.FirstColumn,
            rest = t.SecondRow - t.FirstColumn;
        var square = 1 - oddsRatio;
        var linear = rest + oddsRatio * (row + column);
        var constant = -oddsRatio * row * column;
        // The root that stays finite as the odds ratio goes to 1, without cancellation.
        return -2 * constant / (linear + Math.Sqrt(linear * linear - 4 * square * constant));
    }
}
