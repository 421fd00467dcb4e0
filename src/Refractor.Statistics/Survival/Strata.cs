namespace Refractor.Statistics.Survival;

/// <summary>Splits follow-up into strata or groups.</summary>
internal static class Strata
{
    /// <summary>The follow-up of each stratum that has rows, by ascending number; rows with a negative number belong to none.</summary>
    /// <param name="times">n rows.</param>
    /// <param name="strata">n numbers; null or empty for one stratum.</param>
    public static IReadOnlyList<SurvivalTimes> Split(SurvivalTimes times, ReadOnlySpan<int> strata)
    {
        if (strata.IsEmpty)
            return times.N == 0 ? [] : [times];
        var numbers = new SortedSet<int>();
        foreach (var row in times.Order)
            if (strata[row] >= 0)
                numbers.Add(strata[row]);
        var keep = new bool[times.Count];
        var split = new List<SurvivalTimes>(numbers.Count);
        foreach (var number in numbers)
        {
            for (var i = 0; i < keep.Length; i++)
                keep[i] = strata[i] == number;
            split.Add(times.Where(keep));
        }
        return split;
    }
}
