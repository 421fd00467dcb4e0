namespace Refractor.Cohorts.Comparing;

/// <summary>Two contrasts whose ranked statistics can be made again for any outcomes, with and without shared patients.</summary>
internal sealed class ContrastPair
{
    private readonly TherapyContrast _first;
    private readonly TherapyContrast _second;
    private readonly (int[] First, int[] Second) _rows;
    private readonly (int[] First, int[] Second) _apartRows;
    private readonly (OutcomeShuffle First, OutcomeShuffle Second) _shuffles;
    private readonly (int[] First, int[] Second) _common;

    public ContrastPair(TherapyContrast first, TherapyContrast second, (int[] First, int[] Second) common, int seed)
    {
        (_first, _second, _common) = (first, second, common);
        _rows = (first.Rows(), second.Rows());
        var isOneCohort = ReferenceEquals(first.Cohort, second.Cohort);
        HashSet<int> inFirst = [.. _rows.First.Where(p => p >= 0)];
        HashSet<int> inSecond = [.. _rows.Second.Where(p => p >= 0)];
        HashSet<int> shared = isOneCohort ? [.. inFirst.Intersect(inSecond)] : [];
        (Shared, FirstApart, SecondApart) = (shared.Count, inFirst.Count - shared.Count, inSecond.Count - shared.Count);
        _apartRows = (Without(_rows.First, shared), Without(_rows.Second, shared));
        var shuffle = new OutcomeShuffle(
            first.Cohort,
            p =>
                shared.Contains(p) ? 0
                : inFirst.Contains(p) ? 1
                : isOneCohort && inSecond.Contains(p) ? 2
                : null,
            seed
        );
        _shuffles = (
            shuffle,
            isOneCohort ? shuffle : new OutcomeShuffle(second.Cohort, p => inSecond.Contains(p) ? 2 : null, seed)
        );
    }

    /// <summary>Patients of both contrasts.</summary>
    public int Shared { get; }

    /// <summary>Patients of the first contrast alone.</summary>
    public int FirstApart { get; }

    /// <summary>Patients of the second contrast alone.</summary>
    public int SecondApart { get; }

    /// <summary>The ranked statistics of the common features; of the outcomes as they are for permutation 0.</summary>
    public (double[] First, double[] Second) Screen(int permutation) => Screen(_rows, permutation);

    /// <summary>The same without shared patients.</summary>
    public (double[] First, double[] Second) ScreenApart(int permutation) => Screen(_apartRows, permutation);

    private (double[] First, double[] Second) Screen((int[] First, int[] Second) rows, int permutation)
    {
        var first = _first.Screen(rows.First, Source(_first, _shuffles.First, permutation));
        var second = _second.Screen(rows.Second, Source(_second, _shuffles.Second, permutation));
        return (
            Array.ConvertAll(_common.First, row => first[row]),
            Array.ConvertAll(_common.Second, row => second[row])
        );
    }

    private static int[] Source(TherapyContrast contrast, OutcomeShuffle shuffle, int permutation) =>
        permutation == 0 ? [.. Enumerable.Range(0, contrast.Cohort.Patients.Count)] : shuffle.Permutation(permutation);

    private static int[] Without(int[] rows, HashSet<int> shared) =>
        Array.ConvertAll(rows, p => shared.Contains(p) ? -1 : p);
}
