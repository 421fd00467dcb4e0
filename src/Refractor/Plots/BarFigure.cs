using Refractor.Statistics;

namespace Refractor.Plots;

/// <summary>A bar: a rate with its interval.</summary>
/// <param name="Label">Its place on the axis.</param>
/// <param name="Group">Its colour.</param>
/// <param name="Rate">Between 0 and 1; NaN where there is none.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="Count">What stands at the bar, such as <c>12/40</c>.</param>
public sealed record RateBar(string Label, string Group, double Rate, Interval Interval, string Count);

/// <summary>A bar: an amount.</summary>
/// <param name="Label">Its place on the axis; each once in a figure.</param>
/// <param name="Group">Its colour.</param>
/// <param name="Value">The amount.</param>
public sealed record AmountBar(string Label, string Group, double Value);

/// <summary>Bars.</summary>
public static class BarFigure
{
    /// <summary>Draws rates of response with their intervals, groups beside each other.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="rate">Name of the rate, such as <c>pCR</c>.</param>
    /// <param name="bars">Bars, those of one label together.</param>
    public static Figure Rates(string title, string caption, string rate, IReadOnlyList<RateBar> bars)
    {
        var labels = bars.Select(b => b.Label).Distinct().ToList();
        var groups = bars.Select(b => b.Group).Distinct().ToList();
        var x = new
        {
            field = "label",
            type = "nominal",
            sort = labels,
            title = (string?)null,
            axis = new { labelAngle = labels.Count > 6 ? -40 : 0, labelLimit = 220 },
        };
        var offset = new
        {
            field = "group",
            type = "nominal",
            sort = groups,
        };
        var view = new
        {
            width = Math.Clamp(labels.Count * groups.Count * 46, 220, 900),
            height = 280,
            data = VegaLite.Data("bars"),
            layer = new object[]
            {
                new
                {
                    mark = new { type = "bar" },
                    encoding = new
                    {
                        x,
                        y = Percent("rate", rate),
                        xOffset = offset,
                        color = Colour(groups),
                    },
                },
                new
                {
                    mark = new
                    {
                        type = "rule",
                        strokeWidth = 1.4,
                        color = Palette.Ink,
                    },
                    encoding = new
                    {
                        x,
                        y = Percent("low", rate),
                        y2 = new { field = "high" },
                        xOffset = offset,
                    },
                },
                new
                {
                    mark = new
                    {
                        type = "text",
                        dy = -7,
                        baseline = "bottom",
                        fontSize = 10,
                    },
                    encoding = new
                    {
                        x,
                        y = Percent("high", rate),
                        xOffset = offset,
                        text = new { field = "count", type = "nominal" },
                    },
                },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "bars",
                ["label", "group", "rate", "low", "high", "count"],
                [
                    .. bars.Select(b =>
                        (IReadOnlyList<object?>)[b.Label, b.Group, b.Rate, b.Interval.Low, b.Interval.High, b.Count]
                    ),
                ]
            )
        );
    }

    /// <summary>Draws amounts as lying bars.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="amount">Name of the amount.</param>
    /// <param name="bars">Bars from top to bottom.</param>
    /// <param name="groups">Groups in the order of the legend with their colours, where these mean the same elsewhere; null for the usual.</param>
    public static Figure Amounts(
        string title,
        string caption,
        string amount,
        IReadOnlyList<AmountBar> bars,
        IReadOnlyList<(string Name, string Colour)>? groups = null
    )
    {
        var labels = bars.Select(b => b.Label).ToList();
        var view = new
        {
            width = 420,
            height = Math.Max(24, bars.Count * 20),
            data = VegaLite.Data("bars"),
            mark = new { type = "bar" },
            encoding = new
            {
                x = new
                {
                    field = "value",
                    type = "quantitative",
                    title = amount,
                },
                y = new
                {
                    field = "label",
                    type = "nominal",
                    sort = labels,
                    title = (string?)null,
                    axis = new { labelLimit = 320, ticks = false },
                },
                color = groups is null
                    ? Colour([.. bars.Select(b => b.Group).Distinct()])
                    : Colour([.. groups.Select(g => g.Name)], [.. groups.Select(g => g.Colour)]),
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "bars",
                ["label", "group", new FigureColumn("value", amount)],
                [.. bars.Select(b => (IReadOnlyList<object?>)[b.Label, b.Group, b.Value])]
            )
        );
    }

    private static object Percent(string field, string title) =>
        new
        {
            field,
            type = "quantitative",
            title,
            scale = new { domain = new[] { 0, 1 } },
            axis = new { format = "%" },
        };

    private static object Colour(IReadOnlyList<string> groups, IReadOnlyList<string>? colours = null) =>
        new
        {
            field = "group",
            type = "nominal",
            scale = VegaLite.Colours(groups, colours ?? Palette.For(groups.Count)),
            legend = VegaLite.Legend(groups.Count),
        };
}
