namespace Refractor.Statistics.Contingency;

/// <summary>The difference of the two proportions with the outcome, first group minus reference.</summary>
/// <param name="Value">−1 to 1.</param>
/// <param name="Interval">From the Wilson intervals of both proportions (Newcombe, Stat Med 1998, method 10); it never leaves −1 to 1.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Checked against the examples of Newcombe's table II.</remarks>
public sealed record RiskDifference(double Value, Interval Interval, long N)
{
    /// <summary>Estimates the risk difference of a table.</summary>
    /// <inheritdoc cref="OddsRatio.Of"/>
    /// <returns>The difference; not estimable if a group is empty.</returns>
    public static Estimate<RiskDifference> Of(TwoByTwo table, double level = 0.95)
    {
        table.Check(nameof(table));
        Levels.Check(level);
        if (table.FirstRow == 0 || table.SecondRow == 0)
            return table.Reason;
        var first = (double)table.A / table.FirstRow;
        var second = (double)table.C / table.SecondRow;
        var ofFirst = Proportion.Wilson(table.A, table.FirstRow, level);
        var ofSecond = Proportion.Wilson(table.C, table.SecondRow, level);
        var difference = first - second;
        return new RiskDifference(
            difference,
            new Interval(
                difference - Hypotenuse(first - ofFirst.Low, ofSecond.High - second),
                difference + Hypotenuse(ofFirst.High - first, second - ofSecond.Low),
                level
            ),
            table.N
        );
    }

    private static double Hypotenuse(double x, double y) => Math.Sqrt(x * x + y * y);
}
