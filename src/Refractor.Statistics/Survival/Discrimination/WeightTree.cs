namespace Refractor.Statistics.Survival.Discrimination;

/// <summary>Sums of weights by rank with additions and sums below a rank in log n steps (Fenwick, Softw Pract Exp 1994).</summary>
internal sealed class WeightTree(int ranks)
{
    private readonly double[] _sums = new double[ranks + 1];

    /// <summary>Sum of all weights.</summary>
    public double Total { get; private set; }

    /// <summary>Adds a weight at a rank, 0 to ranks − 1.</summary>
    public void Add(int rank, double weight)
    {
        Total += weight;
        for (var i = rank + 1; i < _sums.Length; i += i & -i)
            _sums[i] += weight;
    }

    /// <summary>Sum of the weights at the ranks below this one.</summary>
    public double Below(int rank)
    {
        var sum = 0.0;
        for (var i = rank; i > 0; i -= i & -i)
            sum += _sums[i];
        return sum;
    }

    /// <summary>Sums below, at and above a rank.</summary>
    public (double Below, double At, double Above) Split(int rank)
    {
        var below = Below(rank);
        var upTo = Below(rank + 1);
        return (below, upTo - below, Total - upTo);
    }
}
