using System.Runtime.CompilerServices;

namespace Refractor.Statistics.Enrichment;

/// <summary>
/// A random walk over the sets of one size whose deviation exceeds a level. Each step exchanges a member for another feature and is
/// refused if the deviation falls to the level, so that all sets above the level are equally likely in the long run (Metropolis).
/// </summary>
internal sealed class SetWalk
{
    private readonly Ranking _ranking;
    private readonly double _costPerWeight;
    private readonly ulong[] _isMember;
    private readonly MemberSums _sums;

    /// <summary>A member where the running sum was above the level when last looked for: most steps leave it above.</summary>
    private int _peak;

    public SetWalk(Ranking ranking, int size)
    {
        _ranking = ranking;
        _costPerWeight = 1.0 / (ranking.Count - size);
        _isMember = new ulong[(ranking.Count + 63) >> 6];
        _sums = new MemberSums(ranking, size);
    }

    /// <summary>Members' positions in ascending order.</summary>
    public ReadOnlySpan<int> Positions => _sums.Positions;

    /// <summary>The deviation of the set.</summary>
    public double Deviation => _sums.Deviation();

    /// <summary>Starts from the set at these positions, in ascending order.</summary>
    public void Start(ReadOnlySpan<int> positions)
    {
        _sums.Clear();
        _sums.Add(positions);
        _peak = 0;
        Array.Clear(_isMember);
        foreach (var p in positions)
            _isMember[p >> 6] |= 1UL << p;
    }

    /// <summary>Continues from where another walk is.</summary>
    public void CopyFrom(SetWalk other)
    {
        other._isMember.CopyTo(_isMember, 0);
        _sums.CopyFrom(other._sums);
        _peak = other._peak;
    }

    /// <summary>Takes steps.</summary>
    /// <returns>How many were not refused.</returns>
    public int Walk(ref RandomSource random, int steps, WalkLevel level)
    {
        var taken = 0;
        unchecked
        {
            for (var i = 0; i < steps; i++)
            {
                var added = random.NextInt(_ranking.Count);
                var removed = random.NextInt(_sums.Count);
                if ((_isMember[added >> 6] >> added & 1) != 0)
                    continue;
                var gone = _sums.Position(removed);
                var step = new Exchange(
                    removed,
                    _ranking.Steps[gone],
                    added,
                    _ranking.Steps[added],
                    _sums.Total,
                    _costPerWeight
                );
                if (
                    !(step.Total == 0 ? TryWithoutWeights(step, gone, level, ref random) : Try(step, level, ref random))
                )
                    continue;
                _isMember[gone >> 6] &= ~(1UL << gone);
                _isMember[added >> 6] |= 1UL << added;
                taken++;
            }
        }
        return taken;
    }

    private bool Try(in Exchange step, WalkLevel level, ref RandomSource random)
    {
        int place;
        if (PeakAfter(step) > level.Above * step.Total)
        {
            unchecked
            {
                _peak += (step.Added < _sums.Position(_peak) ? 1 : 0) - (step.Removed <= _peak ? 1 : 0);
            }
            place = _sums.PlaceOf(step.Added);
        }
        else
        {
            place = _sums.PlaceOf(step.Added);
            var peak = FirstAbove(step, place, level.Equal * step.Total);
            if (peak < 0 || !Exceeds(step, place, level, ref random))
                return false;
            _peak = peak;
        }
        Take(step, place);
        return true;
    }

    private bool Exceeds(in Exchange step, int place, WalkLevel level, ref RandomSource random) =>
        FirstAbove(step, place, level.Above * step.Total) >= 0 || random.NextDouble() > level.Luck;

    /// <summary>The running sum at the peak after an exchange, in units of Σ weights; no more than at some member if the peak itself goes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double PeakAfter(in Exchange step)
    {
        var (hits, misses) = (_sums.Hits(_peak), _sums.Misses(_peak));
        var addedBefore = step.Added < _sums.Position(_peak) ? 1.0 : 0.0;
        var removedBefore = step.Removed <= _peak ? 1.0 : 0.0;
        hits += addedBefore * step.AddedWeight - removedBefore * step.RemovedWeight;
        misses += removedBefore - addedBefore;
        return hits - misses * step.Cost;
    }

    /// <summary>A member of the exchanged set, numbered within it, where the running sum exceeds a limit; −1 if there is none.</summary>
    private int FirstAbove(in Exchange step, int place, double limit)
    {
        var (removed, cost, up) = (step.Removed, step.Cost, step.Removed < place);
        var at = up ? place - 1 : place;
        var before =
            up ? _sums.Hits(at) - step.RemovedWeight
            : place == 0 ? 0
            : _sums.Hits(place - 1);
        if (before + step.AddedWeight - (_ranking.BlockEnds[step.Added] - at) * cost > limit)
            return at;

        var (first, last) = up ? (removed, place) : (place, removed);
        var between = up ? limit + step.RemovedWeight + cost : limit - step.AddedWeight - cost;
        var found = _sums.FirstAbove(first, last, cost, between);
        if (found >= 0)
            return up ? Math.Max(0, found - 1) : found + 1;
        found = _sums.FirstAbove(0, first, cost, limit);
        if (found >= 0)
            return found;
        return _sums.FirstAbove(last, _sums.Count, cost, limit + step.RemovedWeight - step.AddedWeight);
    }

    /// <summary>Without any weight all members count alike, which happens only where most features have the statistic 0.</summary>
    private bool TryWithoutWeights(in Exchange step, int gone, WalkLevel level, ref RandomSource random)
    {
        Take(step, _sums.PlaceOf(step.Added));
        var deviation = Deviation;
        if (deviation >= level.Above || (deviation >= level.Equal && random.NextDouble() > level.Luck))
            return true;
        var member = _sums.PlaceOf(step.Added);
        _sums.Exchange(member, step.AddedWeight, gone, step.RemovedWeight, _sums.PlaceOf(gone));
        return false;
    }

    private void Take(in Exchange step, int place) =>
        _sums.Exchange(step.Removed, step.RemovedWeight, step.Added, step.AddedWeight, place);

    private readonly struct Exchange
    {
        public Exchange(
            int removed,
            double removedWeight,
            int added,
            double addedWeight,
            double total,
            double costPerWeight
        )
        {
            (Removed, RemovedWeight, Added, AddedWeight) = (removed, removedWeight, added, addedWeight);
            Total = total + addedWeight - removedWeight;
            Cost = Total * costPerWeight;
        }

        public int Removed { get; }
        public double RemovedWeight { get; }
        public int Added { get; }
        public double AddedWeight { get; }
        public double Total { get; }
        public double Cost { get; }
    }
}
