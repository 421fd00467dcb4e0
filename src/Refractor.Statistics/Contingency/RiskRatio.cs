namespace Refractor.Statistics.Contingency;

/// <summary>The ratio of the two proportions with the outcome, first group over reference.</summary>
/// <param name="Value">0 to +∞.</param>
/// <param name="Interval">
/// exp(log RR ± z √(1/a − 1/(a + b) + 1/c − 1/(c + d))) (Katz et al., Biometrics 1978); a bound is NaN if a or c is 0.
/// </param>
/// <param name="LogStandardError">Standard error of log RR; +∞ if a or c is 0.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Checked against metafor::escalc(measure = "RR").</remarks>
public sealed record RiskRatio(double Value, Interval Interval, double LogStandardError, long N)
{
    /// <summary>Estimates the risk ratio of a table.</summary>
    /// <inheritdoc cref="OddsRatio.Of"/>
    /// <returns>The risk ratio; not estimable if a group is empty or no subject has the outcome.</returns>
    public static Estimate<RiskRatio> Of(TwoByTwo table, double level = 0.95)
    {
        table.Check(nameof(table));
        var z = Levels.Quantile(level);
        if (table.FirstRow == 0 || table.SecondRow == 0)
            return table.Reason;
        if (table.FirstColumn == 0)
            return NotEstimable.NoEvents;
        var value = (double)table.A / table.FirstRow / ((double)table.C / table.SecondRow);
        var error = Math.Sqrt(1.0 / table.A - 1.0 / table.FirstRow + 1.0 / table.C - 1.0 / table.SecondRow);
        var log = Math.Log(value);
        return new RiskRatio(
            value,
            new Interval(Math.Exp(log - z * error), Math.Exp(log + z * error), level),
            error,
            table.N
        );
    }
}
