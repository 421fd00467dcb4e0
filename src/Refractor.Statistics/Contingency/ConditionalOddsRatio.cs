using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>
/// The count of the first cell given all margins, over its range, as a family in the odds ratio ω: probabilities proportional to
/// d(k) ω^k (Fisher's noncentral hypergeometric distribution; for several strata the distribution of the sum of first cells).
/// </summary>
internal sealed class ConditionalOddsRatio
{
    /// <summary>R's slack: tables whose probability differs only by rounding count as equally likely.</summary>
    private const double Slack = 1e-7;

    private readonly double[] _logDensity;
    private readonly long _lowest;

    public ConditionalOddsRatio(long lowest, double[] logDensity)
    {
        (_lowest, _logDensity) = (lowest, logDensity);
    }

    public long Highest => _lowest + _logDensity.Length - 1;

    public static ConditionalOddsRatio Of(TwoByTwo table)
    {
        var (marked, unmarked, drawn) = (table.FirstColumn, table.SecondColumn, table.FirstRow);
        var lowest = Math.Max(0, drawn - unmarked);
        var logDensity = new double[Math.Min(drawn, marked) - lowest + 1];
        for (var i = 0; i < logDensity.Length; i++)
            logDensity[i] = Hypergeometric.LogDensity(lowest + i, marked, unmarked, drawn);
        return new ConditionalOddsRatio(lowest, logDensity);
    }

    /// <summary>The distribution of the sum over strata.</summary>
    public static ConditionalOddsRatio Of(IEnumerable<TwoByTwo> strata)
    {
        double[] sum = [1];
        long lowest = 0;
        foreach (var table in strata)
        {
            var one = Of(table);
            lowest += one._lowest;
            var densities = one._logDensity.Select(d => Math.Exp(d)).ToArray();
            var next = new double[sum.Length + densities.Length - 1];
            for (var i = 0; i < sum.Length; i++)
            for (var j = 0; j < densities.Length; j++)
                next[i + j] += sum[i] * densities[j];
            sum = next;
        }
        return new ConditionalOddsRatio(lowest, [.. sum.Select(d => Math.Log(d))]);
    }

    /// <summary>log P(K ≤ k) or log P(K ≥ k) at an odds ratio.</summary>
    public double LogTail(long k, double logOddsRatio, Tail tail)
    {
        var at = (int)(k - _lowest);
        var (low, high) = tail == Tail.Lower ? (LogSum(0, at + 1), LogSum(at + 1)) : (LogSum(0, at), LogSum(at));
        var (inside, outside) = tail == Tail.Lower ? (low, high) : (high, low);
        var total = SpecialFunctions.LogSumExp(inside, outside);
        return inside > outside ? Elementary.Log1p(-Math.Exp(outside - total)) : inside - total;

        double LogSum(int from, int? to = null) => LogSumOf(from, to ?? _logDensity.Length, logOddsRatio);
    }

    /// <summary>log of the probability, at odds ratio 1, of all counts that are not more likely than k.</summary>
    public double LogTwoSided(long k)
    {
        var limit = _logDensity[k - _lowest] + Elementary.Log1p(Slack);
        var sum = 0.0;
        foreach (var density in _logDensity)
            if (density <= limit)
                sum += Math.Exp(density - limit);
        return Math.Min(0, limit + Math.Log(sum));
    }

    /// <summary>The odds ratio at which k is the mean: the conditional maximum likelihood estimate.</summary>
    public double Estimate(long k)
    {
        if (k == _lowest)
            return 0;
        return k == Highest ? double.PositiveInfinity : Math.Exp(MonotoneRoot.Find(w => Mean(w) - k, 0, 1));
    }

    /// <summary>The odds ratios at which k lies at the edge of either tail.</summary>
    public Interval IntervalOf(long k, double level)
    {
        var logTail = Math.Log((1 - level) / 2);
        var low = k == _lowest ? 0 : Math.Exp(MonotoneRoot.Find(w => LogTail(k, w, Tail.Upper) - logTail, 0, 1));
        var high =
            k == Highest
                ? double.PositiveInfinity
                : Math.Exp(MonotoneRoot.Find(w => logTail - LogTail(k, w, Tail.Lower), 0, 1));
        return new Interval(low, high, level);
    }

    private double Mean(double logOddsRatio)
    {
        var total = LogSumOf(0, _logDensity.Length, logOddsRatio);
        var mean = 0.0;
        for (var i = 0; i < _logDensity.Length; i++)
            mean += (_lowest + i) * Math.Exp(_logDensity[i] + i * logOddsRatio - total);
        return mean;
    }

    /// <summary>log Σ d(k) ω^k over a part of the range.</summary>
    private double LogSumOf(int from, int to, double logOddsRatio)
    {
        var highest = double.NegativeInfinity;
        for (var i = from; i < to; i++)
            highest = Math.Max(highest, _logDensity[i] + i * logOddsRatio);
        if (double.IsNegativeInfinity(highest))
            return highest;
        var sum = 0.0;
        for (var i = from; i < to; i++)
            sum += Math.Exp(_logDensity[i] + i * logOddsRatio - highest);
        return highest + Math.Log(sum);
    }
}
