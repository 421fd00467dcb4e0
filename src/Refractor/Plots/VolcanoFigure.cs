namespace Refractor.Plots;

/// <summary>One feature of a volcano plot.</summary>
/// <param name="Name">The feature.</param>
/// <param name="Effect">Its effect: a difference, or the logarithm of a ratio; NaN where there is none.</param>
/// <param name="LogP">Natural logarithm of its p.</param>
/// <param name="LogQ">Natural logarithm of its q.</param>
public readonly record struct VolcanoPoint(string Name, double Effect, double LogP, double LogQ);

/// <summary>Effects of all features against their p.</summary>
public static class VolcanoFigure
{
    private const int Named = 15;
    private static readonly string[] Groups = ["higher, q < 0.05", "lower, q < 0.05", "q ≥ 0.05"];

    /// <summary>Draws a volcano plot; the features of the smallest p are named.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="effect">Name of the effect, with its direction.</param>
    /// <param name="points">The features; those without effect are not drawn.</param>
    public static Figure Of(string title, string caption, string effect, IReadOnlyList<VolcanoPoint> points)
    {
        var drawn = points.Where(p => double.IsFinite(p.Effect) && !double.IsNaN(p.LogP)).ToList();
        var named = drawn.OrderBy(p => p.LogP).ThenBy(p => p.Name, StringComparer.Ordinal).Take(Named).ToList();
        var x = new
        {
            field = "effect",
            type = "quantitative",
            title = effect,
        };
        var y = new
        {
            field = "minus_log10_p",
            type = "quantitative",
            title = "−log10 p",
        };
        var view = new
        {
            width = 560,
            height = 380,
            layer = new object[]
            {
                Threshold(),
                new
                {
                    data = VegaLite.Data("features"),
                    mark = new
                    {
                        type = "point",
                        filled = true,
                        size = 22,
                        opacity = 0.65,
                    },
                    encoding = new
                    {
                        x,
                        y,
                        color = new
                        {
                            field = "group",
                            type = "nominal",
                            scale = VegaLite.Colours(Groups, [Palette.High, Palette.Low, Palette.Faint]),
                            legend = new { title = (string?)null, orient = "top" },
                        },
                        tooltip = new[] { new { field = "feature" }, new { field = "effect" }, new { field = "q" } },
                    },
                },
                new
                {
                    data = VegaLite.Data("named"),
                    mark = new
                    {
                        type = "text",
                        align = "left",
                        dx = 6,
                        fontSize = 10,
                    },
                    encoding = new
                    {
                        x,
                        y,
                        text = new { field = "feature", type = "nominal" },
                    },
                },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            Features("features", drawn),
            Features("named", named),
            Line(drawn)
        );
    }

    private static object Threshold() =>
        new
        {
            data = VegaLite.Data("threshold"),
            mark = new
            {
                type = "rule",
                strokeDash = new[] { 4, 3 },
                color = Palette.Quiet,
            },
            encoding = new { y = new { field = "minus_log10_p", type = "quantitative" } },
        };

    private static FigureTable Features(string name, IReadOnlyList<VolcanoPoint> points) =>
        new(
            name,
            ["feature", "effect", new FigureColumn("minus_log10_p", "−log10 p"), "q", "group"],
            [
                .. points.Select(p =>
                    (IReadOnlyList<object?>)[p.Name, p.Effect, -p.LogP / Math.Log(10), Math.Exp(p.LogQ), Group(p)]
                ),
            ]
        );

    /// <summary>The largest p whose q is below 0.05; no line where there is none.</summary>
    private static FigureTable Line(IReadOnlyList<VolcanoPoint> points)
    {
        var hits = points.Where(IsHit).Select(p => p.LogP).ToList();
        return new FigureTable(
            "threshold",
            [new FigureColumn("minus_log10_p", "−log10 p at q 0.05")],
            hits.Count > 0
                ?
                [
                    [-hits.Max() / Math.Log(10)],
                ]
                : []
        );
    }

    private static string Group(VolcanoPoint point) =>
        !IsHit(point) ? Groups[2]
        : point.Effect > 0 ? Groups[0]
        : Groups[1];

    private static bool IsHit(VolcanoPoint point) => point.LogQ < Math.Log(0.05);
}
