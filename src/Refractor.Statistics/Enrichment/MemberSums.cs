using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Refractor.Statistics.Enrichment;

/// <summary>
/// The members of a changing set in order of their position, each with the running sum so far: the weights of the members up to it and
/// the number of other features before the end of its block. The running sum there, in units of Σ weights, is hits − cost · misses.
/// </summary>
/// <remarks>
/// Ranges are processed in whole vectors. What a vector writes beyond its range is put back, and room before and behind the members
/// keeps it within the arrays.
/// </remarks>
internal sealed class MemberSums(Ranking ranking, int capacity)
{
    private const int Width = 8;

    private readonly int[] _positions = new int[capacity + 2 * Width];
    private readonly double[] _hits = new double[capacity + 2 * Width];
    private readonly double[] _misses = new double[capacity + 2 * Width];

    /// <summary>Number of members.</summary>
    public int Count { get; private set; }

    /// <summary>Σ weights.</summary>
    public double Total => _hits[Width + Count - 1];

    /// <summary>Positions in ascending order.</summary>
    public ReadOnlySpan<int> Positions => _positions.AsSpan(Width, Count);

    public int Position(int member) => _positions[Width + member];

    /// <summary>Weights up to a member; 0 before the first.</summary>
    public double Hits(int member) => _hits[Width + member];

    public double Misses(int member) => _misses[Width + member];

    /// <summary>Takes all members out.</summary>
    public void Clear() => Count = 0;

    /// <summary>Copies another set of no larger capacity.</summary>
    public void CopyFrom(MemberSums other)
    {
        Count = other.Count;
        other._positions.CopyTo(_positions, 0);
        other._hits.CopyTo(_hits, 0);
        other._misses.CopyTo(_misses, 0);
    }

    /// <summary>Number of members before a position.</summary>
    public int PlaceOf(int position)
    {
        unchecked
        {
            ref var first = ref MemoryMarshal.GetArrayDataReference(_positions);
            var (from, length) = (Width, Count);
            for (var half = length >> 1; length > 128; half = length >> 1)
            {
                from += _positions[from + half - 1] < position ? half : 0;
                length -= half;
            }
            var limit = Vector512.Create(position);
            var before = 0;
            for (var i = 0; i < length; i += 16)
            {
                var bits = Vector512
                    .LessThan(Vector512.LoadUnsafe(ref first, (nuint)(from + i)), limit)
                    .ExtractMostSignificantBits();
                before += BitOperations.PopCount(i + 16 <= length ? bits : bits & ((1u << (length - i)) - 1));
            }
            return from - Width + before;
        }
    }

    /// <summary>Adds features at positions in ascending order that are not yet members.</summary>
    public void Add(ReadOnlySpan<int> added)
    {
        var weight = 0.0;
        foreach (var p in added)
            weight += ranking.Steps[p];
        var end = Count;
        for (var remaining = added.Length; remaining > 0; remaining--)
        {
            var position = added[remaining - 1];
            var place = PlaceOf(position);
            MoveUp(place, end, remaining, weight);
            Put(place + remaining - 1, position, (place == 0 ? 0 : Hits(place - 1)) + weight);
            weight -= ranking.Steps[position];
            end = place;
        }
        Count += added.Length;
    }

    /// <summary>Exchanges a member for a feature whose place among the present members is known.</summary>
    public void Exchange(int removed, double removedStep, int added, double addedStep, int place)
    {
        int at;
        if (removed < place)
        {
            at = place - 1;
            MoveDown(removed + 1, place, removedStep);
            Raise(place, addedStep - removedStep);
        }
        else
        {
            at = place;
            MoveUp(place, removed, 1, addedStep);
            Raise(removed + 1, addedStep - removedStep);
        }
        Put(at, added, (at == 0 ? 0 : Hits(at - 1)) + addedStep);
    }

    /// <summary>The largest deviation of the running sum above zero.</summary>
    public double Deviation()
    {
        double others = ranking.Count - Count;
        return Total == 0 ? EqualWeightDeviation(others) : Math.Max(0, Highest(Total / others) / Total);
    }

    private double Highest(double cost)
    {
        ref var hits = ref MemoryMarshal.GetArrayDataReference(_hits);
        ref var misses = ref MemoryMarshal.GetArrayDataReference(_misses);
        var costs = Vector512.Create(-cost);
        var highest = Vector512.Create(double.NegativeInfinity);
        unchecked
        {
            highest.StoreUnsafe(ref hits, (nuint)(Width + Count));
            for (var i = Width; i < Width + Count; i += Width)
                highest = Vector512.MaxNative(highest, Sums(ref hits, ref misses, costs, i));
        }
        var four = Vector256.MaxNative(highest.GetLower(), highest.GetUpper());
        var two = Vector128.MaxNative(four.GetLower(), four.GetUpper());
        return Math.Max(two[0], two[1]);
    }

