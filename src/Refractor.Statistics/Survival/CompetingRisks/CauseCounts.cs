namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>How many are at risk and have the event of one cause or of another at each distinct time, ascending.</summary>
internal sealed class CauseCounts
{
    private CauseCounts(int count) =>
        (Time, AtRisk, OfCause, OfOthers) = (
            new double[count],
            new double[count],
            new double[count],
            new double[count]
        );

    public int Count => Time.Length;

    public double[] Time { get; }

    /// <summary>Patients neither censored nor with an event before the time.</summary>
    public double[] AtRisk { get; }

    /// <summary>Events of the cause at the time.</summary>
    public double[] OfCause { get; }

    /// <summary>Events of other causes at the time.</summary>
    public double[] OfOthers { get; }

    public static CauseCounts Of(CompetingTimes times, int cause)
    {
        var (order, starts) = (times.AnyEvent.Order, times.AnyEvent.TimeStarts);
        var counts = new CauseCounts(starts.Length - 1);
        for (var k = 0; k < counts.Count; k++)
        {
            counts.Time[k] = times.AnyEvent.Times[order[starts[k]]];
            counts.AtRisk[k] = order.Length - starts[k];
            for (var position = starts[k]; position < starts[k + 1]; position++)
            {
                var found = times.Causes[order[position]];
                if (found == cause)
                    counts.OfCause[k]++;
                else if (found > 0)
                    counts.OfOthers[k]++;
            }
        }
        return counts;
    }
}
