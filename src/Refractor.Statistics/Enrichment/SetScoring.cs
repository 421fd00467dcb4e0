namespace Refractor.Statistics.Enrichment;

/// <summary>Places sets on a ranking and scores them from both ends.</summary>
internal sealed class SetScoring
{
    private readonly EnrichmentOptions _options;
    private readonly int[] _positionOf;

    public SetScoring(ReadOnlySpan<double> statistics, EnrichmentOptions options)
    {
        _options = options;
        FromTop = Ranking.Descending(statistics, options.Exponent, options.Ties);
        FromEnd = FromTop.Reversed();
        _positionOf = new int[statistics.Length];
        Array.Fill(_positionOf, -1);
        for (var i = 0; i < FromTop.Count; i++)
            _positionOf[FromTop.Features[i]] = i;
    }

    /// <summary>The ranking from the highest statistic on.</summary>
    public Ranking FromTop { get; }

    /// <summary>The ranking from the lowest statistic on.</summary>
    public Ranking FromEnd { get; }

    /// <summary>Scores one set and notes size, score and leading edge; null if it is not tested.</summary>
    public ScoredSet? Score(FeatureSets sets, int set, EnrichmentScreen screen)
    {
        var positions = PositionsOf(sets.Members(set));
        screen.Sizes[set] = positions.Length;
        screen.Reasons[set] = Untestable(positions.Length);
        if (screen.Reasons[set] != NotEstimable.None)
            return null;

        var mirrored = new int[positions.Length];
        RunningSum.Mirror(FromTop.Count, positions, mirrored);
        var top = RunningSum.Deviation(FromTop, positions, out var leadingAtTop);
        var end = RunningSum.Deviation(FromEnd, mirrored, out var leadingAtEnd);
        var score = _options.Side switch
        {
            EnrichmentSide.Top => top,
            EnrichmentSide.Bottom => 0 - end,
            _ => RunningSum.Larger(top, end),
        };
        var nearTop = _options.Side == EnrichmentSide.Top || (_options.Side == EnrichmentSide.Both && score >= 0);
        screen.Scores[set] = score;
        var (ranking, members, leading) = nearTop
            ? (FromTop, positions, leadingAtTop)
            : (FromEnd, mirrored, leadingAtEnd);
        if (score != 0)
            screen.SetLeadingEdge(set, Features(ranking, members, leading));
        // 0 is at least as extreme as all that is on its side, also where both sides deviate alike.
        var threshold = score == 0 ? double.NegativeInfinity : AsRandomSet(ranking, members) - ScoredSet.Tolerance;
        return new ScoredSet(set, positions.Length, nearTop, score, threshold);
    }

    /// <summary>The deviation as random sets have it, with weights rounded to integers.</summary>
    private static double AsRandomSet(Ranking ranking, int[] positions)
    {
        var sums = new MemberSums(ranking, positions.Length);
        sums.Add(positions);
        return sums.Deviation();
    }

    private NotEstimable Untestable(int size)
    {
        if (size == 0)
            return NotEstimable.EmptySet;
        if (size < _options.MinSize)
            return NotEstimable.TooFewValues;
        return size > _options.MaxSize || size >= FromTop.Count ? NotEstimable.TooManyMembers : NotEstimable.None;
    }

    private int[] PositionsOf(ReadOnlySpan<int> members)
    {
        var positions = new List<int>(members.Length);
        foreach (var member in members)
        {
            if (_positionOf[member] >= 0)
                positions.Add(_positionOf[member]);
        }
        positions.Sort();
        return [.. positions];
    }

    private static int[] Features(Ranking ranking, int[] positions, int count)
    {
        var features = new int[count];
        for (var i = 0; i < count; i++)
            features[i] = ranking.Features[positions[i]];
        return features;
    }
}
