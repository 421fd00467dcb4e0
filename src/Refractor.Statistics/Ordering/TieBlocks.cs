using System.Numerics;

namespace Refractor.Statistics.Ordering;

/// <summary>The blocks of two and more tied positions of an order, from its tie bits; positions without ties cost nothing.</summary>
internal ref struct TieBlocks(ReadOnlySpan<ulong> ties)
{
    private readonly ReadOnlySpan<ulong> _ties = ties;
    private int _word = -1;
    private ulong _bits;

    /// <summary>First position of the block.</summary>
    public int From { get; private set; }

    /// <summary>Position after the block.</summary>
    public int To { get; private set; }

    /// <summary>Goes to the next block; false if there is none.</summary>
    public bool MoveNext()
    {
        unchecked
        {
            while (_bits == 0)
            {
                if (++_word >= _ties.Length)
                    return false;
                _bits = _ties[_word];
            }
            var bit = BitOperations.TrailingZeroCount(_bits);
            From = 64 * _word + bit;
            bit += BitOperations.TrailingZeroCount(~(_bits >> bit));
            while (bit == 64 && ++_word < _ties.Length)
            {
                _bits = _ties[_word];
                bit = BitOperations.TrailingZeroCount(~_bits);
            }
            To = 64 * _word + bit + 1;
            _bits = bit == 64 ? 0 : _bits & (ulong.MaxValue << bit);
            return true;
        }
    }
}
