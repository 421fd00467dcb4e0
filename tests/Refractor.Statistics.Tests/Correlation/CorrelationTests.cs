using Refractor.Statistics.Correlation;

namespace Refractor.Statistics.Tests.Correlation;

public class CorrelationTests
{
    [Fact]
    public void Exact_Spearman_p_with_ties_agrees_with_all_permutations()
    {
        double[] x = [1, 2, 2, 3, 5, 7],
            y = [2, 1, 4, 4, 6, 5];
        var rho = SpearmanCorrelation.Of(x, y).Value.Rho;
        var (all, large) = (0, 0);
        Permute(
            y,
            0,
            p =>
            {
                all++;
                large += SpearmanCorrelation.Of(x, p, CorrelationMethod.Approximate).Value.Rho >= rho - 1e-12 ? 1 : 0;
            }
        );
        var exact = SpearmanCorrelation.Of(x, y, CorrelationMethod.Exact, Alternative.Greater).Value;
        exact.P.Value.ShouldBe((double)large / all, 1e-14);
    }

    // R 4.2.2: cor.test(x, y, method = "spearman", alternative = "greater" | "less")
    [Theory]
    [InlineData(CorrelationMethod.Exact, Alternative.Greater, 0.041666666666666664)]
    [InlineData(CorrelationMethod.Exact, Alternative.Less, 0.991666666666666696)]
    public void One_sided_Spearman_p_agrees_with_R(CorrelationMethod method, Alternative alternative, double expected)
    {
        // S = 2 of 5 pairs.
        var test = SpearmanCorrelation.Of([1, 2, 3, 4, 5], [2, 1, 3, 4, 5], method, alternative).Value;
        test.S.ShouldBe(2, 1e-14);
        test.P.Value.ShouldBe(expected, 1e-14);
    }

    [Fact]
    public void Where_the_series_fails_p_is_still_a_number_above_0()
    {
        double[] x = [.. Enumerable.Range(1, 10).Select(i => (double)i)];
        // One of 10! permutations, either way round.
        SpearmanCorrelation.Of(x, x).Value.P.Value.ShouldBe(2 / 3_628_800.0, 1e-18);
        SpearmanCorrelation.Of(x, [.. x.Reverse()]).Value.P.Value.ShouldBe(2 / 3_628_800.0, 1e-18);
        // R 4.2.2 gives p = 0 here; cor.test(exact = FALSE) gives 9.30746e-08.
        double[] almost = [2, 1, .. x.Skip(2)];
        var test = SpearmanCorrelation.Of(x, almost).Value;
        test.Method.ShouldBe(CorrelationMethod.Approximate);
        test.P.Value.ShouldBe(9.30746e-08, 1e-12);
    }

