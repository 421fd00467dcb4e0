namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>Finds out whether a feature separates patients with event from those without, exactly.</summary>
internal static class SeparatedFeature
{
    /// <summary>
    /// The least upper bound of the log partial likelihood if the coefficient diverges: at every time the patients with event have the
    /// largest values (or the smallest), and only those who share that value count. Null if there is a finite maximum.
    /// </summary>
    public static double? Find(ScreenPlan plan, FeatureLanes lanes, int lane) =>
        plan.Risk.Leaving is null ? Bound(plan, lanes, lane, 1) ?? Bound(plan, lanes, lane, -1) : null;

    private static double? Bound(ScreenPlan plan, FeatureLanes lanes, int lane, double sign)
    {
        var values = lanes.Values;
        var (highest, count, bound) = (double.NegativeInfinity, 0, 0.0);
        for (var b = plan.Risk.Blocks.Length - 1; b >= 0; b--)
        {
            var block = plan.Risk.Blocks[b];
            if (block.IsLastOfStratum)
                (highest, count) = (double.NegativeInfinity, 0);
            for (var i = block.Start; i < block.AddedEnd; i++)
            {
                if (!lanes.IsPresent(i, lane))
                    continue;
                var value = sign * values[i][lane];
                count =
                    value > highest ? 1
                    : value == highest ? count + 1
                    : count;
                highest = Math.Max(highest, value);
            }
            var events = 0;
            for (var i = block.Start; i < block.EventsEnd; i++)
            {
                if (!lanes.IsPresent(i, lane))
                    continue;
                if (sign * values[i][lane] != highest)
                    return null;
                bound -= Math.Log(plan.Ties == CoxTies.Efron ? count - events : count);
                events++;
            }
        }
        return bound;
    }
}
