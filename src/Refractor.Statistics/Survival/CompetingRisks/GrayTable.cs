namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>Counts by group at each distinct time of an event of any cause, as arrays [group][time].</summary>
internal sealed class GrayTable
{
    private double[] _counted = [];
    private double[] _free = [];
    private double[] _deaths = [];

    private GrayTable(int groups, int times)
    {
        Count = times;
        double[][] New() => [.. Enumerable.Range(0, groups).Select(_ => new double[times])];
        (AtRisk, OfCause, OfOthers) = (New(), New(), New());
        (SurvivalBefore, SurvivalAfter, IncidenceBefore) = (New(), New(), New());
    }

    public int Count { get; }

    public double[][] AtRisk { get; }

    public double[][] OfCause { get; }

    public double[][] OfOthers { get; }

    public double[][] SurvivalBefore { get; }

    public double[][] SurvivalAfter { get; }

    public double[][] IncidenceBefore { get; }

    /// <summary>Events of the cause in all groups.</summary>
    public double Deaths(int i) => _deaths[i];

    /// <summary>h of a group: patients at the start that those at risk stand for.</summary>
    public double CountedOf(int group, int i) => AtRisk[group][i] > 0 ? AtRisk[group][i] / SurvivalBefore[group][i] : 0;

    /// <summary>h of all groups.</summary>
    public double Counted(int i) => _counted[i];

    /// <summary>R of a group: those of h that are free of the cause.</summary>
    public double FreeOf(int group, int i) => CountedOf(group, i) * (1 - IncidenceBefore[group][i]);

    /// <summary>R of all groups.</summary>
    public double Free(int i) => _free[i];

    public static GrayTable Of(CompetingTimes times, int cause, ReadOnlySpan<int> groups, int[] numbers)
    {
        var (order, starts) = (times.AnyEvent.Order, times.AnyEvent.TimeStarts);
        var atRisk = new double[numbers.Length];
        foreach (var row in order)
            atRisk[Array.BinarySearch(numbers, groups[row])]++;
        var hasEvent = new bool[starts.Length - 1];
        for (var block = 0; block < hasEvent.Length; block++)
            foreach (var row in order.AsSpan()[starts[block]..starts[block + 1]])
                hasEvent[block] |= times.Causes[row] > 0;
        var table = new GrayTable(numbers.Length, hasEvent.Count(e => e));
        var i = 0;
        for (var block = 0; block < starts.Length - 1; block++)
        {
            var rows = order.AsSpan()[starts[block]..starts[block + 1]];
            for (var g = 0; hasEvent[block] && g < numbers.Length; g++)
                table.AtRisk[g][i] = atRisk[g];
            foreach (var row in rows)
            {
                var g = Array.BinarySearch(numbers, groups[row]);
                atRisk[g]--;
                if (times.Causes[row] == cause)
                    table.OfCause[g][i]++;
                else if (times.Causes[row] > 0)
                    table.OfOthers[g][i]++;
            }
            i += hasEvent[block] ? 1 : 0;
        }
        table.Fill();
        return table;
    }

    private void Fill()
    {
        for (var g = 0; g < AtRisk.Length; g++)
        {
            var (survival, incidence) = (1.0, 0.0);
            for (var i = 0; i < Count; i++)
            {
                (SurvivalBefore[g][i], IncidenceBefore[g][i]) = (survival, incidence);
                if (AtRisk[g][i] > 0)
                {
                    incidence += survival * OfCause[g][i] / AtRisk[g][i];
                    survival *= (AtRisk[g][i] - OfCause[g][i] - OfOthers[g][i]) / AtRisk[g][i];
                }
                SurvivalAfter[g][i] = survival;
            }
        }
        var groups = Enumerable.Range(0, AtRisk.Length).ToArray();
        _counted = [.. Enumerable.Range(0, Count).Select(i => groups.Sum(g => CountedOf(g, i)))];
        _free = [.. Enumerable.Range(0, Count).Select(i => groups.Sum(g => FreeOf(g, i)))];
        _deaths = [.. Enumerable.Range(0, Count).Select(i => groups.Sum(g => OfCause[g][i]))];
    }
}
