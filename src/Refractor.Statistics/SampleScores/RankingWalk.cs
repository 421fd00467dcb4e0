using System.Numerics;

namespace Refractor.Statistics.SampleScores;

/// <summary>
/// The random walk of GSVA down the ranking of one sample, with the buffers of one thread: members step up by their share of the
/// weights |p/2 − i + 1|^τ at position i of p, others down by equal steps.
/// </summary>
internal sealed class RankingWalk(int features, GsvaOptions options)
{
    private readonly int[] _positions = new int[features];
    private readonly double[] _weights = new double[features];

    // One bit a position: read from the lowest on, the members come in the order of the ranking without being sorted.
    private readonly ulong[] _isMember = new ulong[(features + 63) / 64];
    private int _ranked = -1;

    /// <summary>Takes over the ranking of a sample, the highest feature first.</summary>
    public void Fill(ReadOnlySpan<int> ranking)
    {
        if (_ranked != ranking.Length)
        {
            _ranked = ranking.Length;
            for (var i = 0; i < _ranked; i++)
                _weights[i] = Math.Pow(Math.Abs((_ranked / 2.0) - i), options.Tau);
        }
        if (_ranked < features)
            Array.Fill(_positions, -1);
        for (var i = 0; i < ranking.Length; i++)
            _positions[ranking[i]] = i;
    }

    /// <summary>The score of a set; NaN without ranked member, without other feature, or without weight.</summary>
    public double Score(ReadOnlySpan<int> members)
    {
        var (count, total) = Mark(members);
        var others = _ranked - count;
        var (highest, lowest) = Deviations(1 / total, 1.0 / others);
        if (count == 0 || others == 0 || total == 0)
            return double.NaN;
        if (!options.MaxDifference)
            return highest > -lowest ? highest : lowest;
        return options.AbsoluteRanking ? highest - lowest : highest + lowest;
    }

    private (int Count, double Total) Mark(ReadOnlySpan<int> members)
    {
        unchecked
        {
            var (count, total) = (0, 0.0);
            foreach (var member in members)
            {
                var position = _positions[member];
                if (position < 0)
                    continue;
                count++;
                total += _weights[position];
                _isMember[position >> 6] |= 1UL << position;
            }
            return (count, total);
        }
    }

    // The walk is highest right after a member and lowest right before one. Clears the marks.
    private (double Highest, double Lowest) Deviations(double up, double down)
    {
        unchecked
        {
            var (highest, lowest) = (0.0, 0.0);
            var (weight, seen) = (0.0, 0);
            for (var word = 0; word < _isMember.Length; word++)
            {
                var bits = _isMember[word];
                if (bits == 0)
                    continue;
                _isMember[word] = 0;
                for (; bits != 0; bits &= bits - 1)
                {
                    var position = (word << 6) + BitOperations.TrailingZeroCount(bits);
                    var fall = (position - seen++) * down;
                    lowest = Math.Min(lowest, (weight * up) - fall);
                    weight += _weights[position];
                    highest = Math.Max(highest, (weight * up) - fall);
                }
            }
            return (highest, lowest);
        }
    }
}
