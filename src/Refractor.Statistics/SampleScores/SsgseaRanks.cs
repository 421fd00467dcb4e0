using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.SampleScores;

/// <summary>The ranks of one sample as ssGSEA weighs them, with the buffers of one thread.</summary>
internal sealed class SsgseaRanks(int features, double[] weights, SsgseaTies ties)
{
    private readonly Place[] _places = new Place[features];
    private int _measured;

    /// <summary>Weights by twice the rank: means of ranks are whole or half.</summary>
    public static double[] Weights(int features, double alpha, SsgseaTies ties)
    {
        var weights = new double[(2 * features) + 1];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = Math.Pow(ties == SsgseaTies.AsGsva ? i / 2 : i / 2.0, alpha);
        return weights;
    }

    /// <summary>Takes over the order of a sample.</summary>
    public void Fill(ColumnSorter sorted)
    {
        _measured = sorted.Measured;
        if (_measured < features)
            Array.Clear(_places);
        var order = sorted.Order;
        for (var from = 0; from < order.Length; )
        {
            var to = sorted.EndOfTie(from);
            var weight = weights[from + to + 1];
            for (var i = from; i < to; i++)
            {
                // GSVA orders by descending rank, so that of equal features the first row stands highest.
                var position = ties == SsgseaTies.AsGsva ? from + to - i : (from + to + 1) / 2.0;
                _places[order[i]] = new Place(weight, position);
            }
            from = to;
        }
    }

    /// <summary>The score of a set.</summary>
    public double Score(ReadOnlySpan<int> members)
    {
        var (weight, weighted, positions) = (0.0, 0.0, 0.0);
        foreach (var member in members)
        {
            var place = _places[member];
            weight += place.Weight;
            weighted += place.Weight * place.Position;
            positions += place.Position;
        }
        double n = _measured;
        var others = n - (_measured == features ? members.Length : CountMeasured(members));
        return others > 0 && weight > 0 ? weighted / weight - (n * (n + 1) / 2 - positions) / others : double.NaN;
    }

    private int CountMeasured(ReadOnlySpan<int> members)
    {
        var count = 0;
        foreach (var member in members)
            count += _places[member].Position > 0 ? 1 : 0;
        return count;
    }

    private readonly record struct Place(double Weight, double Position);
}
