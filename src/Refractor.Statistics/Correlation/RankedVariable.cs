namespace Refractor.Statistics.Correlation;

/// <summary>The ranks of the variable that is correlated with all features, among the samples that count.</summary>
internal sealed class RankedVariable
{
    private readonly int[] _ascending;
    private readonly bool[] _endsBlock;

    private RankedVariable(int[] ascending, bool[] endsBlock, int samples)
    {
        (_ascending, _endsBlock) = (ascending, endsBlock);
        CountAndRank = new long[samples];
    }

    /// <summary>By sample number: twice the doubled centred rank, plus 1 if the sample counts; 0 if it does not.</summary>
    public long[] CountAndRank { get; }

    /// <summary>Samples that count.</summary>
    public int Count { get; private set; }

    /// <summary>Σ of the squares of the doubled centred ranks.</summary>
    public double Squares { get; private set; }

    /// <summary>Ranks all samples that have a value.</summary>
    /// <param name="midranks">Midranks; NaN where the value is missing.</param>
    public static RankedVariable Of(double[] midranks)
    {
        int[] ascending =
        [
            .. Enumerable.Range(0, midranks.Length).Where(i => !double.IsNaN(midranks[i])).OrderBy(i => midranks[i]),
        ];
        var ends = new bool[ascending.Length];
        for (var i = 0; i < ends.Length; i++)
            ends[i] = i + 1 == ends.Length || midranks[ascending[i]] < midranks[ascending[i + 1]];
        var variable = new RankedVariable(ascending, ends, midranks.Length);
        var present = new bool[midranks.Length];
        Array.Fill(present, true);
        variable.Rank(present);
        return variable;
    }

    /// <summary>Takes the ranks anew among the samples present.</summary>
    public void Rank(bool[] present)
    {
        Array.Clear(CountAndRank);
        Count = 0;
        foreach (var sample in _ascending)
            Count += present[sample] ? 1 : 0;
        var (before, from, squares) = (0, 0, 0.0);
        for (var i = 0; i < _ascending.Length; i++)
        {
            if (!_endsBlock[i])
                continue;
            var block = 0;
            for (var j = from; j <= i; j++)
                block += present[_ascending[j]] ? 1 : 0;
            long rank = 2L * before + block - Count;
            for (var j = from; j <= i; j++)
            {
                if (present[_ascending[j]])
                    CountAndRank[_ascending[j]] = 2 * rank + 1;
            }
            squares += (double)block * rank * rank;
            (before, from) = (before + block, i + 1);
        }
        Squares = squares;
    }
}
