namespace Refractor.Statistics.Contingency;

/// <summary>The odds ratio a d / (b c), first group over reference.</summary>
/// <param name="Value">0 to +∞.</param>
/// <param name="Interval">
/// exp(log OR ± z √(1/a + 1/b + 1/c + 1/d)) (Woolf, Ann Hum Genet 1955); a bound is NaN if a cell is 0: then
/// <see cref="FisherTest"/> has an interval.
/// </param>
/// <param name="LogStandardError">Standard error of log OR; +∞ if a cell is 0.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Checked against the formula in R.</remarks>
public sealed record OddsRatio(double Value, Interval Interval, double LogStandardError, long N)
{
    /// <summary>Estimates the odds ratio of a table.</summary>
    /// <param name="table">Counts.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The odds ratio; not estimable if a row or column is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or the level is not between 0 and 1.</exception>
    public static Estimate<OddsRatio> Of(TwoByTwo table, double level = 0.95)
    {
        table.Check(nameof(table));
        var z = Levels.Quantile(level);
        if (table.HasEmptyMargin)
            return table.Reason;
        var value = (double)table.A * table.D / ((double)table.B * table.C);
        var error = Math.Sqrt(1.0 / table.A + 1.0 / table.B + 1.0 / table.C + 1.0 / table.D);
        var log = Math.Log(value);
        return new OddsRatio(
            value,
            new Interval(Math.Exp(log - z * error), Math.Exp(log + z * error), level),
            error,
            table.N
        );
    }
}