    /// <summary>The first member of a range where the running sum exceeds a limit; −1 if there is none.</summary>
    public int FirstAbove(int from, int to, double cost, double limit)
    {
        ref var hits = ref MemoryMarshal.GetArrayDataReference(_hits);
        ref var misses = ref MemoryMarshal.GetArrayDataReference(_misses);
        var costs = Vector512.Create(-cost);
        var limits = Vector512.Create(limit);
        unchecked
        {
            for (var i = from; i < to; i += Width)
            {
                var above = Vector512.GreaterThan(Sums(ref hits, ref misses, costs, i + Width), limits);
                var bits = above.ExtractMostSignificantBits();
                if (bits == 0)
                    continue;
                var member = i + BitOperations.TrailingZeroCount(bits);
                return member < to ? member : -1;
            }
        }
        return -1;
    }

    private double EqualWeightDeviation(double others)
    {
        var best = 0.0;
        for (var i = 0; i < Count; i++)
            best = Math.Max(best, (i + 1.0) / Count - Misses(i) / others);
        return best;
    }

    private static Vector512<double> Sums(ref double hits, ref double misses, Vector512<double> costs, int at) =>
        Vector512.FusedMultiplyAdd(
            Vector512.LoadUnsafe(ref misses, (nuint)at),
            costs,
            Vector512.LoadUnsafe(ref hits, (nuint)at)
        );

    private void Put(int member, int position, double hits)
    {
        _positions[Width + member] = position;
        _hits[Width + member] = hits;
        _misses[Width + member] = ranking.BlockEnds[position] - member;
    }

    /// <summary>Moves a range of members behind some new ones of some weight.</summary>
    private void MoveUp(int from, int to, int places, double weight)
    {
        unchecked
        {
            ref var positions = ref _positions[from];
            ref var hits = ref _hits[from];
            ref var misses = ref _misses[from];
            var shift = (nuint)places;
            var kept = (
                Vector256.LoadUnsafe(ref positions, shift),
                Vector512.LoadUnsafe(ref hits, shift),
                Vector512.LoadUnsafe(ref misses, shift)
            );
            var (up, down) = (Vector512.Create(weight), Vector512.Create((double)places));
            for (var i = to - from; i > 0; i -= Width)
            {
                Vector256.LoadUnsafe(ref positions, (nuint)i).StoreUnsafe(ref positions, (nuint)i + shift);
                (Vector512.LoadUnsafe(ref hits, (nuint)i) + up).StoreUnsafe(ref hits, (nuint)i + shift);
                (Vector512.LoadUnsafe(ref misses, (nuint)i) - down).StoreUnsafe(ref misses, (nuint)i + shift);
            }
            kept.Item1.StoreUnsafe(ref positions, shift);
            kept.Item2.StoreUnsafe(ref hits, shift);
            kept.Item3.StoreUnsafe(ref misses, shift);
        }
    }

    /// <summary>Moves a range of members one place down, after one of some weight was taken out before them.</summary>
    private void MoveDown(int from, int to, double weight)
    {
        unchecked
        {
            ref var positions = ref _positions[Width + from];
            ref var hits = ref _hits[Width + from];
            ref var misses = ref _misses[Width + from];
            var end = (nuint)(to - from);
            var kept = (
                Vector256.LoadUnsafe(ref positions, end),
                Vector512.LoadUnsafe(ref hits, end),
                Vector512.LoadUnsafe(ref misses, end)
            );
            var (down, up) = (Vector512.Create(weight), Vector512<double>.One);
            for (nuint i = 0; i < end; i += Width)
            {
                Vector256.LoadUnsafe(ref positions, i).StoreUnsafe(ref positions, i - 1);
                (Vector512.LoadUnsafe(ref hits, i) - down).StoreUnsafe(ref hits, i - 1);
                (Vector512.LoadUnsafe(ref misses, i) + up).StoreUnsafe(ref misses, i - 1);
            }
            kept.Item1.StoreUnsafe(ref positions, end);
            kept.Item2.StoreUnsafe(ref hits, end);
            kept.Item3.StoreUnsafe(ref misses, end);
        }
    }

    private void Raise(int from, double weight)
    {
        unchecked
        {
            ref var hits = ref MemoryMarshal.GetArrayDataReference(_hits);
            var up = Vector512.Create(weight);
            for (var i = Width + from; i < Width + Count; i += Width)
                (Vector512.LoadUnsafe(ref hits, (nuint)i) + up).StoreUnsafe(ref hits, (nuint)i);
        }
    }
}
