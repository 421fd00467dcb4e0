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
            TimeTransform.Rank => Ranks(sample.Risk),
            TimeTransform.KaplanMeier => KaplanMeier(sample),
            _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "No such transform."),
        };
        // The test does not depend on the mean; without it the sums keep their digits.
        var mean = g.Zip(blocks, (v, b) => v * b.Events).Sum() / sample.Risk.Events;
        return Array.ConvertAll(g, v => v - mean);
    }

    private static double[] Ranks(CoxRiskSets risk)
    {
        var sorted = risk.Times.Order().ToArray();
        return Array.ConvertAll(
            risk.Blocks,
            block =>
            {
                var first = Array.BinarySearch(sorted, block.Time);
                var last = first;
                while (first > 0 && sorted[first - 1] == block.Time)
                    first--;
                while (last < sorted.Length - 1 && sorted[last + 1] == block.Time)
                    last++;
                return 1 + (first + last) / 2.0;
            }
        );
    }

    // The Kaplan-Meier estimate of all strata together, just before the time.
    private static double[] KaplanMeier(CoxSample sample)
    {
        var risk = sample.Risk;
        var before = new Dictionary<double, double>();
        var survival = 1.0;
        var times = risk.Blocks.Select(b => b.Time).Distinct().Order().ToArray();
        var walker = new AtRiskWeights(sample);
        foreach (var time in times)
        {
            before[time] = 1 - survival;
            survival *= 1 - walker.Events(time) / walker.AtRisk(time);
        }
        return Array.ConvertAll(risk.Blocks, b => before[b.Time]);
    }

    /// <summary>Case weights at risk and with the event at times.</summary>
    private sealed class AtRiskWeights
    {
        private readonly (double[] Times, double[] Sums) _ends;
        private readonly (double[] Times, double[] Sums) _entries;
        private readonly Dictionary<double, double> _events = [];

        public AtRiskWeights(CoxSample sample)
        {
            var (risk, weights) = (sample.Risk, sample.Weights);
            _ends = Cumulative(risk.Times, weights);
            _entries = risk.Entries is { } entries ? Cumulative(entries, weights) : ([], [0]);
            for (var i = 0; i < risk.N; i++)
                if (risk.Event[i])
                    _events[risk.Times[i]] = _events.GetValueOrDefault(risk.Times[i]) + weights[i];
        }

        public double Events(double time) => _events[time];

        // Those whose end is at or after the time, without those who enter then or later.
        public double AtRisk(double time) => From(_ends, time) - From(_entries, time);

        private static double From((double[] Times, double[] Sums) list, double time)
        {
            var index = Array.BinarySearch(list.Times, time);
            index = index < 0 ? ~index : index;
            while (index > 0 && list.Times[index - 1] == time)
                index--;
            return list.Sums[^1] - list.Sums[index];
        }

        private static (double[] Times, double[] Sums) Cumulative(double[] times, double[] weights)
        {
            var (sorted, carried) = ((double[])times.Clone(), (double[])weights.Clone());
            Array.Sort(sorted, carried);
            var sums = new double[sorted.Length + 1];
            for (var i = 0; i < sorted.Length; i++)
                sums[i + 1] = sums[i] + carried[i];
            return (sorted, sums);
        }
    }
}
