namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>Cases, weighted by 1/G just before their events, compared with controls.</summary>
internal sealed class WeightedCases(SurvivalTimes times, int[] cases, int[] controls, double[] marker)
{
    private readonly RiskSets _sets = RiskSets.Of(times);
    private readonly double[] _before = CensoringCurve.Of(times).Before;
    private readonly double[] _sorted = [.. controls.Select(j => marker[j]).Order()];

    /// <summary>The area and its standard error.</summary>
    public (double Value, double Error) Area()
    {
        var weights = Array.ConvertAll(cases, i => 1 / _before[BlockOf(i)]);
        var wins = Array.ConvertAll(cases, i => Wins(marker[i]));
        var total = weights.Sum() * controls.Length;
        var area = weights.Zip(wins, (w, k) => w * k).Sum() / total;
        var excess = weights.Zip(wins, (w, k) => w * (k - area * controls.Length)).ToArray();
        var influence = new double[times.Count];
        for (var i = 0; i < cases.Length; i++)
            influence[cases[i]] += excess[i];
        AddControls(influence, weights, area);
        AddCensoring(influence, excess);
        return (area, Math.Sqrt(influence.Sum(v => v * v)) / total);
    }

    private int BlockOf(int row) => Array.BinarySearch(_sets.Time, times.Times[row]);

    // Controls below a marker, and half of those that equal it.
    private double Wins(double value)
    {
        var (below, upTo) = (Bound(_sorted, value, orEqual: false), Bound(_sorted, value, orEqual: true));
        return (below + upTo) / 2.0;
    }

    private void AddControls(double[] influence, double[] weights, double area)
    {
        var order = Enumerable.Range(0, cases.Length).OrderBy(i => marker[cases[i]]).ToArray();
        var sorted = Array.ConvertAll(order, i => marker[cases[i]]);
        var sums = new double[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
            sums[i + 1] = sums[i] + weights[order[i]];
        foreach (var j in controls)
        {
            var atMost = sums[Bound(sorted, marker[j], orEqual: true)];
            var below = sums[Bound(sorted, marker[j], orEqual: false)];
            influence[j] += sums[^1] - (atMost + below) / 2 - area * sums[^1];
        }
    }

    // A patient at risk of being censored, or censored, moves G and with it the weights of all later cases.
    private void AddCensoring(double[] influence, double[] excess)
    {
        var later = new double[_sets.Count + 1];
        for (var i = 0; i < cases.Length; i++)
            later[BlockOf(cases[i])] += excess[i];
        for (var k = _sets.Count - 1; k >= 0; k--)
            later[k] += later[k + 1];
        var drift = 0.0;
        for (var k = 0; k < _sets.Count; k++)
        {
            var atRisk = _sets.AtRisk[k] - _sets.Died[k];
            var left = atRisk - _sets.Censored[k];
            var pull = _sets.Censored[k] > 0 && left > 0 ? later[k + 1] / left : 0;
            var step = pull == 0 ? 0 : pull * _sets.Censored[k] / atRisk;
            for (var position = times.TimeStarts[k]; position < times.TimeStarts[k + 1]; position++)
            {
                var row = times.Order[position];
                influence[row] += times.EventObserved[row] ? -drift : pull - step - drift;
            }
            drift += step;
        }
    }

    // Number of sorted values below, or up to, a value.
    private static int Bound(double[] sorted, double value, bool orEqual)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value))
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
