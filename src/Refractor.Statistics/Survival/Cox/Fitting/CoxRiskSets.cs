namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>
/// Who is at risk at each time of an event. Rows are sorted by stratum, then by time, events before censorings; a block is one distinct
/// time of events in one stratum. Every sum over risk sets is one walk from the last block to the first.
/// </summary>
internal sealed class CoxRiskSets
{
    private CoxRiskSets(int[] rows, int[] strata, SurvivalTimes times)
    {
        Rows = rows;
        Strata = strata;
        Times = Array.ConvertAll(rows, r => times.Times[r]);
        Event = Array.ConvertAll(rows, r => times.EventObserved[r]);
        Entries = times.HasEntries ? Array.ConvertAll(rows, r => times.Entries[r]) : null;
        Events = Event.Count(e => e);
        Blocks = FindBlocks();
        FirstBlocks = FindFirstBlocks();
        (After, UpTo) = (new int[rows.Length], new int[rows.Length]);
        MarkTimesAtRisk();
        Leaving = Entries is null ? null : FindLeaving();
    }

    /// <summary>Rows of the input in sorted order, N long.</summary>
    public int[] Rows { get; }

    /// <summary>Stratum of each sorted row, ascending from 0.</summary>
    public int[] Strata { get; }

    /// <summary>Time of each sorted row.</summary>
    public double[] Times { get; }

    /// <summary>Entry of each sorted row; null if all are observed from the start.</summary>
    public double[]? Entries { get; }

    /// <summary>Whether the event was observed, for each sorted row.</summary>
    public bool[] Event { get; }

    /// <summary>Distinct times of events, stratum after stratum, ascending.</summary>
    public RiskBlock[] Blocks { get; }

    /// <summary>First block of each stratum; −1 for a stratum without events.</summary>
    public int[] FirstBlocks { get; }

    /// <summary>
    /// A sorted row is at risk in the blocks from After (inclusive) to UpTo (exclusive); if both are equal, in none.
    /// </summary>
    public int[] After { get; }

    /// <inheritdoc cref="After"/>
    public int[] UpTo { get; }

    /// <summary>
    /// For each block the sorted rows that have not yet entered at its time, but were at risk at the next block; null without entries.
    /// </summary>
    public int[][]? Leaving { get; }

    /// <summary>Number of sorted rows, N.</summary>
    public int N => Rows.Length;

    /// <summary>Number of events.</summary>
    public int Events { get; }

    /// <summary>Whether a sorted row is at risk at any time of an event; others tell the likelihood nothing.</summary>
    public bool EverAtRisk(int position) => After[position] < UpTo[position];

    /// <summary>The sorted rows at risk in a block, its events first.</summary>
    public IEnumerable<int> AtRisk(int block)
    {
        for (var i = Blocks[block].Start; i < N && Strata[i] == Blocks[block].Stratum; i++)
            if (After[i] <= block)
                yield return i;
    }

    /// <summary>Sorts the usable rows.</summary>
    /// <param name="times">Follow-up of n rows.</param>
    /// <param name="strata">n stratum numbers; null for one stratum.</param>
    public static CoxRiskSets Of(SurvivalTimes times, int[]? strata)
    {
        var rows = EventsFirst(times);
        if (strata is null)
            return new CoxRiskSets(rows, new int[rows.Length], times);
        // Stable, so that each stratum keeps the order of times.
        var sorted = rows.OrderBy(r => strata[r]).ToArray();
        return new CoxRiskSets(sorted, Array.ConvertAll(sorted, r => strata[r]), times);
    }

    // By time, with events before censorings at the same time.
    private static int[] EventsFirst(SurvivalTimes times)
    {
        var rows = new int[times.N];
        for (var block = 0; block < times.TimeStarts.Length - 1; block++)
        {
            var tied = times.Order.AsSpan()[times.TimeStarts[block]..times.TimeStarts[block + 1]];
            var next = times.TimeStarts[block];
            foreach (var row in tied)
                if (times.EventObserved[row])
                    rows[next++] = row;
            foreach (var row in tied)
                if (!times.EventObserved[row])
                    rows[next++] = row;
        }
        return rows;
    }

    private RiskBlock[] FindBlocks()
    {
        var blocks = new List<RiskBlock>();
        for (var i = 0; i < N; )
        {
            var (first, stratumEnd) = (i, EndOfStratum(i));
            var start = blocks.Count;
            while (i < stratumEnd)
            {
                var (from, time) = (i, Times[i]);
                while (i < stratumEnd && Times[i] == time && Event[i])
                    i++;
                if (i > from)
                    blocks.Add(new RiskBlock(from, i, stratumEnd, time, Strata[first], false));
                while (i < stratumEnd && !(Event[i] && Times[i] > time))
                    i++;
            }
            CloseStratum(blocks, start);
        }
        return [.. blocks];
    }

    private int[] FindFirstBlocks()
    {
        var first = new int[N == 0 ? 0 : Strata[^1] + 1];
        Array.Fill(first, -1);
        for (var b = Blocks.Length - 1; b >= 0; b--)
            first[Blocks[b].Stratum] = b;
        return first;
    }

    private int EndOfStratum(int position)
    {
        var end = position;
        while (end < N && Strata[end] == Strata[position])
            end++;
        return end;
    }

    private static void CloseStratum(List<RiskBlock> blocks, int start)
    {
        for (var b = start; b < blocks.Count; b++)
            blocks[b] =
                b == blocks.Count - 1
                    ? blocks[b] with
                    {
                        IsLastOfStratum = true,
                    }
                    : blocks[b] with
                    {
                        AddedEnd = blocks[b + 1].Start,
                    };
    }

    private void MarkTimesAtRisk()
    {
        var block = 0;
        for (var i = 0; i < N; )
        {
            var (end, first) = (EndOfStratum(i), block);
            while (block < Blocks.Length && Blocks[block].Stratum == Strata[i])
                block++;
            var eventTimes = Blocks.AsSpan(first, block - first);
            for (; i < end; i++)
            {
                UpTo[i] = first + CountUpTo(eventTimes, Times[i]);
                After[i] = Entries is null ? first : first + CountUpTo(eventTimes, Entries[i]);
            }
        }
    }

    private static int CountUpTo(ReadOnlySpan<RiskBlock> blocks, double time)
    {
        var (low, high) = (0, blocks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (blocks[middle].Time <= time)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    private int[][] FindLeaving()
    {
        var leaving = new List<int>[Blocks.Length];
        for (var i = 0; i < N; i++)
        {
            var block = After[i] - 1;
            if (block >= FirstBlocks[Strata[i]])
                (leaving[block] ??= []).Add(i);
        }
        return Array.ConvertAll(leaving, l => l is null ? [] : l.ToArray());
    }
}

/// <summary>One distinct time of events in one stratum, as positions among the sorted rows.</summary>
/// <param name="Start">First event of the block.</param>
/// <param name="EventsEnd">One after its last event.</param>
/// <param name="AddedEnd">One after the last row that is at risk here, but not at the next block of the stratum.</param>
/// <param name="Time">The time.</param>
/// <param name="Stratum">The stratum.</param>
/// <param name="IsLastOfStratum">Whether no later event follows in the stratum.</param>
internal readonly record struct RiskBlock(
    int Start,
    int EventsEnd,
    int AddedEnd,
    double Time,
    int Stratum,
    bool IsLastOfStratum
)
{
    /// <summary>Number of events.</summary>
    public int Events => EventsEnd - Start;
}
