using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Enrichment;

/// <summary>Normalized scores and p values of scored sets, from random sets and, where they are too few, from splitting.</summary>
internal sealed class SetProbabilities(
    SetScoring scoring,
    IReadOnlyList<ScoredSet> sets,
    EnrichmentOptions options,
    int threads
)
{
    /// <summary>Fewer random sets than this on the side of a score say too little about the probability of the side.</summary>
    private const int FewestOnSide = 10;

    /// <summary>Fewer random sets than this beyond a score are left to splitting: they say too little about their own error.</summary>
    private const int FewestMoreExtreme = 10;

    /// <summary>Streams of random numbers from here on belong to splitting, those before to permutations.</summary>
    private const ulong FirstSplittingStream = 1UL << 32;

    /// <summary>Fills the columns of a screen.</summary>
    public void Fill(EnrichmentScreen screen, bool splits)
    {
        var permutations = new PermutationNull(scoring.FromTop, scoring.FromEnd, options.Side, sets);
        var pairs = (options.Permutations + 1) / 2;
        var tally = permutations.Run(pairs, options.Seed, threads);
        var rare = new List<(ScoredSet Set, double LogSide)>();
        for (var i = 0; i < sets.Count; i++)
        {
            var (set, nearTop) = (sets[i].Set, sets[i].NearTop);
            var size = permutations.Sizes.BinarySearch(sets[i].Size);
            var onSide = tally.OnSide(size, nearTop);
            screen.NormalizedScores[set] = sets[i].Score == 0 ? 0 : sets[i].Score / tally.MeanOnSide(size, nearTop);
            if (onSide < FewestOnSide)
            {
                screen.Reasons[set] = NotEstimable.RareSide;
                continue;
            }
            screen.LogP[set] = Math.Log((tally.MoreExtreme[i] + 1.0) / (onSide + 1));
            screen.Log2Error[set] = CountingError(tally.MoreExtreme[i], onSide);
            if (splits && IsBetterSplit(screen, set, tally.MoreExtreme[i]))
                rare.Add((sets[i], Math.Log((onSide + 1.0) / (2.0 * pairs + 1))));
        }
        Split(screen, rare);
    }

    private bool IsBetterSplit(EnrichmentScreen screen, int set, int moreExtreme) =>
        moreExtreme < FewestMoreExtreme || SplittingError(screen.LogP[set]) < screen.Log2Error[set];

    private void Split(EnrichmentScreen screen, List<(ScoredSet Set, double LogSide)> rare)
    {
        var rulers = rare.GroupBy(r => (r.Set.Size, r.Set.NearTop))
            .Select(g => g.ToArray())
            .OrderByDescending(g => g[0].Set.Size * g.Max(r => Math.Abs(r.Set.Score)))
            .ToArray();
        var smallest = options.SmallestP == 0 ? double.NegativeInfinity : Math.Log(options.SmallestP);
        FeatureLoop.Run(
            rulers.Length,
            threads,
            block: 1,
            () =>
                (from, to) =>
                {
                    for (var i = from; i < to; i++)
                        Split(screen, rulers[i], smallest);
                }
        );
    }

    private void Split(EnrichmentScreen screen, (ScoredSet Set, double LogSide)[] rare, double smallest)
    {
        var (size, nearTop) = (rare[0].Set.Size, rare[0].Set.NearTop);
        var (ranking, otherEnd) = nearTop ? (scoring.FromTop, scoring.FromEnd) : (scoring.FromEnd, scoring.FromTop);
        var both = options.Side == EnrichmentSide.Both;
        var random = new RandomSource(options.Seed, FirstSplittingStream + (ulong)size);
        var ruler = new SplittingRuler(ranking, both ? otherEnd : null, size, options.SampleSize, random);
        var logP = ruler.LogProbabilities([.. rare.Select(r => r.Set.Threshold)], smallest);
        for (var i = 0; i < rare.Length; i++)
        {
            var set = rare[i].Set.Set;
            var log = Math.Max(smallest, logP[i] - (both ? rare[i].LogSide : 0));
            screen.LogP[set] = Math.Min(0, log);
            screen.Log2Error[set] = SplittingError(screen.LogP[set]);
        }
    }

    /// <summary>Standard error of log₂ p from counts: that of the logarithm of a Beta variate.</summary>
    private static double CountingError(int moreExtreme, int onSide)
    {
        var variance = SpecialFunctions.Trigamma(moreExtreme + 1) - SpecialFunctions.Trigamma(onSide + 1);
        return Math.Sqrt(Math.Max(0, variance)) / Math.Log(2);
    }

    /// <summary>Standard error of log₂ p after the levels that a p value needs, each a Beta variate (Korotkevich et al.).</summary>
    private double SplittingError(double logP)
    {
        var half = (options.SampleSize + 1) / 2;
        var ofLevel = SpecialFunctions.Trigamma(half) - SpecialFunctions.Trigamma(options.SampleSize + 1);
        return Math.Sqrt(Math.Floor(1 - logP / Math.Log(2)) * ofLevel) / Math.Log(2);
    }
}
