using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Tests.Ordering;

public class ColumnSorterTests
{
    [Fact]
    public void Sorts_with_equal_values_in_the_order_of_features_and_missing_ones_left_out()
    {
        double[] values = [3, double.NaN, -1, 0.0, 3, -0.0, double.PositiveInfinity, double.NegativeInfinity];
        var sorter = new ColumnSorter(values.Length);
        sorter.Sort(values);
        Check(sorter);
        sorter.Sort(Array.ConvertAll(values, v => (float)v));
        Check(sorter);

        static void Check(ColumnSorter sorter)
        {
            sorter.Order.ToArray().ShouldBe([7, 2, 3, 5, 0, 4, 6]);
            sorter.TiedWithNext.ToArray().ShouldBe([false, false, true, false, true, false, false]);
            sorter.EndOfTie(2).ShouldBe(4);
            sorter.EndOfTie(6).ShouldBe(7);
        }
    }

    [Fact]
    public void Sorts_many_values_as_a_stable_sort_does()
    {
        var random = new RandomSource(3);
        var sorter = new ColumnSorter(5000);
        for (var run = 0; run < 3; run++)
        {
            var values = new double[5000];
            for (var i = 0; i < values.Length; i++)
                values[i] = Math.Round(2000 * random.NextDouble() - 700) / 8;
            sorter.Sort(values);
            sorter.Order.ToArray().ShouldBe(Enumerable.Range(0, 5000).OrderBy(i => values[i]));
            sorter.Sort(Array.ConvertAll(values, v => (float)v));
            sorter.Order.ToArray().ShouldBe(Enumerable.Range(0, 5000).OrderBy(i => values[i]));
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(70, 37)]
    public void Samples_are_read_and_written_back(int features, int samples)
    {
        var values = Enumerable.Range(0, features * samples).Select(i => (float)i).ToArray();
        var matrix = FeatureMatrix.Of(features, samples, values);
        var columns = new float[5 * features];
        SampleColumns.Copy<float>(matrix, 1, Math.Min(6, samples), columns);
        for (var i = 0; i < features; i++)
            columns[(2 * features) + i].ShouldBe(values[(i * samples) + 3]);
        var back = new float[values.Length];
        SampleColumns.CopyBack<float>(columns, samples, 1, Math.Min(6, samples), back);
        for (var i = 0; i < values.Length; i++)
            back[i].ShouldBe(i % samples is >= 1 and < 6 ? values[i] : 0);
    }
}
