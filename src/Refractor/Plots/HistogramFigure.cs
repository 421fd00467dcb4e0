namespace Refractor.Plots;

/// <summary>How often values occur.</summary>
public static class HistogramFigure
{
    /// <summary>Draws a histogram in bins of one width.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="value">Name of the values.</param>
    /// <param name="values">The values; those that are not finite are left out.</param>
    /// <param name="low">Start of the first bin.</param>
    /// <param name="high">End of the last bin, which belongs to it.</param>
    /// <param name="bins">Number of bins.</param>
    /// <param name="observed">A value that is marked by a line; null for none.</param>
    public static Figure Of(
        string title,
        string caption,
        string value,
        IEnumerable<double> values,
        double low,
        double high,
        int bins,
        double? observed = null
    )
    {
        var width = (high - low) / bins;
        var counts = new int[bins];
        foreach (var v in values.Where(v => v >= low && v <= high))
            counts[Math.Min(bins - 1, (int)((v - low) / width))]++;
        var view = new
        {
            width = 420,
            height = 200,
            layer = new object[]
            {
                new
                {
                    data = VegaLite.Data("bins"),
                    mark = new
                    {
                        type = "bar",
                        color = Palette.Low,
                        opacity = 0.75,
                    },
                    encoding = new
                    {
                        x = new
                        {
                            field = "from",
                            type = "quantitative",
                            title = value,
                            scale = new { domain = new[] { low, high }, nice = false },
                        },
                        x2 = new { field = "to" },
                        y = new
                        {
                            field = "count",
                            type = "quantitative",
                            title = "how many",
                        },
                        // Without it a bar between two numbers is drawn as a line at its height.
                        y2 = new { datum = 0 },
                    },
                },
                new
                {
                    data = VegaLite.Data("observed"),
                    mark = new
                    {
                        type = "rule",
                        color = Palette.High,
                        strokeWidth = 2,
                    },
                    encoding = new { x = new { field = "value", type = "quantitative" } },
                },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "bins",
                ["from", "to", "count"],
                [.. counts.Select((c, i) => (IReadOnlyList<object?>)[low + i * width, low + (i + 1) * width, c])]
            ),
            new FigureTable(
                "observed",
                [new FigureColumn("value", value)],
                observed is { } o
                    ?
                    [
                        [o],
                    ]
                    : []
            )
        );
    }
}
