namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>Log-rank scores: the event observed of each patient less those expected if all survived alike.</summary>
internal static class LogRankScores
{
    /// <summary>n scores; NaN in rows not used. They sum to 0.</summary>
    public static double[] Of(SurvivalTimes times)
    {
        var sets = RiskSets.Of(times);
        var hazard = new double[sets.Count];
        var sum = 0.0;
        for (var k = 0; k < hazard.Length; k++)
            hazard[k] = sum += sets.Died[k] / sets.AtRisk[k];
        var scores = new double[times.Count];
        Array.Fill(scores, double.NaN);
        for (var k = 0; k < hazard.Length; k++)
        for (var position = times.TimeStarts[k]; position < times.TimeStarts[k + 1]; position++)
        {
            var row = times.Order[position];
            scores[row] = (times.EventObserved[row] ? 1 : 0) - hazard[k];
            if (times.HasEntries)
                scores[row] += HazardAt(times.Entries[row], sets.Time, hazard);
        }
        return scores;
    }

    private static double HazardAt(double time, double[] times, double[] hazard)
    {
        var found = Array.BinarySearch(times, time);
        var k = found >= 0 ? found : ~found - 1;
        return k < 0 ? 0 : hazard[k];
    }
}
