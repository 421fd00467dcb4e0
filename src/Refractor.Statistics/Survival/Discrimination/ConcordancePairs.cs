namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>
/// Weights of concordant, discordant and tied pairs, in total and by patient. Times are walked from the last to the first, with the
/// patients at risk in one tree by rank of the marker and the deaths passed in another: n log n steps.
/// </summary>
internal sealed class ConcordancePairs
{
    private readonly SurvivalTimes _times;
    private readonly double[] _weights;
    private readonly int[] _ranks;

    private ConcordancePairs(SurvivalTimes times, double[] weights, int[] ranks)
    {
        (_times, _weights, _ranks) = (times, weights, ranks);
        (Wins, Comparisons) = (new double[times.Count], new double[times.Count]);
    }

    public double Concordant { get; private set; }

    public double Discordant { get; private set; }

    public double TiedMarker { get; private set; }

    public double TiedTime { get; private set; }

    public double TiedBoth { get; private set; }

    /// <summary>By row: weight of its concordant pairs plus half of those with tied markers.</summary>
    public double[] Wins { get; }

    /// <summary>By row: weight of all pairs compared.</summary>
    public double[] Comparisons { get; }

    /// <summary>Counts the pairs among the rows used.</summary>
    public static ConcordancePairs Count(SurvivalTimes times, double[] marker, ConcordanceOptions options)
    {
        var weights = options.Weights ?? [.. Enumerable.Repeat(1.0, times.Count)];
        var ranks = DenseRanks(times.Order, marker);
        var pairs = new ConcordancePairs(times, weights, ranks);
        foreach (var stratum in Strata.Split(times, options.Strata))
            pairs.AddStratum(stratum, options);
        return pairs;
    }

    private void AddStratum(SurvivalTimes stratum, ConcordanceOptions options)
    {
        var timeWeight = options.CensoringWeights ? CensoringCurve.Of(stratum, _weights).InverseSquare() : null;
        var size = _ranks.Max() + 1;
        var (atRisk, deaths) = (new WeightTree(size), new WeightTree(size));
        var order = stratum.Order;
        var nextToLeave = stratum.EntryOrder.Length - 1;
        for (var block = stratum.TimeStarts.Length - 2; block >= 0; block--)
        {
            var rows = order.AsSpan()[stratum.TimeStarts[block]..stratum.TimeStarts[block + 1]];
            var time = _times.Times[rows[0]];
            for (; nextToLeave >= 0 && _times.Entries[stratum.EntryOrder[nextToLeave]] >= time; nextToLeave--)
                Leave(stratum.EntryOrder[nextToLeave], atRisk, deaths);
            foreach (var row in rows)
                if (!_times.EventObserved[row])
                    Enter(row, atRisk, deaths);
            if (time <= options.LatestTime)
                AddDeaths(rows, timeWeight?[block] ?? 1, atRisk, deaths);
            foreach (var row in rows)
                if (_times.EventObserved[row])
                    Enter(row, atRisk, deaths);
        }
        if (_times.HasEntries)
            for (; nextToLeave >= 0; nextToLeave--)
                Leave(stratum.EntryOrder[nextToLeave], atRisk, deaths);
        else
            foreach (var row in order)
                AddPartner(row, 1, deaths);
    }

    private void AddDeaths(ReadOnlySpan<int> rows, double timeWeight, WeightTree atRisk, WeightTree deaths)
    {
        var (sum, squares) = (0.0, 0.0);
        var byRank = new Dictionary<int, double>();
        foreach (var row in rows)
        {
            if (!_times.EventObserved[row])
                continue;
            var weight = _weights[row] * timeWeight;
            var (below, at, above) = atRisk.Split(_ranks[row]);
            Concordant += weight * below;
            Discordant += weight * above;
            TiedMarker += weight * at;
            Wins[row] += weight * (below + at / 2);
            Comparisons[row] += weight * atRisk.Total;
            deaths.Add(_ranks[row], weight);
            sum += _weights[row];
            squares += _weights[row] * _weights[row];
            byRank[_ranks[row]] = byRank.GetValueOrDefault(_ranks[row]) + _weights[row];
        }
        var both = (byRank.Values.Sum(w => w * w) - squares) / 2;
        TiedBoth += timeWeight * both;
        TiedTime += timeWeight * ((sum * sum - squares) / 2 - both);
    }

    // The deaths at which a row is at risk are those in the tree when it leaves, less those already there when it entered.
    private void Enter(int row, WeightTree atRisk, WeightTree deaths)
    {
        AddPartner(row, -1, deaths);
        atRisk.Add(_ranks[row], _weights[row]);
    }

    private void Leave(int row, WeightTree atRisk, WeightTree deaths)
    {
        AddPartner(row, 1, deaths);
        atRisk.Add(_ranks[row], -_weights[row]);
    }

    private void AddPartner(int row, int sign, WeightTree deaths)
    {
        var (_, at, above) = deaths.Split(_ranks[row]);
        Wins[row] += sign * _weights[row] * (above + at / 2);
        Comparisons[row] += sign * _weights[row] * deaths.Total;
    }

    private static int[] DenseRanks(int[] rows, double[] marker)
    {
        var ranks = new int[marker.Length];
        var sorted = (int[])rows.Clone();
        Array.Sort(sorted, (a, b) => marker[a].CompareTo(marker[b]));
        for (var k = 1; k < sorted.Length; k++)
            ranks[sorted[k]] = ranks[sorted[k - 1]] + (marker[sorted[k]] == marker[sorted[k - 1]] ? 0 : 1);
        return ranks;
    }
}
