namespace Refractor.Statistics.Survival.CutPoints;

/// <summary>The largest |Z| over all cut-offs when scores are dealt to the patients at random.</summary>
internal static class PermutedMaximum
{
    /// <summary>(1 + permutations at least as extreme) / (1 + permutations); the same for any number of threads.</summary>
    public static PValue UpperTail(double z, CentredScores scores, int[] cuts, CutPointOptions options)
    {
        if (options.Permutations == 0)
            return PValue.None;
        var extreme = new bool[options.Permutations];
        FeatureLoop.Run(
            options.Permutations,
            0,
            () =>
            {
                var shuffled = new double[scores.Values.Length];
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                    {
                        scores.Values.CopyTo(shuffled, 0);
                        new RandomSource(options.Seed, (ulong)i).Shuffle<double>(shuffled);
                        var (_, found) = CentredScores.Of(shuffled).Best(cuts);
                        extreme[i] = Math.Abs(found) >= z * (1 - 1e-10);
                    }
                };
            }
        );
        return PValue.From((1.0 + extreme.Count(e => e)) / (1 + options.Permutations));
    }
}
