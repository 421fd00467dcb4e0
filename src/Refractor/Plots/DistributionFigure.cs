namespace Refractor.Plots;

/// <summary>Every value of groups as a point, with the median and the quartiles.</summary>
public static class DistributionFigure
{
    private const double Spread = 0.32;

    /// <summary>Draws the groups beside each other.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="value">Name of the values.</param>
    /// <param name="groups">Groups from left to right with their values; those that are not finite are left out.</param>
    public static Figure Of(
        string title,
        string caption,
        string value,
        IReadOnlyList<(string Group, IReadOnlyList<double> Values)> groups
    )
    {
        var names = groups.Select(g => g.Group).ToList();
        var x = new
        {
            field = "place",
            type = "quantitative",
            scale = new { domain = new[] { -0.5, groups.Count - 0.5 }, nice = false },
            axis = (object?)null,
        };
        object Y(string field) =>
            new
            {
                field,
                type = "quantitative",
                title = value,
                scale = new { zero = false },
            };
        var color = new
        {
            field = "group",
            type = "nominal",
            scale = VegaLite.Colours(names, Palette.For(names.Count)),
            legend = new { title = (string?)null, orient = "top" },
        };
        object Level(string field, double width) =>
            new
            {
                data = VegaLite.Data("quartiles"),
                mark = new
                {
                    type = "rule",
                    strokeWidth = width,
                    color = Palette.Ink,
                },
                encoding = new
                {
                    x = new
                    {
                        field = "from",
                        x.type,
                        x.scale,
                        x.axis,
                    },
                    x2 = new { field = "to" },
                    y = Y(field),
                },
            };
        var view = new
        {
            width = Math.Max(240, groups.Count * 150),
            height = 280,
            layer = new[]
            {
                new
                {
                    data = VegaLite.Data("values"),
                    mark = new
                    {
                        type = "point",
                        filled = true,
                        size = 18,
                        opacity = 0.55,
                    },
                    encoding = new
                    {
                        x,
                        y = Y("value"),
                        color,
                    },
                },
                Level("lower_quartile", 1),
                Level("median", 2.6),
                Level("upper_quartile", 1),
            },
        };
        return VegaLite.Figure(title, caption, view, Values(groups, value), Quartiles(groups));
    }

    private static FigureTable Values(
        IReadOnlyList<(string Group, IReadOnlyList<double> Values)> groups,
        string value
    ) =>
        new(
            "values",
            ["group", new FigureColumn("value", value), new FigureColumn("place", "place from left to right")],
            [
                .. groups.SelectMany(
                    (g, i) =>
                        Finite(g.Values).Select((v, k) => (IReadOnlyList<object?>)[g.Group, v, i + Spread * Scatter(k)])
                ),
            ]
        );

    private static FigureTable Quartiles(IReadOnlyList<(string Group, IReadOnlyList<double> Values)> groups) =>
        new(
            "quartiles",
            ["group", "n", "lower_quartile", "median", "upper_quartile", "from", "to"],
            [
                .. groups.Select(
                    (g, i) =>
                    {
                        var sorted = Finite(g.Values).Order().ToArray();
                        return (IReadOnlyList<object?>)
                            [
                                g.Group,
                                sorted.Length,
                                Quantile(sorted, 0.25),
                                Quantile(sorted, 0.5),
                                Quantile(sorted, 0.75),
                                i - Spread,
                                i + Spread,
                            ];
                    }
                ),
            ]
        );

    private static IEnumerable<double> Finite(IReadOnlyList<double> values) => values.Where(double.IsFinite);

    /// <summary>A place between −1 and 1 that looks random and is the same every time: multiples of the golden ratio.</summary>
    private static double Scatter(int k) => 2 * (k * 0.6180339887498949 % 1) - 1;

    /// <summary>R's quantile of type 7.</summary>
    private static double Quantile(double[] sorted, double fraction)
    {
        if (sorted.Length == 0)
            return double.NaN;
        var place = fraction * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length
            ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below])
            : sorted[below];
    }
}
