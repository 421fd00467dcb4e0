using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>The exact test of one proportion.</summary>
/// <param name="Proportion">Observed proportion.</param>
/// <param name="Interval">Exact interval (Clopper and Pearson).</param>
/// <param name="P">Two-sided: all counts that are not more likely than the observed one.</param>
/// <param name="Less">One-sided: so few.</param>
/// <param name="Greater">One-sided: so many.</param>
/// <param name="N">Number of subjects.</param>
/// <remarks>Checked against R binom.test; probabilities within a factor 1 + 1e-7 count as equal, as there.</remarks>
public sealed record BinomialTest(double Proportion, Interval Interval, PValue P, PValue Less, PValue Greater, long N)
{
    private const double Slack = 1e-7;

    /// <summary>Tests whether the proportion is the expected one.</summary>
    /// <param name="events">Subjects with the outcome, 0 to n.</param>
    /// <param name="n">Subjects.</param>
    /// <param name="expected">Proportion under the null hypothesis, 0 to 1.</param>
    /// <param name="level">Coverage of the interval.</param>
    /// <returns>The test; not estimable without subjects.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Events, expected proportion or level are out of range.</exception>
    public static Estimate<BinomialTest> Of(long events, long n, double expected = 0.5, double level = 0.95)
    {
        Contingency.Proportion.Check(events, n);
        Arguments.CheckProbability(expected);
        if (n == 0)
            return NotEstimable.TooFewValues;
        return new BinomialTest(
            (double)events / n,
            Contingency.Proportion.ClopperPearson(events, n, level),
            TwoSided(events, n, expected),
            PValue.FromLog(Binomial.LogProbability(events, n, expected)),
            PValue.FromLog(Binomial.LogProbability(events - 1.0, n, expected, Tail.Upper)),
            n
        );
    }

    internal static PValue TwoSided(long events, long n, double expected)
    {
        if (expected is 0 or 1)
            return PValue.FromLog(events == (expected == 0 ? 0 : n) ? 0 : double.NegativeInfinity);
        var mean = n * expected;
        if (events == mean)
            return PValue.FromLog(0);
        var limit = Binomial.LogDensity(events, n, expected) + Elementary.Log1p(Slack);
        double Lower(double k) => Binomial.LogProbability(k, n, expected);
        double Upper(double k) => Binomial.LogProbability(k - 1, n, expected, Tail.Upper);
        // The density falls on both sides of the mean, so the far side is cut by halving.
        if (events < mean)
        {
            var from = FirstNotMoreLikely(Math.Ceiling(mean), n + 1.0, 1);
            return PValue.FromLog(SpecialFunctions.LogSumExp(Lower(events), Upper(from)));
        }
        var to = FirstNotMoreLikely(Math.Floor(mean), -1, -1);
        return PValue.FromLog(SpecialFunctions.LogSumExp(Upper(events), Lower(to)));

        double FirstNotMoreLikely(double near, double far, int direction)
        {
            if (Binomial.LogDensity(near, n, expected) <= limit)
                return near;
            while ((far - near) * direction > 1)
            {
                var middle = near + direction * Math.Floor(Math.Abs(far - near) / 2);
                if (Binomial.LogDensity(middle, n, expected) <= limit)
                    far = middle;
                else
                    near = middle;
            }
            return far;
        }
    }
}
