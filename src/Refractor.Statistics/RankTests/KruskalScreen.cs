using System.Numerics;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.RankTests;

/// <summary>
/// Kruskal and Wallis's test of the same groups in every feature of a matrix, from the stored order, as columns of length f.
/// </summary>
/// <remarks>
/// Samples without a value are dropped feature by feature. The sums are integers, so that the result depends neither on threads nor on
/// the order of samples. Checked against R <c>kruskal.test</c>.
/// </remarks>
public sealed class KruskalScreen
{
    private KruskalScreen(int features)
    {
        (H, LogP) = (new double[features], new double[features]);
        (DegreesOfFreedom, N) = (new int[features], new int[features]);
        Reasons = new NotEstimable[features];
    }

    /// <summary>Statistics, corrected for ties; NaN where <see cref="Reasons"/> says why.</summary>
    public double[] H { get; }

    /// <summary>Groups with a value, less one.</summary>
    public int[] DegreesOfFreedom { get; }

    /// <summary>Natural logarithms of p.</summary>
    public double[] LogP { get; }

    /// <summary>Samples with a group and a value.</summary>
    public int[] N { get; }

    /// <summary>
    /// Why there is no test: <see cref="NotEstimable.OneGroup"/> with fewer than two groups, <see cref="NotEstimable.NoVariation"/> if
    /// all values are equal.
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Runs over all features.</summary>
    /// <param name="order">Order of n samples by f features.</param>
    /// <param name="groups">n groups: 0 to k − 1; a negative number leaves the sample out.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    /// <exception cref="ArgumentException">There are not n groups, or one is not below n.</exception>
    public static KruskalScreen Run(SampleOrder order, ReadOnlySpan<int> groups, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (groups.Length != order.Samples)
            throw new ArgumentException($"Found {groups.Length} groups; expected {order.Samples}.", nameof(groups));
        // Place 0 collects the samples that are left out.
        var places = new int[groups.Length];
        var most = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (groups[i] >= groups.Length)
                throw new ArgumentException(
                    $"Group {groups[i]} found; expected numbers from 0 below {groups.Length}.",
                    nameof(groups)
                );
            places[i] = Math.Max(0, groups[i] + 1);
            most = Math.Max(most, places[i]);
        }
        var screen = new KruskalScreen(order.Features);
        if (order.IsShort)
            screen.Fill<ushort>(order, places, most, threads);
        else
            screen.Fill<int>(order, places, most, threads);
        return screen;
    }

    private void Fill<T>(SampleOrder order, int[] places, int most, int threads)
        where T : unmanaged, IBinaryInteger<T> =>
        FeatureLoop.Run(
            order.Features,
            threads,
            () =>
            {
                var sums = new GroupRankSums(places, most);
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        sums.Walk(order.Indices<T>(f)[..order.Measured(f)], order.Ties(f));
                        Set(f, sums);
                    }
                };
            }
        );

    private void Set(int feature, GroupRankSums sums)
    {
        double n = sums.Total;
        var cubes = n * n * n - n;
        N[feature] = sums.Total;
        DegreesOfFreedom[feature] = Math.Max(0, sums.GroupsPresent - 1);
        Reasons[feature] =
            sums.GroupsPresent < 2 ? NotEstimable.OneGroup
            : sums.TieTerm >= cubes ? NotEstimable.NoVariation
            : NotEstimable.None;
        if (Reasons[feature] != NotEstimable.None)
        {
            (H[feature], LogP[feature]) = (double.NaN, double.NaN);
            return;
        }
        H[feature] = 3 * sums.Scatter() / (n * (n + 1)) / (1 - sums.TieTerm / cubes);
        LogP[feature] = ChiSquared.UpperTail(H[feature], DegreesOfFreedom[feature]).Log;
    }
}
