namespace Refractor.Statistics.Survival;

/// <summary>How many are at risk, have the event and are censored at each distinct time, ascending.</summary>
internal sealed class RiskSets
{
    private RiskSets(int count) =>
        (Time, AtRisk, Died, Censored) = (new double[count], new double[count], new double[count], new double[count]);

    /// <summary>Number of distinct times.</summary>
    public int Count => Time.Length;

    /// <summary>The distinct times.</summary>
    public double[] Time { get; }

    /// <summary>Weight of the rows at risk: entered before and not ended before the time.</summary>
    public double[] AtRisk { get; }

    /// <summary>Weight of the rows with an event at the time.</summary>
    public double[] Died { get; }

    /// <summary>Weight of the rows censored at the time.</summary>
    public double[] Censored { get; }

    /// <summary>Counts, or adds up case weights.</summary>
    /// <param name="times">n rows.</param>
    /// <param name="weights">n case weights; null for 1.</param>
    public static RiskSets Of(SurvivalTimes times, double[]? weights = null)
    {
        var sets = new RiskSets(times.TimeStarts.Length - 1);
        var atRisk = 0.0;
        var nextToLeave = times.EntryOrder.Length - 1;
        for (var block = sets.Count - 1; block >= 0; block--)
        {
            var rows = times.Order.AsSpan()[times.TimeStarts[block]..times.TimeStarts[block + 1]];
            var time = times.Times[rows[0]];
            for (; nextToLeave >= 0 && times.Entries[times.EntryOrder[nextToLeave]] >= time; nextToLeave--)
                atRisk -= weights?[times.EntryOrder[nextToLeave]] ?? 1;
            foreach (var row in rows)
            {
                var weight = weights?[row] ?? 1;
                atRisk += weight;
                (times.EventObserved[row] ? sets.Died : sets.Censored)[block] += weight;
            }
            (sets.Time[block], sets.AtRisk[block]) = (time, atRisk);
        }
        return sets;
    }
}
