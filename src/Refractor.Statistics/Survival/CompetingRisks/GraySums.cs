namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>Scores of Gray's test and their covariance, added up over strata.</summary>
/// <remarks>
/// With Y at risk in a group, S its survival free of any event and F its incidence, both just before a time, the group counts as
/// h = Y/S of the patients at the start, and R = h(1 − F) of them are still free of the cause. The score of a group adds d − R ΣD/ΣR. Its
/// variance adds, over every group r, what an event of the cause in r and one of another cause in r do to the score.
/// </remarks>
internal sealed class GraySums
{
    /// <summary>Starts with sums of 0.</summary>
    /// <param name="times">The patients of all strata.</param>
    /// <param name="groups">n numbers of groups, not negative in rows used.</param>
    public GraySums(CompetingTimes times, ReadOnlySpan<int> groups)
    {
        var numbers = new SortedSet<int>();
        foreach (var row in times.AnyEvent.Order)
            numbers.Add(groups[row]);
        Numbers = [.. numbers];
        (Score, Variance) = (new double[Numbers.Length], new double[Numbers.Length, Numbers.Length]);
    }

    /// <summary>Numbers of the groups that have patients, ascending.</summary>
    public int[] Numbers { get; }

    /// <summary>Weighted events more than expected, by group.</summary>
    public double[] Score { get; }

    /// <summary>Covariance of the scores.</summary>
    public double[,] Variance { get; }

    /// <summary>Adds a stratum.</summary>
    public void Add(CompetingTimes stratum, int cause, ReadOnlySpan<int> groups, double rho)
    {
        var table = GrayTable.Of(stratum, cause, groups, Numbers);
        var (times, k) = (table.Count, Numbers.Length);
        var (incidence, weight, slope) = (new double[times], new double[times], new double[times]);
        var pooled = 0.0;
        for (var i = 0; i < times; i++)
        {
            var jump = table.Deaths(i) / table.Counted(i);
            weight[i] = rho == 0 ? 1 : Math.Pow(1 - pooled, rho);
            slope[i] = jump == 0 ? 0 : jump / (1 - pooled);
            incidence[i] = pooled += jump;
            var hazard = table.Deaths(i) / table.Free(i);
            for (var j = 0; j < k; j++)
                Score[j] += weight[i] * (table.OfCause[j][i] - table.FreeOf(j, i) * (hazard > 0 ? hazard : 0));
        }
        for (var r = 0; r < k; r++)
            AddVariance(table, r, incidence, weight, slope);
    }

    private void AddVariance(GrayTable table, int r, double[] incidence, double[] weight, double[] slope)
    {
        var k = Numbers.Length;
        var (tail, direct, later) = (new double[k], new double[k], new double[k]);
        for (var i = table.Count - 1; i >= 0; i--)
        {
            var h = table.CountedOf(r, i);
            if (!(h > 0))
                continue;
            for (var j = 0; j < k; j++)
            {
                var shift = weight[i] * table.CountedOf(j, i) * ((j == r ? 1 : 0) - h / table.Counted(i));
                // A group in which nobody is left has no later part.
                var scaled = tail[j] == 0 ? 0 : tail[j] * (1 - incidence[i]) / table.SurvivalAfter[r][i];
                (direct[j], later[j]) = (shift + tail[j] - scaled, scaled);
                tail[j] += shift * slope[i];
            }
            var deaths = table.Deaths(i);
            var own = deaths / table.Counted(i) / h;
            if (deaths > 1)
                own *= 1 - (deaths - 1) / (table.Counted(i) * table.SurvivalBefore[r][i] - 1);
            var (others, atRisk) = (table.OfOthers[r][i], table.AtRisk[r][i]);
            var competing = others / (h * h) * (others > 1 ? 1 - (others - 1) / (atRisk - 1) : 1);
            for (var a = 0; a < k; a++)
            for (var b = 0; b < k; b++)
                Variance[a, b] += own * direct[a] * direct[b] + competing * later[a] * later[b];
        }
    }
}
