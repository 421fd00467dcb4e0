namespace Refractor.Cohorts.Comparing;

/// <summary>
/// Permutes outcomes among the patients of one cohort within groups: those of the first contrast alone, those of the second alone, and
/// those of both. A patient of both contrasts has the same permuted outcome in both, so that whatever agreement shared patients bring
/// about by themselves is in the permuted contrasts too.
/// </summary>
internal sealed class OutcomeShuffle
{
    private readonly string _cohort;
    private readonly int _seed;
    private readonly int _patients;
    private readonly List<int[]> _groups;

    /// <param name="cohort">The cohort.</param>
    /// <param name="groupOf">The group of a patient; null if the patient takes no part.</param>
    /// <param name="seed">Seed.</param>
    public OutcomeShuffle(Cohort cohort, Func<int, int?> groupOf, int seed)
    {
        (_cohort, _seed, _patients) = (cohort.Name, seed, cohort.Patients.Count);
        _groups =
        [
            .. Enumerable
                .Range(0, _patients)
                .Where(p => groupOf(p) is not null)
                .GroupBy(p => groupOf(p))
                .Select(g => g.ToArray()),
        ];
    }

    /// <summary>For each patient the patient whose outcome is taken, under one permutation.</summary>
    /// <remarks>
    /// Every patient draws a key, whatever the group; patients take the outcomes of their group in the order of keys. Groups may
    /// therefore change names, as when both contrasts are exchanged, and the permutation stays.
    /// </remarks>
    public int[] Permutation(int number)
    {
        var random = new Random(SeedOf(number));
        var keys = new double[_patients];
        for (var p = 0; p < keys.Length; p++)
            keys[p] = random.NextDouble();
        var source = Enumerable.Range(0, _patients).ToArray();
        foreach (var group in _groups)
        {
            var ordered = group.ToArray();
            Array.Sort(Array.ConvertAll(group, p => keys[p]), ordered);
            for (var i = 0; i < group.Length; i++)
                source[group[i]] = ordered[i];
        }
        return source;
    }

    /// <summary>FNV-1a of seed, number and name, so that two cohorts are not permuted alike.</summary>
    private int SeedOf(int number)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var c in $"{_seed}/{number}/{_cohort}")
                hash = (hash ^ c) * 16777619;
            return (int)(hash & int.MaxValue);
        }
    }
}
