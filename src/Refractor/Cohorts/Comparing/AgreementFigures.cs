using System.Globalization;
using Refractor.Plots;

namespace Refractor.Cohorts.Comparing;

/// <summary>Figures of how two ranked lists of features agree.</summary>
internal static class AgreementFigures
{
    private const int TopsOfASide = 24;
    private const int Named = 12;
    private const int Bins = 24;
    private const double Noticed = 1.959963984540054;
    private const string Same = "p < 0.05 in both, same sign";
    private const string Opposite = "p < 0.05 in both, opposite signs";
    private const string Neither = "p ≥ 0.05 in one or both";

    /// <summary>The rank-rank map: every top of one list against every top of the other, thinned out for the eye.</summary>
    /// <param name="overlap">The overlaps.</param>
    /// <param name="first">Name of the first list, and what stands at its upper and at its lower end.</param>
    /// <param name="second">The same of the second list.</param>
    public static Figure Map(
        RankOverlap overlap,
        (string Name, string High, string Low) first,
        (string Name, string High, string Low) second
    )
    {
        var cells = new List<(string Row, string Column, double Value)>();
        var (rows, columns) = (new SortedDictionary<int, string>(), new SortedDictionary<int, string>());
        foreach (var quadrant in overlap.Quadrants)
        {
            var isFirstHigh =
                quadrant.Quadrant is OverlapQuadrant.ResistanceToBoth or OverlapQuadrant.ResistanceToFirst;
            var isSecondHigh =
                quadrant.Quadrant is OverlapQuadrant.ResistanceToBoth or OverlapQuadrant.ResistanceToSecond;
            foreach (var top in quadrant.Thinned(TopsOfASide))
            {
                var (row, column) = (
                    Label(isFirstHigh ? first.High : first.Low, top.First),
                    Label(isSecondHigh ? second.High : second.Low, top.Second)
                );
                // The outer ends of both lists meet the frame: the upper end at the top and on the left.
                rows[isFirstHigh ? top.First : int.MaxValue - top.First] = row;
                columns[isSecondHigh ? top.Second : int.MaxValue - top.Second] = column;
                cells.Add((row, column, top.SignedLog10));
            }
        }
        var limit = Math.Max(1, cells.Select(c => Math.Abs(c.Value)).DefaultIfEmpty(1).Max());
        return HeatMapFigure.Of(
            "Overlap of ranks",
            $"Signed log10 of the hypergeometric tail for the top of one list in the top of the other, in four quadrants by sign: above 0 more features in both tops than by chance, below 0 fewer. Rows: {first.Name}, from {first.High} to {first.Low}; columns: {second.Name}, from {second.High} to {second.Low}; tops grow from the corners inwards. Full colour at ±{limit.ToString("F1", CultureInfo.InvariantCulture)}. Features are correlated: the tail is a measure and no p. overlap.tsv holds all tops.",
            "signed log10",
            limit,
            [.. rows.Values],
            [.. columns.Values],
            [.. cells.Select(c => new HeatCell(c.Row, c.Column, c.Value))],
            $"{second.Name}: {second.High} from the left, {second.Low} from the right",
            showColumns: false
        );
    }

    /// <summary>Both statistics of every feature, by quadrant; those far from 0 in both are named.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="x">Name of the first statistic.</param>
    /// <param name="y">Name of the second statistic.</param>
    /// <param name="features">Name and both statistics.</param>
    public static Figure Scatter(
        string title,
        string x,
        string y,
        IReadOnlyList<(string Name, double X, double Y)> features
    )
    {
        var named = features
            .Where(f => IsNoticed(f.X) && IsNoticed(f.Y))
            .OrderByDescending(f => Math.Min(Math.Abs(f.X), Math.Abs(f.Y)))
            .ThenBy(f => f.Name, StringComparer.Ordinal)
            .Take(Named)
            .Select(f => f.Name)
            .ToHashSet(StringComparer.Ordinal);
        return ScatterFigure.Of(
            title,
            "One point a feature. Coloured where p < 0.05 in both; the features farthest from 0 in both are named.",
            x,
            y,
            [.. features.Select(f => new ScatterPoint(f.Name, f.X, f.Y, Group(f.X, f.Y), named.Contains(f.Name)))],
            [(Same, Palette.High), (Opposite, Palette.Low), (Neither, Palette.Faint)]
        );
    }

    /// <summary>A measure under permutation, with the observed one.</summary>
    /// <param name="measure">Its name.</param>
    /// <param name="test">The measure.</param>
    public static Figure? Permuted(string measure, PermutationTest test)
    {
        var values = test.Permuted.Where(double.IsFinite).Append(test.Observed).ToList();
        if (double.IsNaN(test.Observed) || values.Min() == values.Max())
            return null;
        var margin = (values.Max() - values.Min()) / Bins;
        return HistogramFigure.Of(
            $"{char.ToUpperInvariant(measure[0])}{measure[1..]} under permutation",
            $"{test.Permuted.Count} permutations of outcomes; the line is the observed value. Two-sided P {Statistics.PValue.From(test.PTwoSided)}.",
            measure,
            test.Permuted,
            values.Min() - margin,
            values.Max() + margin,
            Bins,
            test.Observed
        );
    }

    private static string Label(string side, int top) =>
        string.Create(CultureInfo.InvariantCulture, $"{side}, top {top}");

    private static bool IsNoticed(double z) => Math.Abs(z) > Noticed;

    private static string Group(double x, double y) =>
        !IsNoticed(x) || !IsNoticed(y) ? Neither
        : x * y > 0 ? Same
        : Opposite;
}
