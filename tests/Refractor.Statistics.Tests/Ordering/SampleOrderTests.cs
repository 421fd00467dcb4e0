using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Tests.Ordering;

public class SampleOrderTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(130)]
    [InlineData(3000)]
    public void Order_is_that_of_a_stable_sort_with_missing_values_last(int samples)
    {
        var values = Values(features: 12, samples, seed: 5);
        var order = SampleOrder.Of(FeatureMatrix.Of(12, samples, values));
        var doubles = Array.ConvertAll(values, v => (double)v);
        var orderOfDoubles = SampleOrder.Of(FeatureMatrix.Of(12, samples, doubles), threads: 1);
        for (var f = 0; f < 12; f++)
        {
            var expected = Enumerable
                .Range(0, samples)
                .OrderBy(i => double.IsNaN(doubles[f * samples + i]))
                .ThenBy(i => doubles[f * samples + i])
                .ToArray();
            Order(order, f).ShouldBe(expected);
            Order(orderOfDoubles, f).ShouldBe(expected);
            order.Measured(f).ShouldBe(expected.Count(i => !double.IsNaN(doubles[f * samples + i])));
            for (var i = 0; i + 1 < samples; i++)
            {
                var tied = doubles[f * samples + expected[i]] == doubles[f * samples + expected[i + 1]];
                order.IsTiedWithNext(f, i).ShouldBe(tied);
                orderOfDoubles.IsTiedWithNext(f, i).ShouldBe(tied);
            }
        }
    }

    [Fact]
    public void More_than_65536_samples_are_numbered_in_32_bits()
    {
        var samples = SampleOrder.MostShortSamples + 1;
        var random = new RandomSource(3);
        var values = new float[samples];
        foreach (ref var v in values.AsSpan())
            v = (float)random.NextDouble();
        var order = SampleOrder.Of(FeatureMatrix.Of(1, samples, values));
        order.ShortIndices.IsEmpty.ShouldBeTrue();
        var expected = Enumerable.Range(0, samples).OrderBy(i => values[i]).ToArray();
        Order(order, 0).ShouldBe(expected);
        var restored = SampleOrder.FromArrays(1, samples, order.LongIndices, order.MeasuredCounts, order.TieBits);
        Order(restored, 0).ShouldBe(expected);
    }

    [Fact]
    public void Order_is_the_same_for_any_number_of_threads_and_comes_back_from_its_arrays()
    {
        var matrix = FeatureMatrix.Of(100, 200, Values(100, 200, seed: 9));
        var one = SampleOrder.Of(matrix, threads: 1);
        var three = SampleOrder.Of(matrix, threads: 3);
        three.ShortIndices.Span.SequenceEqual(one.ShortIndices.Span).ShouldBeTrue();
        three.TieBits.Span.SequenceEqual(one.TieBits.Span).ShouldBeTrue();
        var restored = SampleOrder.FromArrays(100, 200, one.ShortIndices, one.MeasuredCounts, one.TieBits);
        Order(restored, 99).ShouldBe(Order(one, 99));
        one.Bytes.ShouldBe(100 * (200 * 2 + 4 * 8 + 4));
    }

    [Fact]
    public void Arrays_that_do_not_fit_are_refused()
    {
        ushort[] beyond = [0, 1, 3];
        int[] negative = [0, -1, 2];
        int[] tooMany = [4];
        Refused(() => SampleOrder.FromArrays(2, 3, new ushort[5], new int[2], new ulong[2]));
        Refused(() => SampleOrder.FromArrays(1, 3, new ushort[3], new int[2], new ulong[1]));
        Refused(() => SampleOrder.FromArrays(1, 3, new ushort[3], new int[1], new ulong[2]));
        Refused(() => SampleOrder.FromArrays(1, 3, beyond, new int[1], new ulong[1]));
        Refused(() => SampleOrder.FromArrays(1, 3, negative, new int[1], new ulong[1]));
        Refused(() => SampleOrder.FromArrays(1, 3, new ushort[3], tooMany, new ulong[1]));
        static void Refused(Func<SampleOrder> make) => Should.Throw<ArgumentException>(make);
    }

    [Fact]
    public void Midranks_share_the_mean_and_skip_missing_values() =>
        // R 4.2.2: rank(c(2, NA, 1, 2, Inf, -Inf, 2), na.last = "keep")
        Midranks
            .Of([2, double.NaN, 1, 2, double.PositiveInfinity, double.NegativeInfinity, 2])
            .ShouldBe([4, double.NaN, 2, 4, 6, 1, 4]);

    private static int[] Order(SampleOrder order, int feature)
    {
        var samples = new int[order.Samples];
        order.CopyOrder(feature, samples);
        return samples;
    }

    /// <summary>Features with and without ties, missing values, infinities, both signs of zero, constants.</summary>
    private static float[] Values(int features, int samples, ulong seed)
    {
        var random = new RandomSource(seed);
        var values = new float[features * samples];
        for (var i = 0; i < values.Length; i++)
        {
            var u = random.NextDouble();
            values[i] = (i / Math.Max(1, samples) % 6) switch
            {
                0 => (float)(8 * u - 4),
                1 => (float)Math.Round(20 * u - 10),
                2 => u < 0.2 ? float.NaN : (float)(u + 5),
                3 => u < 0.1 ? float.PositiveInfinity
                : u < 0.2 ? float.NegativeInfinity
                : u < 0.5 ? -0f
                : u < 0.8 ? 0f
                : (float)u,
                4 => 3,
                _ => float.NaN,
            };
        }
        return values;
    }
}
