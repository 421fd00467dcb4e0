using System.Numerics;
using System.Runtime.CompilerServices;
using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Correlation;

/// <summary>Spearman's correlation of one variable with all features, by a walk along the stored order of each.</summary>
internal static class SpearmanScreen
{
    /// <summary>Runs over all features.</summary>
    /// <param name="order">Order of n samples by f features.</param>
    /// <param name="midranks">n midranks of the variable; NaN where it is missing.</param>
    /// <param name="threads">Threads at most.</param>
    public static CorrelationScreen Run(SampleOrder order, double[] midranks, int threads) =>
        order.IsShort ? Run<ushort>(order, midranks, threads) : Run<int>(order, midranks, threads);

    private static CorrelationScreen Run<T>(SampleOrder order, double[] midranks, int threads)
        where T : unmanaged, IBinaryInteger<T>
    {
        var screen = new CorrelationScreen(order.Features);
        var variable = RankedVariable.Of(midranks);
        FeatureLoop.Run(
            order.Features,
            threads,
            () =>
            {
                var (scratch, present) = (RankedVariable.Of(midranks), new bool[order.Samples]);
                return (from, to) =>
                {
                    for (var f = from; f < to; f++)
                    {
                        var indices = order.Indices<T>(f);
                        var measured = indices[..order.Measured(f)];
                        var ranked = variable;
                        if (measured.Length < indices.Length)
                        {
                            Array.Clear(present);
                            foreach (var i in measured)
                                present[int.CreateTruncating(i)] = true;
                            scratch.Rank(present);
                            ranked = scratch;
                        }
                        Set(screen, f, Walk(measured, order.Ties(f), ranked), ranked);
                    }
                };
            }
        );
        return screen;
    }

    private static void Set(
        CorrelationScreen screen,
        int feature,
        (long Products, double Squares) sums,
        RankedVariable y
    )
    {
        var reason =
            y.Count < 2 ? NotEstimable.TooFewValues
            : sums.Squares == 0 || y.Squares == 0 ? NotEstimable.NoVariation
            : NotEstimable.None;
        screen.Set(feature, sums.Products / Math.Sqrt(sums.Squares * y.Squares), y.Count, reason);
    }

    /// <summary>
    /// Σ of the products of the doubled centred ranks, and Σ of the squares of those of the feature, over the samples that the variable
    /// counts. Integers, without a branch on ties.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (long Products, double Squares) Walk<T>(
        ReadOnlySpan<T> order,
        ReadOnlySpan<ulong> ties,
        RankedVariable variable
    )
        where T : unmanaged, IBinaryInteger<T>
    {
        unchecked
        {
            ReadOnlySpan<long> counted = variable.CountAndRank;
            long before = 0,
                now = 0,
                products = 0,
                cubes = 0,
                ranksBefore = 0,
                ranks = 0;
            for (var i = 0; i < order.Length; i++)
            {
                var sample = counted[int.CreateTruncating(order[i])];
                now += sample & 1;
                ranks += sample >> 1;
                var ends = (long)(ties[i >> 6] >> i & 1) - 1;
                var block = now - before & ends;
                var blockRanks = ranks - ranksBefore & ends;
                products += blockRanks * (before + now);
                cubes += block * block * block;
                before += block;
                ranksBefore += blockRanks;
            }
            // The ranks of the variable sum to 0, so that the centre of those of the feature falls out.
            double n = now;
            return (products, (n * n * n - cubes) / 3);
        }
    }
}
