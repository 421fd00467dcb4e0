using Refractor.Statistics.Distributions;

namespace Refractor.Cohorts.Comparing;

/// <summary>The overlap of the top of one list with the top of another.</summary>
/// <param name="First">Features in the top of the first list.</param>
/// <param name="Second">Features in the top of the second list.</param>
/// <param name="Overlap">Features in both tops.</param>
/// <param name="Expected">Features in both tops by chance.</param>
/// <param name="SignedLog10">
/// −log10 of the hypergeometric tail of as many or more where the overlap is not below what is expected, log10 of the tail of as many or
/// fewer where it is.
/// </param>
public sealed record TopOverlap(int First, int Second, int Overlap, double Expected, double SignedLog10);

/// <summary>Overlaps of all tops of one side of a list with all tops of one side of another.</summary>
public sealed class QuadrantOverlap
{
    private readonly int[,] _overlaps;
    private readonly (int First, int Second) _sides;
    private readonly int _features;
    private readonly int _step;

    private QuadrantOverlap(OverlapQuadrant quadrant, int[,] overlaps, (int, int) sides, int features, int step)
    {
        (Quadrant, _overlaps, _sides, _features, _step) = (quadrant, overlaps, sides, features, step);
    }

    /// <summary>Which quadrant.</summary>
    public OverlapQuadrant Quadrant { get; }

    /// <summary>All overlaps, by the top of the first list and then of the second.</summary>
    public IEnumerable<TopOverlap> All()
    {
        for (var i = 0; i < _overlaps.GetLength(0); i++)
        for (var j = 0; j < _overlaps.GetLength(1); j++)
            yield return At(i, j);
    }

    /// <summary>Some of the overlaps, evenly spread, the whole sides among them.</summary>
    /// <param name="tops">How many tops of a side at most.</param>
    internal IEnumerable<TopOverlap> Thinned(int tops)
    {
        var (first, second) = (Kept(_overlaps.GetLength(0), tops), Kept(_overlaps.GetLength(1), tops));
        return first.SelectMany(i => second.Select(j => At(i, j)));
    }

    /// <summary>The overlap with the largest signed logarithm; null if a side is empty.</summary>
    /// <remarks>
    /// The tail is never below its first term. Where that term alone says that the tops cannot be the peak, the tail is not summed.
    /// </remarks>
    public TopOverlap? Peak()
    {
        TopOverlap? peak = null;
        for (var i = 0; i < _overlaps.GetLength(0); i++)
        for (var j = 0; j < _overlaps.GetLength(1); j++)
        {
            if (peak is not null && Bound(i, j) <= peak.SignedLog10)
                continue;
            var found = At(i, j);
            if (peak is null || found.SignedLog10 > peak.SignedLog10)
                peak = found;
        }
        return peak;
    }

    internal static QuadrantOverlap Of(OverlapQuadrant quadrant, SidePlaces first, SidePlaces second, int step)
    {
        var a = quadrant is OverlapQuadrant.ResistanceToBoth or OverlapQuadrant.ResistanceToFirst ? 1 : -1;
        var b = quadrant is OverlapQuadrant.ResistanceToBoth or OverlapQuadrant.ResistanceToSecond ? 1 : -1;
        var sides = (First: first.Count(a), Second: second.Count(b));
        var overlaps = new int[Tops(sides.First, step), Tops(sides.Second, step)];
        for (var f = 0; f < first.Signs.Length; f++)
            if (first.Signs[f] == a && second.Signs[f] == b)
                overlaps[first.Places[f] / step, second.Places[f] / step]++;
        for (var i = 0; i < overlaps.GetLength(0); i++)
        for (var j = 0; j < overlaps.GetLength(1); j++)
            overlaps[i, j] +=
                (i > 0 ? overlaps[i - 1, j] : 0)
                + (j > 0 ? overlaps[i, j - 1] : 0)
                - (i > 0 && j > 0 ? overlaps[i - 1, j - 1] : 0);
        return new QuadrantOverlap(quadrant, overlaps, sides, first.Signs.Length, step);
    }

    private static int[] Kept(int all, int tops)
    {
        var step = Math.Max(1, (all + tops - 1) / tops);
        return [.. Enumerable.Range(0, all).Where(i => (all - 1 - i) % step == 0)];
    }

    private static int Tops(int side, int step) => (side + step - 1) / step;

    private (int First, int Second, int Overlap, double Expected) Counts(int i, int j)
    {
        var (a, b) = (Math.Min((i + 1) * _step, _sides.First), Math.Min((j + 1) * _step, _sides.Second));
        return (a, b, _overlaps[i, j], (double)a * b / _features);
    }

    private double Bound(int i, int j)
    {
        var (a, b, overlap, expected) = Counts(i, j);
        return overlap < expected ? 0 : -Urn.Of(a, b, _features).LogDensity(overlap) / Math.Log(10);
    }

    private TopOverlap At(int i, int j)
    {
        var (a, b, overlap, expected) = Counts(i, j);
        var urn = Urn.Of(a, b, _features);
        var log =
            overlap < expected ? urn.LogProbability(overlap, Tail.Lower) : -urn.LogProbability(overlap - 1, Tail.Upper);
        return new TopOverlap(a, b, overlap, expected, log / Math.Log(10));
    }

    /// <summary>
    /// The distribution of the overlap. Marked and drawn may change places; the larger is taken as marked, so that exchanged lists give
    /// the same digits and equal peaks are equal.
    /// </summary>
    private readonly record struct Urn(int Marked, int Unmarked, int Drawn)
    {
        public static Urn Of(int a, int b, int features) =>
            new(Math.Max(a, b), features - Math.Max(a, b), Math.Min(a, b));

        public double LogDensity(int overlap) => Hypergeometric.LogDensity(overlap, Marked, Unmarked, Drawn);

        public double LogProbability(int overlap, Tail tail) =>
            Hypergeometric.LogProbability(overlap, Marked, Unmarked, Drawn, tail);
    }
}