    [Fact]
    public void Kendall_counts_the_pairs_one_by_one()
    {
        for (var trial = 0UL; trial < 20; trial++)
        {
            var random = new RandomSource(4, trial);
            double[] x = new double[25],
                y = new double[25];
            for (var i = 0; i < 25; i++)
                (x[i], y[i]) = (random.NextInt(12), random.NextInt(9));
            var (score, inX, inY, all) = (0, 0, 0, 25 * 24 / 2);
            for (var i = 0; i < 25; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    score += Math.Sign(x[i] - x[j]) * Math.Sign(y[i] - y[j]);
                    inX += x[i] == x[j] ? 1 : 0;
                    inY += y[i] == y[j] ? 1 : 0;
                }
            }
            var tau = score / Math.Sqrt((all - inX) * (double)(all - inY));
            KendallCorrelation.Of(x, y).Value.Tau.ShouldBe(tau, 1e-15);
        }
    }

    [Fact]
    public void Kendall_p_corrected_for_continuity_agrees_with_R() =>
        // R 4.2.2: cor.test(c(1,2,2,3,5), c(2,1,4,4,6), method = "kendall", continuity = TRUE, exact = FALSE)
        KendallCorrelation
            .Of([1, 2, 2, 3, 5], [2, 1, 4, 4, 6], CorrelationMethod.Approximate, continuityCorrection: true)
            .Value.P.Value.ShouldBe(0.19320567795571, 1e-13);

    // R 4.2.2: cor.test(c(1,2,3,4), c(1,2,3,4), method = "kendall", alternative=)
    [Theory]
    [InlineData(Alternative.Greater, 1 / 24.0)]
    [InlineData(Alternative.Less, 1)]
    [InlineData(Alternative.TwoSided, 1 / 12.0)]
    public void Exact_Kendall_p_agrees_with_R(Alternative alternative, double expected) =>
        KendallCorrelation
            .Of([1, 2, 3, 4], [1, 2, 3, 4], alternative: alternative)
            .Value.P.Value.ShouldBe(expected, 1e-15);

    [Fact]
    public void Exact_Kendall_p_of_60_pairs_agrees_with_R()
    {
        // R 4.2.2: i <- 1:60; x <- (i*37) %% 61; y <- (i*i*11 + 5*i) %% 61 + i/100 + x*.3
        // cor.test(x, y, method = "kendall", exact = TRUE)
        int[] i = [.. Enumerable.Range(1, 60)];
        double[] x = [.. i.Select(k => (double)(k * 37 % 61))];
        double[] y = [.. i.Select(k => (k * k * 11 + 5 * k) % 61 + k / 100.0 + k * 37 % 61 * 0.3)];
        var test = KendallCorrelation.Of(x, y, CorrelationMethod.Exact).Value;
        test.Tau.ShouldBe(0.02711864406779661, 1e-15);
        test.P.Value.ShouldBe(0.76535650145820755, 1e-13);
    }

    // R 4.2.2: cor.test(c(1,2,3,4,7), c(2,1,5,3,6), alternative=)
    [Theory]
    [InlineData(Alternative.TwoSided, 0.1071596)]
    [InlineData(Alternative.Greater, 0.05357982)]
    [InlineData(Alternative.Less, 0.9464202)]
    public void Pearson_p_agrees_with_R(Alternative alternative, double expected) =>
        PearsonCorrelation
            .Of([1, 2, 3, 4, 7], [2, 1, 5, 3, 6], alternative: alternative)
            .Value.P.Value.ShouldBe(expected, 1e-7);

    [Fact]
    public void Exchanged_and_turned_variables_keep_the_strength()
    {
        double[] x = [3, 1, 4, 1, 5, 9, 2, 6, double.NaN],
            y = [2, 7, 1, 8, 2, 8, 1, 8, 2];
        double[] turned = [.. y.Select(v => -v)];
        SpearmanCorrelation.Of(y, x).Value.ShouldBe(SpearmanCorrelation.Of(x, y).Value);
        KendallCorrelation.Of(x, turned).Value.Tau.ShouldBe(-KendallCorrelation.Of(x, y).Value.Tau);
        PearsonCorrelation.Of(x, turned).Value.R.ShouldBe(-PearsonCorrelation.Of(x, y).Value.R);
        PearsonCorrelation.Of(x, y).Value.N.ShouldBe(8);
    }

    [Fact]
    public void What_cannot_be_correlated_has_a_reason()
    {
        PearsonCorrelation.Of([1], [2]).Reason.ShouldBe(NotEstimable.TooFewValues);
        PearsonCorrelation.Of([0.1, 0.1, 0.1], [1, 2, 3]).Reason.ShouldBe(NotEstimable.NoVariation);
        PearsonCorrelation.Of([1, double.NegativeInfinity], [1, 2]).Reason.ShouldBe(NotEstimable.OutOfRange);
        PearsonCorrelation.Of([1, 2], [1, 3]).Value.P.IsKnown.ShouldBeFalse();
        SpearmanCorrelation.Of([1, 1], [1, 2]).Reason.ShouldBe(NotEstimable.NoVariation);
        SpearmanCorrelation.Of([], []).Reason.ShouldBe(NotEstimable.TooFewValues);
        double[] tied = [.. Enumerable.Range(0, 12).Select(i => (double)(i / 2))];
        SpearmanCorrelation.Of(tied, tied, CorrelationMethod.Exact).Reason.ShouldBe(NotEstimable.TooLarge);
        KendallCorrelation.Of(tied, tied, CorrelationMethod.Exact).Reason.ShouldBe(NotEstimable.TooLarge);
        KendallCorrelation.Of([2, 2], [1, 2]).Reason.ShouldBe(NotEstimable.NoVariation);
        Should.Throw<ArgumentException>(() => KendallCorrelation.Of([1], [])).ParamName.ShouldBe("y");
    }

    private static void Permute(double[] values, int from, Action<double[]> visit)
    {
        if (from == values.Length)
            visit([.. values]);
        for (var i = from; i < values.Length; i++)
        {
            (values[from], values[i]) = (values[i], values[from]);
            Permute(values, from + 1, visit);
            (values[from], values[i]) = (values[i], values[from]);
        }
    }
}
