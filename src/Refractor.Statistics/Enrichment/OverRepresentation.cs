using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Over-representation: are the members of a set more frequent in a list of features than expected if the list had been drawn from all
/// tested features? One-sided Fisher's exact test, the hypergeometric upper tail.
/// </summary>
/// <remarks>
/// The universe decides about the p value. It is what could have entered the list: the tested features, neither all annotated ones nor
/// only those in some set. Checked against R <c>phyper(lower.tail = FALSE)</c>, as <c>fgsea::fora</c> uses it.
/// </remarks>
public static class OverRepresentation
{
    /// <summary>Tests all sets in one list of features.</summary>
    /// <param name="sets">Sets over f features.</param>
    /// <param name="query">The list, as indices 0 to f − 1; others, and those outside the universe, are left out and counted.</param>
    /// <param name="universe">The tested features; all f if null.</param>
    public static OverRepresentationScreen Test(
        FeatureSets sets,
        IReadOnlyList<int> query,
        IReadOnlyList<int>? universe = null
    ) => Test(sets, [query], universe, threads: 1)[0];

    /// <summary>Tests all sets in each of many lists of features.</summary>
    /// <param name="sets">Sets over f features.</param>
    /// <param name="queries">The lists, as indices 0 to f − 1.</param>
    /// <param name="universe">The tested features, the same for all lists; all f if null.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    public static IReadOnlyList<OverRepresentationScreen> Test(
        FeatureSets sets,
        IReadOnlyList<IReadOnlyList<int>> queries,
        IReadOnlyList<int>? universe = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(queries);
        var isTested = IsTested(sets.Features, universe);
        var index = new FeatureIndex(sets, isTested);
        var tested = isTested.Count(t => t);
        var screens = new OverRepresentationScreen[queries.Count];
        FeatureLoop.Run(
            queries.Count,
            threads,
            block: 1,
            () =>
            {
                var lastQuery = new int[sets.Features];
                return (from, to) =>
                {
                    for (var i = from; i < to; i++)
                        screens[i] = Test(index, queries[i], isTested, tested, lastQuery, i + 1);
                };
            }
        );
        return screens;
    }

    private static bool[] IsTested(int features, IReadOnlyList<int>? universe)
    {
        var isTested = new bool[features];
        if (universe is null)
            Array.Fill(isTested, true);
        foreach (var feature in universe ?? [])
        {
            if (feature < 0 || feature >= features)
                throw new ArgumentException(
                    $"The universe holds feature {feature}; expected 0 to {features - 1}.",
                    nameof(universe)
                );
            isTested[feature] = true;
        }
        return isTested;
    }

    private static OverRepresentationScreen Test(
        FeatureIndex index,
        IReadOnlyList<int> query,
        bool[] isTested,
        int tested,
        int[] lastQuery,
        int number
    )
    {
        var overlaps = new int[index.Sizes.Length];
        var (size, left) = (0, 0);
        foreach (var feature in query)
        {
            if (feature < 0 || feature >= isTested.Length || !isTested[feature])
                left++;
            else if (lastQuery[feature] != number)
            {
                lastQuery[feature] = number;
                size++;
                foreach (var set in index.SetsOf(feature))
                    overlaps[set]++;
            }
        }
        var logP = new double[overlaps.Length];
        for (var s = 0; s < logP.Length; s++)
            logP[s] = LogUpperTail(overlaps[s], index.Sizes[s], tested, size);
        return new OverRepresentationScreen(tested, size, left, index.Sizes, overlaps, logP);
    }

    private static double LogUpperTail(int overlap, int marked, int tested, int drawn) =>
        overlap == 0 ? 0 : Hypergeometric.LogProbability(overlap - 1, marked, tested - marked, drawn, Tail.Upper);
}
