using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>Pearson's χ² test: are group and outcome independent?</summary>
/// <param name="Statistic">χ².</param>
/// <param name="Df">Degrees of freedom, (rows − 1)(columns − 1).</param>
/// <param name="P">P value.</param>
/// <param name="SmallestExpected">Smallest expected count: below 5 the p value is approximate, and Fisher's test is exact.</param>
/// <param name="CramersV">√(χ² / (n (min(rows, columns) − 1))) without continuity correction, 0 to 1; |φ| for 2 × 2.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Pearson 1900; correction of Yates 1934. Checked against R chisq.test.</remarks>
public sealed record ChiSquaredTest(
    double Statistic,
    int Df,
    PValue P,
    double SmallestExpected,
    double CramersV,
    long N
)
{
    /// <summary>Tests a table of two groups by two outcomes.</summary>
    /// <param name="table">Counts.</param>
    /// <param name="continuityCorrection">
    /// Whether every |observed − expected| is made smaller by ½, but not below 0 (Yates); true as in R.
    /// </param>
    /// <returns>The test; not estimable if a row or column is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Estimate<ChiSquaredTest> Of(TwoByTwo table, bool continuityCorrection = true) =>
        Of(
            new[,]
            {
                { table.A, table.B },
                { table.C, table.D },
            },
            continuityCorrection
        );

    /// <summary>Tests a table of several groups by several outcomes; no continuity correction.</summary>
    /// <param name="table">Counts, r rows × c columns.</param>
    /// <returns>The test; not estimable if a row or column is empty.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public static Estimate<ChiSquaredTest> Of(int[,] table) => Of(table, continuityCorrection: false);

    private static Estimate<ChiSquaredTest> Of(int[,] table, bool continuityCorrection)
    {
        ArgumentNullException.ThrowIfNull(table);
        var counts = Counts.Of(table);
        if (counts.Reason is var reason and not NotEstimable.None)
            return reason;
        if (counts.Rows.Contains(0))
            return NotEstimable.TooFewValues;
        if (counts.Columns.Contains(0))
            return NotEstimable.NoVariation;
        double n = counts.N;
        double statistic = 0,
            uncorrected = 0,
            smallest = double.PositiveInfinity;
        for (var i = 0; i < counts.Rows.Length; i++)
        for (var j = 0; j < counts.Columns.Length; j++)
        {
            var expected = counts.Rows[i] * (counts.Columns[j] / n);
            var distance = Math.Abs(counts[i, j] - expected);
            var reduced = continuityCorrection ? Math.Max(0, distance - 0.5) : distance;
            statistic += reduced * reduced / expected;
            uncorrected += distance * distance / expected;
            smallest = Math.Min(smallest, expected);
        }
        var df = (counts.Rows.Length - 1) * (counts.Columns.Length - 1);
        var v = Math.Sqrt(uncorrected / (n * (Math.Min(counts.Rows.Length, counts.Columns.Length) - 1)));
        return new ChiSquaredTest(statistic, df, ChiSquared.UpperTail(statistic, df), smallest, v, counts.N);
    }
}
