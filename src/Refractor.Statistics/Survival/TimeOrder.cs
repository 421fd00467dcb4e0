namespace Refractor.Statistics.Survival;

/// <summary>Sorts rows by time.</summary>
internal static class TimeOrder
{
    /// <summary>Rows by ascending time; equal times by ascending row.</summary>
    /// <param name="rows">Rows in ascending order.</param>
    /// <param name="times">A time for each row.</param>
    public static int[] Of(int[] rows, double[] times)
    {
        var order = (int[])rows.Clone();
        var keys = Array.ConvertAll(order, row => times[row]);
        Array.Sort(keys, order);
        for (var from = 0; from < keys.Length; )
        {
            var to = from + 1;
            while (to < keys.Length && keys[to].Equals(keys[from]))
                to++;
            Array.Sort(order, from, to - from);
            from = to;
        }
        return order;
    }

    /// <summary>Position at which each distinct time starts, and the number of rows at the end.</summary>
    public static int[] BlockStarts(int[] order, double[] times)
    {
        var starts = new List<int>(order.Length + 1);
        for (var k = 0; k < order.Length; k++)
            if (k == 0 || times[order[k]] != times[order[k - 1]])
                starts.Add(k);
        starts.Add(order.Length);
        return [.. starts];
    }
}
