namespace Refractor.Plots;

/// <summary>A point of a scatter plot.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="X">Its place from left to right; a point without place is not drawn.</param>
/// <param name="Y">Its place from bottom to top.</param>
/// <param name="Group">Its colour.</param>
/// <param name="IsNamed">Whether its name is printed beside it.</param>
public readonly record struct ScatterPoint(string Name, double X, double Y, string Group, bool IsNamed);

/// <summary>Two numbers of each feature against each other, with lines through 0.</summary>
public static class ScatterFigure
{
    /// <summary>Draws the points.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="x">Name of the first number.</param>
    /// <param name="y">Name of the second number.</param>
    /// <param name="points">The points.</param>
    /// <param name="colours">Groups in the order of the legend, with their colours; null for the usual colours, groups by name.</param>
    public static Figure Of(
        string title,
        string caption,
        string x,
        string y,
        IReadOnlyList<ScatterPoint> points,
        IReadOnlyList<(string Group, string Colour)>? colours = null
    )
    {
        var drawn = points.Where(p => double.IsFinite(p.X) && double.IsFinite(p.Y)).ToList();
        var groups =
            colours?.Select(c => c.Group).ToList()
            ?? drawn.Select(p => p.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        var place = new { x = Axis("x", x), y = Axis("y", y) };
        var view = new
        {
            width = 460,
            height = 400,
            layer = new object[]
            {
                Zero(new { x = new { datum = 0 } }),
                Zero(new { y = new { datum = 0 } }),
                new
                {
                    data = VegaLite.Data("points"),
                    mark = new
                    {
                        type = "point",
                        filled = true,
                        size = 24,
                        opacity = 0.6,
                    },
                    encoding = new
                    {
                        place.x,
                        place.y,
                        color = new
                        {
                            field = "group",
                            type = "nominal",
                            scale = VegaLite.Colours(
                                groups,
                                colours is null ? Palette.For(groups.Count) : [.. colours.Select(c => c.Colour)]
                            ),
                            legend = VegaLite.Legend(groups.Count),
                        },
                        tooltip = new[] { new { field = "name" }, new { field = "x" }, new { field = "y" } },
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
                        place.x,
                        place.y,
                        text = new { field = "name", type = "nominal" },
                    },
                },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            Table("points", x, y, drawn),
            Table("named", x, y, [.. drawn.Where(p => p.IsNamed)])
        );
    }

    private static object Zero(object encoding) =>
        new
        {
            mark = new { type = "rule", color = Palette.Faint },
            data = new { values = new[] { 0 } },
            encoding,
        };

    private static object Axis(string field, string title) =>
        new
        {
            field,
            type = "quantitative",
            title,
            axis = new { grid = false },
        };

    private static FigureTable Table(string name, string x, string y, IReadOnlyList<ScatterPoint> points) =>
        new(
            name,
            ["name", new FigureColumn("x", x), new FigureColumn("y", y), "group"],
            [.. points.Select(p => (IReadOnlyList<object?>)[p.Name, p.X, p.Y, p.Group])]
        );
}
