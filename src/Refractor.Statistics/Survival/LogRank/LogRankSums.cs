namespace Refractor.Statistics.Survival.LogRank;

/// <summary>Observed and expected events of groups and the variance of their differences, added up over strata.</summary>
internal sealed class LogRankSums
{
    private readonly int[] _index;
    private readonly double[] _atRisk;
    private readonly double[] _died;

    /// <summary>Starts with sums of 0.</summary>
    /// <param name="times">The patients of all strata.</param>
    /// <param name="groups">n numbers of groups, not negative in rows used.</param>
    public LogRankSums(SurvivalTimes times, ReadOnlySpan<int> groups)
    {
        var numbers = new SortedSet<int>();
        foreach (var row in times.Order)
            numbers.Add(groups[row]);
        Numbers = [.. numbers];
        _index = new int[times.Count];
        (_atRisk, _died) = (new double[Numbers.Length], new double[Numbers.Length]);
        (Observed, Expected) = (new double[Numbers.Length], new double[Numbers.Length]);
        (Count, Variance) = (new int[Numbers.Length], new double[Numbers.Length, Numbers.Length]);
        foreach (var row in times.Order)
            Count[_index[row] = Array.BinarySearch(Numbers, groups[row])]++;
    }

    /// <summary>Numbers of the groups that have patients, ascending.</summary>
    public int[] Numbers { get; }

    /// <summary>Patients by group.</summary>
    public int[] Count { get; }

    /// <summary>Weighted events by group.</summary>
    public double[] Observed { get; }

    /// <summary>Weighted events expected by group.</summary>
    public double[] Expected { get; }

    /// <summary>Covariance of observed − expected.</summary>
    public double[,] Variance { get; }

    /// <summary>Adds a stratum.</summary>
    public void Add(SurvivalTimes stratum, double rho)
    {
        Array.Clear(_atRisk);
        var nextToEnter = 0;
        if (!stratum.HasEntries)
            foreach (var row in stratum.Order)
                _atRisk[_index[row]]++;
        var survival = 1.0;
        for (var block = 0; block < stratum.TimeStarts.Length - 1; block++)
        {
            var rows = stratum.Order.AsSpan()[stratum.TimeStarts[block]..stratum.TimeStarts[block + 1]];
            var time = stratum.Times[rows[0]];
            for (; nextToEnter < stratum.EntryOrder.Length; nextToEnter++)
            {
                if (stratum.Entries[stratum.EntryOrder[nextToEnter]] >= time)
                    break;
                _atRisk[_index[stratum.EntryOrder[nextToEnter]]]++;
            }
            Array.Clear(_died);
            foreach (var row in rows)
                if (stratum.EventObserved[row])
                    _died[_index[row]]++;
            var (n, d) = (_atRisk.Sum(), _died.Sum());
            if (d > 0)
            {
                AddTime(n, d, rho == 0 ? 1 : Math.Pow(survival, rho));
                survival *= (n - d) / n;
            }
            foreach (var row in rows)
                _atRisk[_index[row]]--;
        }
    }

    private void AddTime(double n, double d, double weight)
    {
        var spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
        for (var j = 0; j < _atRisk.Length; j++)
        {
            var share = _atRisk[j] / n;
            Observed[j] += weight * _died[j];
            Expected[j] += weight * d * share;
            Variance[j, j] += spread * share;
            for (var k = 0; k < _atRisk.Length; k++)
                Variance[j, k] -= spread * share * _atRisk[k] / n;
        }
    }
}
