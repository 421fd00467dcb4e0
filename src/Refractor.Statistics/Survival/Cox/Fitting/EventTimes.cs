namespace Refractor.Statistics.Survival.Cox.Fitting;

/// <summary>Transforms the times of events.</summary>
internal static class EventTimes
{
    /// <summary>g of each block's time, less its mean over the events.</summary>
    public static double[] Transformed(CoxSample sample, TimeTransform transform)
    {
        var blocks = sample.Risk.Blocks;
        var g = transform switch
        {
            TimeTransform.Identity => Array.ConvertAll(blocks, b => b.Time),
            TimeTransform.Log => Array.ConvertAll(blocks, b => Math.Log(b.Time)),
            TimeTransform.Rank => Pooled(sample.Risk, (group, _) => (group.Start + group.End + 1) / 2.0),
            TimeTransform.KaplanMeier => Pooled(sample.Risk, (_, survival) => 1 - survival),
            _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "No such transform."),
        };
        // The test does not depend on the mean; without it the sums keep their digits.
        var mean = 0.0;
        for (var b = 0; b < g.Length; b++)
            mean += g[b] * blocks[b].Events / sample.Risk.Events;
        return Array.ConvertAll(g, v => v - mean);
    }

    // A value of each time of events from the rows with that time and the Kaplan-Meier estimate just before it: all strata together and
    // without case weights, as R has it.
    private static double[] Pooled(CoxRiskSets risk, Func<(int Start, int End), double, double> value)
    {
        var (times, order) = Sorted(risk.Times);
        var entries = risk.Entries is null ? [] : Sorted(risk.Entries).Times;
        var (eventTimes, values) = (new List<double>(), new List<double>());
        var (survival, entered) = (1.0, 0);
        for (var start = 0; start < times.Length; )
        {
            while (entered < entries.Length && entries[entered] < times[start])
                entered++;
            var (end, events) = (start, 0);
            for (; end < times.Length && times[end] == times[start]; end++)
                events += risk.Event[order[end]] ? 1 : 0;
            if (events > 0)
            {
                eventTimes.Add(times[start]);
                values.Add(value((start, end), survival));
                var everUnderObservation = risk.Entries is null ? times.Length : entered;
                survival *= 1 - (double)events / (everUnderObservation - start);
            }
            start = end;
        }
        return Array.ConvertAll(risk.Blocks, b => values[eventTimes.BinarySearch(b.Time)]);
    }

    private static (double[] Times, int[] Order) Sorted(double[] times)
    {
        var (sorted, order) = ((double[])times.Clone(), new int[times.Length]);
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        Array.Sort(sorted, order);
        return (sorted, order);
    }
}
