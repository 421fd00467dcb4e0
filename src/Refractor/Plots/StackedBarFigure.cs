namespace Refractor.Plots;

/// <summary>Amounts of several groups laid end to end.</summary>
public static class StackedBarFigure
{
    /// <summary>Draws lying bars, one a label, whose parts are the groups in the order given.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="amount">Name of the amount.</param>
    /// <param name="bars">Parts, those of one label together, labels from top to bottom.</param>
    public static Figure Of(string title, string caption, string amount, IReadOnlyList<AmountBar> bars)
    {
        var labels = bars.Select(b => b.Label).Distinct().ToList();
        var groups = bars.Select(b => b.Group).Distinct().ToList();
        var view = new
        {
            width = 460,
            height = Math.Max(40, labels.Count * 20),
            data = VegaLite.Data("bars"),
            mark = new { type = "bar" },
            encoding = new
            {
                x = new
                {
                    field = "value",
                    type = "quantitative",
                    title = amount,
                    axis = new { tickMinStep = 1, format = "d" },
                },
                y = new
                {
                    field = "label",
                    type = "nominal",
                    sort = labels,
                    title = (string?)null,
                    axis = new { labelLimit = 320, ticks = false },
                },
                color = new
                {
                    field = "group",
                    type = "nominal",
                    sort = groups,
                    scale = VegaLite.Colours(groups, Palette.For(groups.Count)),
                    legend = new { title = (string?)null, orient = "top" },
                },
                order = new { field = "place", type = "quantitative" },
                tooltip = new[] { new { field = "label" }, new { field = "group" }, new { field = "value" } },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "bars",
                ["label", "group", new FigureColumn("value", amount), "place"],
                [.. bars.Select(b => (IReadOnlyList<object?>)[b.Label, b.Group, b.Value, groups.IndexOf(b.Group)])]
            )
        );
    }
}
