using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Measures how rare high deviations are among the sets of one size: multilevel splitting (Korotkevich et al., bioRxiv 060012). A sample
/// of random sets is halved at its median again and again; the upper half is doubled and walks until it has forgotten its origin. Each
/// level is half as likely as the one before, and all tested sets of the size are read off the same levels.
/// </summary>
internal sealed class SplittingRuler
{
    /// <summary>
    /// Bounds the steps where nearly all are refused, as in sets that are all but the top of the ranking. Of 100 features at the very
    /// top of 20,000 (p = 1e-272) log p comes out 2 % too low for it; without the bound the time would grow a hundredfold.
    /// </summary>
    private const int LargestWalk = 20_000;

    /// <summary>Scores are rounded to a grid finer than the tolerance, so that those equal on paper are equal in the sorted sample.</summary>
    private const double Grid = 1L << 36;

    private readonly Ranking _ranking;
    private readonly Ranking? _otherEnd;
    private readonly int _size;
    private readonly SetWalk[] _walks;
    private readonly double[] _scores;
    private readonly double[] _luck;
    private readonly int[] _order;
    private RandomSource _random;

    /// <param name="ranking">The ranking from the end at which the sets are rare.</param>
    /// <param name="otherEnd">The ranking from the other end, if a set counts only while its deviation there is smaller.</param>
    /// <param name="size">Members of a set.</param>
    /// <param name="samples">Random sets kept, odd.</param>
    /// <param name="random">Its own numbers.</param>
    public SplittingRuler(Ranking ranking, Ranking? otherEnd, int size, int samples, RandomSource random)
    {
        (_ranking, _otherEnd, _size, _random) = (ranking, otherEnd, size, random);
        _walks = new SetWalk[samples];
        (_scores, _luck, _order) = (new double[samples], new double[samples], new int[samples]);
        var draw = new RandomDraw(ranking.Count, size);
        var drawn = new int[size];
        for (var i = 0; i < samples; i++)
        {
            draw.Draw(ref _random, drawn);
            Array.Sort(drawn);
            _walks[i] = new SetWalk(ranking, size);
            _walks[i].Start(drawn);
            _order[i] = i;
        }
        Score(new WalkLevel(double.NegativeInfinity, 0));
    }

    /// <summary>The expected logarithm of the part of a sample of odd size that lies at its median or above.</summary>
    public static double LogHalf(int samples) => LogPart((samples - 1) / 2, samples);

    /// <summary>Estimates log P(deviation ≥ threshold).</summary>
    /// <param name="thresholds">In any order; above the largest possible deviation nothing is found.</param>
    /// <param name="smallestLog">Natural logarithm of the smallest probability to look for.</param>
    /// <returns>Natural logarithms; −∞ where the probability is smaller than asked for.</returns>
    public double[] LogProbabilities(IReadOnlyList<double> thresholds, double smallestLog)
    {
        var samples = _walks.Length;
        var logP = new double[thresholds.Count];
        Array.Fill(logP, double.NegativeInfinity);
        var pending = Enumerable.Range(0, thresholds.Count).OrderBy(t => thresholds[t]).ToList();
        for (var level = 0; ; level++)
        {
            Array.Sort(_order, Compare);
            var median = _order[samples / 2];
            while (pending.Count > 0 && thresholds[pending[0]] <= _scores[median])
            {
                logP[pending[0]] = level * LogHalf(samples) + LogPart(CountFrom(thresholds[pending[0]]), samples);
                pending.RemoveAt(0);
            }
            if (pending.Count == 0 || level * LogHalf(samples) < smallestLog)
                return logP;
            Rise(new WalkLevel(_scores[median], _luck[median]));
        }
    }

    /// <summary>E log of a fraction of which a sample has so many: a Beta variate with that many and one more of n + 1.</summary>
    private static double LogPart(int count, int samples) =>
        SpecialFunctions.Digamma(count + 1) - SpecialFunctions.Digamma(samples + 1);

    private int Compare(int a, int b)
    {
        var byScore = _scores[a].CompareTo(_scores[b]);
        return byScore != 0 ? byScore : _luck[a].CompareTo(_luck[b]);
    }

    /// <summary>Number of sets from a threshold on whose larger deviation is on this side.</summary>
    private int CountFrom(double threshold)
    {
        var count = 0;
        for (var i = 0; i < _walks.Length; i++)
        {
            if (_scores[i] >= threshold && IsLarger(_walks[i]))
                count++;
        }
        return count;
    }

    private bool IsLarger(SetWalk walk)
    {
        if (_otherEnd is null)
            return true;
        var mirrored = new int[_size];
        RunningSum.Mirror(_otherEnd.Count, walk.Positions, mirrored);
        var sums = new MemberSums(_otherEnd, _size);
        sums.Add(mirrored);
        return RunningSum.Larger(walk.Deviation, sums.Deviation()) > 0;
    }

    private void Rise(WalkLevel level)
    {
        var samples = _walks.Length;
        var lower = (samples + 1) / 2;
        for (var i = 0; i < lower; i++)
        {
            var upper = i < samples - lower ? i : _random.NextInt(samples - lower);
            _walks[_order[i]].CopyFrom(_walks[_order[lower + upper]]);
        }
        Mix(level);
        Score(level);
    }

    /// <summary>
    /// Lets every set walk until it has exchanged a quarter of its members, and 8 at least, on average. With less the error of log p
    /// grows beyond that of independent samples; with more it does not fall.
    /// </summary>
    private void Mix(WalkLevel level)
    {
        var target = 8 + _size / 4.0;
        var pilot = Math.Max(4, _size / 16);
        var taken = Walk(pilot, level);
        var rate = (taken + 1.0) / (pilot * _walks.Length + 1.0);
        Walk((int)Math.Clamp((target - taken / (double)_walks.Length) / rate, 0, LargestWalk), level);
    }

    private int Walk(int steps, WalkLevel level)
    {
        var taken = 0;
        foreach (var walk in _walks)
            taken += walk.Walk(ref _random, steps, level);
        return taken;
    }

    private void Score(WalkLevel level)
    {
        for (var i = 0; i < _walks.Length; i++)
        {
            _scores[i] = Math.Round(_walks[i].Deviation * Grid) / Grid;
            _luck[i] = level.Draw(_scores[i], ref _random);
        }
    }
}
