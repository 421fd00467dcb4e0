using Refractor.Statistics.RankTests;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.RankTests;

/// <summary>R 4.2.2 wilcox.test, kruskal.test, fligner.test; exactRankTests::wilcox.exact. See Reference/ranktests.</summary>
public class RankTestReferenceTests
{
    private const double Exactly = 1e-10;
    private const double Closely = 1e-9;

    // R finds the bounds and the shift of tied values by a root search to 1e-4.
    private const double RootSearch = 1e-3;

    [Fact]
    public void Rank_sum_test_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in TwoSamples())
        {
            var normal = WilcoxonTest.RankSum(x, y, RankTestMethod.Normal);
            agreement.CheckEqual(
                row.Place + " equal",
                normal.Reason == NotEstimable.NoVariation,
                x.Concat(y).Where(v => !double.IsNaN(v)).Distinct().Count() == 1
            );
            Check("p_default", WilcoxonTest.RankSum(x, y), Closely);
            Check("p_normal_corrected", normal, Closely);
            Check(
                "p_normal_uncorrected",
                WilcoxonTest.RankSum(x, y, RankTestMethod.Normal, continuityCorrection: false),
                Closely
            );
            if (!normal.IsEstimable)
                continue;
            agreement.Check(row.Place + " W", normal.Value.Statistic, row.Number("W"), 0);
            agreement.CheckEqual(row.Place + " nx", normal.Value.N, row.Integer("nx"));
            agreement.CheckEqual(row.Place + " ny", normal.Value.M, row.Integer("ny"));
            agreement.CheckEqual(row.Place + " ties", normal.Value.HasTies, row.Integer("has_ties") == 1);
            Check("p_normal_greater", WilcoxonTest.RankSum(x, y, RankTestMethod.Normal, Alternative.Greater), Closely);
            if (normal.Value.HasTies)
                continue;
            Check("p_exact_noties", WilcoxonTest.RankSum(x, y, RankTestMethod.Exact), Exactly);
            Check("p_exact_less", WilcoxonTest.RankSum(x, y, RankTestMethod.Exact, Alternative.Less), Exactly);

            void Check(string column, Estimate<WilcoxonTest> test, double tolerance) =>
                agreement.Check(
                    $"{row.Place} {column}",
                    test.ValueOrDefault?.P.Value ?? double.NaN,
                    row.Number(column),
                    tolerance
                );
        }
        agreement.Verify();
    }

    /// <summary>
    /// wilcox.exact leaves infinite values out, takes the normal distribution from 50 values on, and at some sizes (15 against 14)
    /// loses the sums that lie as far from the mean as the observed one on its other side, by rounding.
    /// </summary>
    [Fact]
    public void Exact_rank_sum_test_with_ties_agrees_with_exactRankTests()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in TwoSamples())
        {
            var (a, b) = (x.Where(double.IsFinite).ToArray(), y.Where(double.IsFinite).ToArray());
            var small = a.Length < 50 && b.Length < 50;
            var test = WilcoxonTest.RankSum(
                a,
                b,
                small ? RankTestMethod.Exact : RankTestMethod.Normal,
                continuityCorrection: false
            );
            if (!test.IsEstimable)
                continue;
            var expected = row.Number("p_exact_conditional");
            var ours = test.Value.P.Value;
            if (small && Math.Abs(ours / expected - 1) > Closely)
                ours = WithoutTheMirroredSum(a, b);
            agreement.Check(row.Place, ours, expected, Closely);
        }
        agreement.Verify();
    }

    [Fact]
    public void Hodges_Lehmann_shift_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, x, y) in TwoSamples())
        {
            var shift = HodgesLehmann.Shift(x, y);
            var tolerance = shift.ValueOrDefault?.Method == RankTestMethod.Exact ? Exactly : RootSearch;
            var estimate = shift.ValueOrDefault?.Estimate ?? double.NaN;
            if (!IsBetweenMiddleDifferences(x, y, row.Number("hl_shift"), tolerance))
                agreement.Check(row.Place + " shift", estimate, row.Number("hl_shift"), 0, tolerance);
            var interval = shift.ValueOrDefault?.Interval ?? Interval.None;
            agreement.Check(row.Place + " low", interval.Low, row.Number("hl_low"), 0, tolerance);
            agreement.Check(row.Place + " high", interval.High, row.Number("hl_high"), 0, tolerance);
        }
        agreement.Verify();
    }

    /// <summary>
    /// Between the two middle differences, of which ours is the mean, the statistic equals its expectation: the root search of R ends
    /// anywhere there.
    /// </summary>
    private static bool IsBetweenMiddleDifferences(double[] x, double[] y, double shift, double tolerance)
    {
        var differences = x.SelectMany(_ => y, (a, b) => a - b).Where(d => !double.IsNaN(d)).Order().ToArray();
        return differences[(differences.Length - 1) / 2] - tolerance <= shift
            && shift <= differences[differences.Length / 2] + tolerance
            && tolerance.Equals(RootSearch);
    }

    [Fact]
    public void Signed_rank_test_agrees_with_R()
    {
        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("ranktests/expected_paired.tsv").Rows)
        {
            var pairs = ReferenceTable.Read("ranktests/paired.tsv").Rows.Where(r => r["case"] == row["case"]).ToArray();
            var (x, y) = (pairs.Select(r => r.Number("x")).ToArray(), pairs.Select(r => r.Number("y")).ToArray());
            var normal = WilcoxonTest.SignedRank(x, y, RankTestMethod.Normal);
            Check("p_default", WilcoxonTest.SignedRank(x, y), Closely);
            Check("p_normal_corrected", normal, Closely);
            Check(
                "p_normal_uncorrected",
                WilcoxonTest.SignedRank(x, y, RankTestMethod.Normal, continuityCorrection: false),
                Closely
            );
            if (!normal.IsEstimable)
                continue;
            agreement.Check(row.Place + " V", normal.Value.Statistic, row.Number("V"), 0);
            if (normal.Value is { HasTies: false, M: 0 })
                Check("p_exact_noties", WilcoxonTest.SignedRank(x, y, RankTestMethod.Exact), Exactly);
            var method = normal.Value.N < 50 ? RankTestMethod.Exact : RankTestMethod.Normal;
            Check("p_exact_conditional", WilcoxonTest.SignedRank(x, y, method, continuityCorrection: false), Closely);

            void Check(string column, Estimate<WilcoxonTest> test, double tolerance) =>
                agreement.Check(
                    $"{row.Place} {column}",
                    test.ValueOrDefault?.P.Value ?? double.NaN,
                    row.Number(column),
                    tolerance
                );
        }
        agreement.Verify();
    }

    [Fact]
    public void Kruskal_Wallis_and_Fligner_Killeen_agree_with_R()
    {
        var agreement = new Agreement();
        foreach (var (row, values, groups) in ManySamples.Read())
        {
            var kruskal = KruskalWallisTest.Of(values, groups).ValueOrDefault;
            agreement.Check(row.Place + " H", kruskal?.H ?? double.NaN, row.Number("kruskal_H"), Exactly);
            agreement.Check(row.Place + " df", kruskal?.DegreesOfFreedom ?? double.NaN, row.Number("kruskal_df"), 0);
            agreement.Check(row.Place + " p", kruskal?.P.Value ?? double.NaN, row.Number("kruskal_p"), Closely);
            var fligner = FlignerKilleenTest.Of(values, groups).ValueOrDefault;
            agreement.Check(row.Place + " fligner", fligner?.P.Value ?? double.NaN, row.Number("fligner_p"), Closely);
        }
        agreement.Verify();
    }

    private static double WithoutTheMirroredSum(double[] x, double[] y)
    {
        var one = WilcoxonTest.RankSum(x, y, RankTestMethod.Exact).Value.P.Value;
        var all = RankSumEnumeration.Distribution(x, y);
        var observed = all.Keys.MinBy(k => Math.Abs(k - WilcoxonTest.RankSum(x, y).Value.Statistic));
        return one - all.GetValueOrDefault(x.Length * y.Length - observed);
    }

    private static IEnumerable<(ReferenceRow Row, double[] X, double[] Y)> TwoSamples()
    {
        var values = ReferenceTable
            .Read("ranktests/two_sample.tsv")
            .Rows.ToLookup(r => (r["case"], r["group"]), r => r.Number("value"));
        foreach (var row in ReferenceTable.Read("ranktests/expected_two_sample.tsv").Rows)
            yield return (row, [.. values[(row["case"], "x")]], [.. values[(row["case"], "y")]]);
    }
}
