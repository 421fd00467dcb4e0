namespace Refractor.Cohorts.Comparing;

/// <summary>
/// Rank-rank hypergeometric overlap of two lists of the same features: how many of the top i of one are among the top j of the other,
/// for many i and j, in four quadrants by the signs of both statistics.
/// </summary>
/// <remarks>
/// Plaisier et al., Nucleic Acids Res 2010; quadrants by sign as Cahill et al., Sci Rep 2018. Features are correlated, so that the
/// hypergeometric tail is a measure and no p value: permuted outcomes judge it. Checked against R <c>phyper(log.p = TRUE)</c>.
/// </remarks>
public sealed class RankOverlap
{
    private RankOverlap(int features, int step, IReadOnlyList<QuadrantOverlap> quadrants) =>
        (Features, Step, Quadrants) = (features, step, quadrants);

    /// <summary>Features in both lists.</summary>
    public int Features { get; }

    /// <summary>By how many features the tops grow: √features, rounded up.</summary>
    public int Step { get; }

    /// <summary>The four quadrants, in the order of <see cref="OverlapQuadrant"/>.</summary>
    public IReadOnlyList<QuadrantOverlap> Quadrants { get; }

    /// <summary>Counts the overlaps.</summary>
    /// <param name="first">f statistics, above 0 for resistance; none is NaN. A feature at 0 is on neither side.</param>
    /// <param name="second">f statistics of the same features.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static RankOverlap Of(double[] first, double[] second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException(
                $"Found {second.Length} statistics; expected {first.Length} as in the first list.",
                nameof(second)
            );
        var step = (int)Math.Ceiling(Math.Sqrt(first.Length));
        var (a, b) = (SidePlaces.Of(first), SidePlaces.Of(second));
        return new RankOverlap(
            first.Length,
            step,
            [.. Enum.GetValues<OverlapQuadrant>().Select(q => QuadrantOverlap.Of(q, a, b, step))]
        );
    }
}

/// <summary>Which ends of both lists are laid over each other.</summary>
public enum OverlapQuadrant
{
    /// <summary>Resistance to both therapies.</summary>
    ResistanceToBoth,

    /// <summary>Sensitivity to both therapies.</summary>
    SensitivityToBoth,

    /// <summary>Resistance to the first therapy and sensitivity to the second.</summary>
    ResistanceToFirst,

    /// <summary>Sensitivity to the first therapy and resistance to the second.</summary>
    ResistanceToSecond,
}

/// <summary>The place of every feature on its side of a list, counted from the outer end.</summary>
/// <param name="Places">f places from 0; meaningless for a feature at 0.</param>
/// <param name="Signs">f signs: 1 resistance, −1 sensitivity, 0 neither.</param>
internal sealed record SidePlaces(int[] Places, int[] Signs)
{
    /// <summary>Equal values stand in the order of the features.</summary>
    public static SidePlaces Of(double[] statistics)
    {
        var signs = Array.ConvertAll(statistics, Math.Sign);
        var order = Enumerable.Range(0, statistics.Length).ToArray();
        Array.Sort(
            order,
            (x, y) => Math.Abs(statistics[y]).CompareTo(Math.Abs(statistics[x])) is var c and not 0 ? c : x.CompareTo(y)
        );
        var places = new int[statistics.Length];
        var (resistant, sensitive) = (0, 0);
        foreach (var f in order)
            places[f] = signs[f] > 0 ? resistant++ : sensitive++;
        return new SidePlaces(places, signs);
    }

    public int Count(int sign) => Signs.Count(s => s == sign);
}
