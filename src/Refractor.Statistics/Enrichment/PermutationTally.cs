namespace Refractor.Statistics.Enrichment;

/// <summary>
/// What random sets of each size scored, in integers: the sum over threads is the same in any order. Scores are added in units of 2^-40.
/// </summary>
internal sealed class PermutationTally(int sizes, int sets)
{
    private const double Unit = 1L << 40;

    private readonly long[] _positiveSum = new long[sizes];
    private readonly long[] _negativeSum = new long[sizes];

    /// <summary>Random sets of a size with a score ≥ 0.</summary>
    public int[] NotNegative { get; } = new int[sizes];

    /// <summary>Random sets of a size with a score ≤ 0.</summary>
    public int[] NotPositive { get; } = new int[sizes];

    /// <summary>For each tested set, random sets of its size at least as extreme on its side.</summary>
    public int[] MoreExtreme { get; } = new int[sets];

    /// <summary>Number of random sets of a size with a score on one side; 0 is on both sides.</summary>
    public int OnSide(int size, bool nearTop) => nearTop ? NotNegative[size] : NotPositive[size];

    /// <summary>Mean magnitude of the scores on one side; NaN if there is none.</summary>
    public double MeanOnSide(int size, bool nearTop) =>
        (nearTop ? _positiveSum[size] : _negativeSum[size]) / Unit / OnSide(size, nearTop);

    /// <summary>Counts one random set of a size.</summary>
    public void Add(int size, double score)
    {
        var units = (long)(Math.Abs(score) * Unit);
        if (score >= 0)
        {
            NotNegative[size]++;
            _positiveSum[size] += units;
        }
        if (score <= 0)
        {
            NotPositive[size]++;
            _negativeSum[size] += units;
        }
    }

    /// <summary>Adds what another thread counted.</summary>
    public void Add(PermutationTally other)
    {
        for (var i = 0; i < _positiveSum.Length; i++)
        {
            _positiveSum[i] += other._positiveSum[i];
            _negativeSum[i] += other._negativeSum[i];
            NotNegative[i] += other.NotNegative[i];
            NotPositive[i] += other.NotPositive[i];
        }
        for (var i = 0; i < MoreExtreme.Length; i++)
            MoreExtreme[i] += other.MoreExtreme[i];
    }
}
