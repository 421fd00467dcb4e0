using System.Numerics;
using System.Runtime.CompilerServices;

namespace Refractor.Statistics.RankTests;

/// <summary>The rank sums of several groups along the ordered samples of one feature; one thread's, used for feature after feature.</summary>
internal sealed class GroupRankSums
{
    private readonly int[] _places;
    private readonly long[] _sums;
    private readonly int[] _counts;

    /// <param name="places">By sample: 0 if left out, else 1 to the number of groups.</param>
    /// <param name="groups">Number of groups.</param>
    public GroupRankSums(int[] places, int groups)
    {
        _places = places;
        (_sums, _counts) = (new long[groups + 1], new int[groups + 1]);
    }

    /// <summary>Samples that have a group and a value.</summary>
    public int Total { get; private set; }

    /// <summary>Groups that have a value.</summary>
    public int GroupsPresent { get; private set; }

    /// <summary>Σ (t³ − t) over blocks of ties.</summary>
    public double TieTerm { get; private set; }

    /// <summary>Adds up the doubled midranks of each group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Walk<T>(ReadOnlySpan<T> order, ReadOnlySpan<ulong> ties)
        where T : unmanaged, IBinaryInteger<T>
    {
        unchecked
        {
            Array.Clear(_sums);
            Array.Clear(_counts);
            long before = 0,
                cubes = 0;
            for (var from = 0; from < order.Length; )
            {
                var to = from + 1;
                while ((ties[(to - 1) >> 6] >> (to - 1) & 1) != 0)
                    to++;
                long block = 0;
                for (var i = from; i < to; i++)
                    block += _places[int.CreateTruncating(order[i])] == 0 ? 0 : 1;
                var rank = 2 * before + block + 1;
                for (var i = from; i < to; i++)
                {
                    var place = _places[int.CreateTruncating(order[i])];
                    _sums[place] += rank;
                    _counts[place]++;
                }
                cubes += block * block * block;
                before += block;
                from = to;
            }
            Total = (int)before;
            TieTerm = cubes - before;
            GroupsPresent = _counts.AsSpan(1).Length - _counts.AsSpan(1).Count(0);
        }
    }

    /// <summary>Σ of the squared deviations of the doubled rank sums from their expectation, over the size of the group.</summary>
    public double Scatter()
    {
        var scatter = 0.0;
        for (var g = 1; g < _sums.Length; g++)
        {
            double deviation = _sums[g] - (long)_counts[g] * (Total + 1);
            scatter += _counts[g] == 0 ? 0 : deviation * deviation / _counts[g];
        }
        return scatter;
    }
}
