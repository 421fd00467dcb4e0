namespace Refractor.Statistics.Enrichment;

/// <summary>
/// Scores random sets of all tested sizes. One permutation serves every size through its first features, so a size sees the same
/// random sets whichever other sizes are tested. Each permutation is also used seen from the other end of the ranking: the pair makes
/// the null distribution mirror exactly, and balances the two sides.
/// </summary>
internal sealed class PermutationNull
{
    private const int PairsInBlock = 4;

    private readonly Ranking _fromTop;
    private readonly Ranking _fromEnd;
    private readonly EnrichmentSide _side;
    private readonly int[] _sizes;
    private readonly (int Index, ScoredSet Set)[][] _setsOfSize;
    private readonly int _sets;

    public PermutationNull(Ranking fromTop, Ranking fromEnd, EnrichmentSide side, IReadOnlyList<ScoredSet> sets)
    {
        (_fromTop, _fromEnd, _side, _sets) = (fromTop, fromEnd, side, sets.Count);
        var groups = sets.Select((set, index) => (index, set)).GroupBy(s => s.set.Size).OrderBy(g => g.Key).ToArray();
        _sizes = [.. groups.Select(g => g.Key)];
        _setsOfSize = [.. groups.Select(g => g.ToArray())];
    }

    /// <summary>The tested sizes in ascending order.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>Scores pairs of random sets.</summary>
    public PermutationTally Run(int pairs, ulong seed, int threads)
    {
        var tallies = new List<PermutationTally>();
        FeatureLoop.Run(
            pairs,
            threads,
            PairsInBlock,
            () =>
            {
                var tally = new PermutationTally(_sizes.Length, _sets);
                lock (tallies)
                    tallies.Add(tally);
                var worker = new Worker(this, tally);
                return (from, to) =>
                {
                    for (var pair = from; pair < to; pair++)
                        worker.Score(new RandomSource(seed, (ulong)pair));
                };
            }
        );
        var total = new PermutationTally(_sizes.Length, _sets);
        foreach (var tally in tallies)
            total.Add(tally);
        return total;
    }

    private sealed class Worker
    {
        private readonly PermutationNull _null;
        private readonly PermutationTally _tally;
        private readonly RandomDraw _draw;
        private readonly int[] _drawn;
        private readonly int[] _mirrored;
        private readonly MemberSums _top;
        private readonly MemberSums _topOfMirrored;
        private readonly MemberSums _end;
        private readonly MemberSums _endOfMirrored;

        public Worker(PermutationNull owner, PermutationTally tally)
        {
            var largest = owner._sizes.Length == 0 ? 0 : owner._sizes[^1];
            (_null, _tally) = (owner, tally);
            _draw = new RandomDraw(owner._fromTop.Count, largest);
            _drawn = new int[largest];
            _mirrored = new int[largest];
            _top = new MemberSums(owner._fromTop, largest);
            _topOfMirrored = new MemberSums(owner._fromTop, largest);
            _end = new MemberSums(owner._fromEnd, largest);
            _endOfMirrored = new MemberSums(owner._fromEnd, largest);
        }

        public void Score(RandomSource random)
        {
            _draw.Draw(ref random, _drawn);
            Clear();
            var drawn = 0;
            for (var i = 0; i < _null._sizes.Length; i++)
            {
                Grow(_drawn.AsSpan(drawn, _null._sizes[i] - drawn));
                drawn = _null._sizes[i];
                Count(i);
            }
        }

        private void Clear()
        {
            _top.Clear();
            _topOfMirrored.Clear();
            _end.Clear();
            _endOfMirrored.Clear();
        }

        /// <summary>Adds features to the random set and to its mirror image, in the rankings that the side needs.</summary>
        private void Grow(Span<int> added)
        {
            added.Sort();
            var mirrored = _mirrored.AsSpan(0, added.Length);
            RunningSum.Mirror(_null._fromTop.Count, added, mirrored);
            if (_null._side != EnrichmentSide.Bottom)
            {
                _top.Add(added);
                _topOfMirrored.Add(mirrored);
            }
            if (_null._side != EnrichmentSide.Top)
            {
                _end.Add(added);
                _endOfMirrored.Add(mirrored);
            }
        }

        private void Count(int size)
        {
            switch (_null._side)
            {
                case EnrichmentSide.Top:
                    Count(size, _top.Deviation());
                    Count(size, _topOfMirrored.Deviation());
                    break;
                case EnrichmentSide.Bottom:
                    Count(size, -_end.Deviation());
                    Count(size, -_endOfMirrored.Deviation());
                    break;
                default:
                    Count(size, RunningSum.Larger(_top.Deviation(), _endOfMirrored.Deviation()));
                    Count(size, RunningSum.Larger(_topOfMirrored.Deviation(), _end.Deviation()));
                    break;
            }
        }

        private void Count(int size, double score)
        {
            _tally.Add(size, score);
            foreach (var (index, set) in _null._setsOfSize[size])
            {
                var onSide = set.NearTop ? score : -score;
                if (onSide >= 0 && onSide >= set.Threshold)
                    _tally.MoreExtreme[index]++;
            }
        }
    }
}
