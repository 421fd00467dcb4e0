namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Gene set enrichment analysis of ranked features: do the members of a set gather at one end of the ranking? (Subramanian et al., PNAS
/// 2005.)
/// </summary>
/// <remarks>
/// The null hypothesis is that the set is a random one of its size. Correlated features, as in real pathways, make that too easy to
/// reject: for a claim about samples use a test that permutes them. Checked against R fgsea (fgseaSimple, fgseaMultilevel, calcGseaStat).
/// </remarks>
public static class PrerankedGsea
{
    /// <summary>
    /// Tests all sets; p values too small for permutations are estimated by multilevel splitting, however small they are. As
    /// <c>fgsea::fgseaMultilevel</c>.
    /// </summary>
    /// <param name="statistics">
    /// One statistic for each of f features, such as a moderated t: large where the feature is higher in the case group. NaN leaves the
    /// feature out.
    /// </param>
    /// <param name="sets">Sets over the same f features.</param>
    /// <param name="options">Settings.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The results do not depend on it.</param>
    /// <exception cref="ArgumentException">The sets are over another number of features, or a setting is out of its range.</exception>
    public static EnrichmentScreen Multilevel(
        ReadOnlySpan<double> statistics,
        FeatureSets sets,
        EnrichmentOptions? options = null,
        int threads = 0
    ) => Run(statistics, sets, options ?? EnrichmentOptions.Default, splits: true, threads);

    /// <inheritdoc cref="Multilevel"/>
    /// <summary>
    /// Tests all sets by random sets alone: p is at least 1 / (random sets on its side + 1). As <c>fgsea::fgseaSimple</c>.
    /// </summary>
    public static EnrichmentScreen Simple(
        ReadOnlySpan<double> statistics,
        FeatureSets sets,
        EnrichmentOptions? options = null,
        int threads = 0
    ) => Run(statistics, sets, options ?? EnrichmentOptions.Default, splits: false, threads);

    private static EnrichmentScreen Run(
        ReadOnlySpan<double> statistics,
        FeatureSets sets,
        EnrichmentOptions options,
        bool splits,
        int threads
    )
    {
        ArgumentNullException.ThrowIfNull(sets);
        options.Check();
        if (sets.Features != statistics.Length)
            throw new ArgumentException(
                $"The sets are over {sets.Features} features; expected {statistics.Length}, one for each statistic.",
                nameof(sets)
            );

        var scoring = new SetScoring(statistics, options);
        var infinite = 0;
        foreach (var statistic in statistics)
            infinite += double.IsInfinity(statistic) ? 1 : 0;
        var screen = new EnrichmentScreen(sets.Count)
        {
            Ranked = scoring.FromTop.Count,
            Unranked = statistics.Length - scoring.FromTop.Count,
            Infinite = infinite,
            Tied = scoring.FromTop.Tied,
        };
        var scored = new List<ScoredSet>(sets.Count);
        for (var set = 0; set < sets.Count; set++)
        {
            if (scoring.Score(sets, set, screen) is { } testable)
                scored.Add(testable);
        }
        new SetProbabilities(scoring, scored, options, threads).Fill(screen, splits);
        screen.Adjust();
        return screen;
    }
}
