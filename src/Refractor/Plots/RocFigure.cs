using Refractor.Statistics.Contingency;
using Refractor.Statistics.Roc;

namespace Refractor.Plots;

/// <summary>A ROC curve with the pointwise interval of its sensitivity.</summary>
/// <remarks>
/// The band holds Wilson's 95 % interval of the sensitivity at each threshold. The interval of the area is DeLong's and stands in the
/// caption; it is not read off the band.
/// </remarks>
public static class RocFigure
{
    /// <summary>Draws the curve.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know, with the area.</param>
    /// <param name="curve">The curve.</param>
    public static Figure Of(string title, string caption, RocCurve curve)
    {
        var x = Axis("false_positive_rate", "false positive rate (1 − specificity)");
        var view = new
        {
            width = 340,
            height = 340,
            data = VegaLite.Data("roc"),
            layer = new object[]
            {
                new
                {
                    data = VegaLite.Data("chance"),
                    mark = new
                    {
                        type = "line",
                        strokeDash = new[] { 4, 4 },
                        color = Palette.Faint,
                    },
                    encoding = new { x, y = Axis("sensitivity", "sensitivity") },
                },
                new
                {
                    mark = new
                    {
                        type = "area",
                        interpolate = "linear",
                        opacity = 0.15,
                        color = Palette.Low,
                    },
                    encoding = new
                    {
                        x,
                        y = Axis("low", "sensitivity"),
                        y2 = new { field = "high" },
                    },
                },
                new
                {
                    mark = new
                    {
                        type = "line",
                        interpolate = "linear",
                        strokeWidth = 2,
                        color = Palette.Low,
                    },
                    encoding = new
                    {
                        x,
                        y = Axis("sensitivity", "sensitivity"),
                        order = new { field = "point", type = "quantitative" },
                    },
                },
            },
        };
        return VegaLite.Figure(title, caption, view, Points(curve), Chance());
    }

    private static object Axis(string field, string title) =>
        new
        {
            field,
            type = "quantitative",
            title,
            scale = new { domain = new[] { 0, 1 } },
        };

    private static FigureTable Points(RocCurve curve) =>
        new(
            "roc",
            ["point", "threshold", "false_positive_rate", "sensitivity", "low", "high"],
            [
                .. curve.Points.Select(
                    (p, i) =>
                    {
                        var interval = Proportion.Wilson(p.TruePositives, curve.Cases);
                        return (IReadOnlyList<object?>)
                            [i, p.Threshold, 1 - p.Specificity, p.Sensitivity, interval.Low, interval.High];
                    }
                ),
            ]
        );

    private static FigureTable Chance() =>
        new(
            "chance",
            ["false_positive_rate", "sensitivity"],
            [
                [0.0, 0.0],
                [1.0, 1.0],
            ]
        );
}
