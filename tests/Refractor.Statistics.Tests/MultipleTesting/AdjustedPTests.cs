using Refractor.Statistics.MultipleTesting;

namespace Refractor.Statistics.Tests.MultipleTesting;

public class AdjustedPTests
{
    [Fact]
    public void Hommel_is_the_textbook_procedure_also_with_ties()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 60; trial++)
        {
            var n = random.Next(1, 40);
            double[] p = [.. Enumerable.Range(0, n).Select(_ => Math.Round(Math.Pow(random.NextDouble(), 3), 3))];
            var expected = TextbookHommel(p);
            var adjusted = AdjustedP.Hommel(p);
            for (var i = 0; i < n; i++)
                adjusted[i].ShouldBe(expected[i], 1e-14);
        }
    }

    [Fact]
    public void Large_families_are_sorted_as_small_ones_are()
    {
        var random = new Random(3);
        double[] p = [.. Enumerable.Range(0, 3000).Select(_ => Math.Pow(random.NextDouble(), 40))];
        var sorted = p.Order().ToArray();
        var adjusted = AdjustedP.BenjaminiHochberg(p);
        var smallest = 1.0;
        for (var i = p.Length; i >= 1; i--)
        {
            smallest = Math.Min(smallest, sorted[i - 1] * p.Length / i);
            adjusted[Array.IndexOf(p, sorted[i - 1])].ShouldBe(smallest, 1e-15 * smallest);
        }
    }

    [Fact]
    public void Sorting_by_bits_is_sorting_also_among_neighbours_negatives_and_equals()
    {
        var random = new Random(8);
        double[] values =
        [
            .. Enumerable.Range(0, 2000).Select(i => 1 - i * 1e-14),
            .. Enumerable.Range(0, 2000).Select(_ => -Math.Exp(random.NextDouble() * 20 - 10)),
            .. Enumerable.Range(0, 200).Select(_ => 0.25),
            0,
            double.NegativeInfinity,
        ];
        random.Shuffle(values);
        var sorted = (double[])values.Clone();
        var positions = new int[values.Length];
        RadixOrder.Sort(sorted, positions);
        sorted.ShouldBe(values.Order());
        positions.Select(i => values[i]).ShouldBe(sorted);
        positions.Distinct().Count().ShouldBe(values.Length);
    }

    [Fact]
    public void Missing_p_values_among_many_stay_in_their_places()
    {
        var random = new Random(9);
        double[] p = [.. Enumerable.Range(0, 3000).Select(i => i % 7 == 3 ? double.NaN : random.NextDouble())];
        var adjusted = AdjustedP.Holm(p);
        double[] present = [.. p.Where(x => !double.IsNaN(x))];
        adjusted.Where(x => !double.IsNaN(x)).ShouldBe(AdjustedP.Holm(present));
        adjusted.Select(double.IsNaN).ShouldBe(p.Select(double.IsNaN));
    }

    [Fact]
    public void A_test_that_was_not_made_is_left_out_and_stays_unknown()
    {
        var adjusted = AdjustedP.BenjaminiHochberg([0.01, double.NaN, 0.04]);
        adjusted[0].ShouldBe(0.02, 1e-15);
        adjusted[1].ShouldBe(double.NaN);
        adjusted[2].ShouldBe(0.04);
        AdjustedP.Bonferroni([double.NaN]).ShouldBe([double.NaN]);
        AdjustedP.Holm([]).ShouldBeEmpty();
    }

    [Fact]
    public void Logarithms_keep_p_values_below_the_range_of_a_double_apart()
    {
        var adjusted = AdjustedP.BenjaminiHochbergOfLog([-5000, -4000, -1]);
        adjusted[0].ShouldBe(-5000 + Math.Log(3), 1e-9);
        adjusted[1].ShouldBe(-4000 + Math.Log(1.5), 1e-9);
        adjusted[2].ShouldBe(-1);
    }

    [Fact]
    public void Adjustments_are_ordered_from_the_mildest_to_the_strictest()
    {
        var random = new Random(5);
        double[] p = [.. Enumerable.Range(0, 200).Select(_ => Math.Pow(random.NextDouble(), 4))];
        double[][] methods =
        [
            AdjustedP.BenjaminiHochberg(p),
            AdjustedP.Hommel(p),
            AdjustedP.Hochberg(p),
            AdjustedP.Holm(p),
            AdjustedP.Bonferroni(p),
        ];
        for (var m = 1; m < methods.Length; m++)
        for (var i = 0; i < p.Length; i++)
            methods[m][i].ShouldBeGreaterThanOrEqualTo(methods[m - 1][i] * (1 - 1e-14));
    }

    [Fact]
    public void A_number_that_is_no_probability_is_refused()
    {
        Should.Throw<ArgumentException>(() => AdjustedP.Holm([0.5, 1.5]));
        Should.Throw<ArgumentException>(() => AdjustedP.HolmOfLog([-0.5, 0.1]));
    }

    /// <summary>Hommel 1988 as written: the largest of all closed Simes tests, in n² steps.</summary>
    private static double[] TextbookHommel(double[] p)
    {
        var n = p.Length;
        var order = Enumerable.Range(0, n).OrderBy(i => p[i]).ToArray();
        double[] sorted = [.. order.Select(i => p[i])];
        var adjusted = new double[n];
        for (var i = 0; i < n; i++)
        for (var m = 1; m <= n; m++)
        {
            // The hardest set of m hypotheses with the i-th smallest p: the i-th and the largest others.
            var start = Math.Min(i, n - m);
            var set = new List<double> { sorted[start] };
            set.AddRange(sorted.Skip(n - m + 1));
            if (start == i || i > n - m)
                adjusted[i] = Math.Max(adjusted[i], set.Select((value, k) => m * value / (k + 1)).Min());
        }
        var result = new double[n];
        for (var i = 0; i < n; i++)
            result[order[i]] = Math.Min(1, adjusted[i]);
        return result;
    }
}
