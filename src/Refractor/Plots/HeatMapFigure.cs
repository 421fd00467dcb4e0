namespace Refractor.Plots;

/// <summary>A cell of a heat map.</summary>
/// <param name="Row">Label of its row.</param>
/// <param name="Column">Label of its column.</param>
/// <param name="Value">What it holds; NaN where it holds nothing.</param>
public readonly record struct HeatCell(string Row, string Column, double Value);

/// <summary>A cell of a heat map of categories.</summary>
/// <param name="Row">Label of its row.</param>
/// <param name="Column">Label of its column.</param>
/// <param name="Category">Its category.</param>
/// <param name="Sign">A sign or a few characters within it, so that it can be read without colour.</param>
public readonly record struct CategoryCell(string Row, string Column, string Category, string Sign);

/// <summary>Tables as coloured cells.</summary>
public static class HeatMapFigure
{
    /// <summary>Draws numbers around 0 from blue over white to red.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="value">Name of the numbers.</param>
    /// <param name="limit">Numbers beyond ± this have the colour of it.</param>
    /// <param name="rows">Labels from top to bottom, each once.</param>
    /// <param name="columns">Labels from left to right, each once.</param>
    /// <param name="cells">The cells.</param>
    /// <param name="columnTitle">What the columns are.</param>
    /// <param name="showColumns">Whether columns are labelled; not for hundreds of patients.</param>
    public static Figure Of(
        string title,
        string caption,
        string value,
        double limit,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> columns,
        IReadOnlyList<HeatCell> cells,
        string columnTitle,
        bool showColumns
    )
    {
        var view = new
        {
            width = showColumns ? Math.Max(120, columns.Count * 24) : 600,
            height = Math.Max(60, rows.Count * 16),
            data = VegaLite.Data("cells"),
            mark = new { type = "rect" },
            encoding = new
            {
                x = X(columns, columnTitle, showColumns),
                y = Y(rows),
                color = new
                {
                    field = "value",
                    type = "quantitative",
                    title = value,
                    scale = new
                    {
                        domain = new[] { -limit, 0, limit },
                        range = new[] { Palette.Low, "#f7f7f5", Palette.High },
                        clamp = true,
                    },
                },
                tooltip = new[] { new { field = "row" }, new { field = "column" }, new { field = "value" } },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "cells",
                ["row", "column", new FigureColumn("value", value)],
                [.. cells.Select(c => (IReadOnlyList<object?>)[c.Row, c.Column, c.Value])]
            )
        );
    }

    /// <summary>Draws categories, each with its colour and its sign.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="categories">Categories in the order of the legend, with their colours.</param>
    /// <param name="rows">Labels from top to bottom, each once.</param>
    /// <param name="columns">Labels from left to right, each once.</param>
    /// <param name="cells">The cells.</param>
    public static Figure OfCategories(
        string title,
        string caption,
        IReadOnlyList<(string Name, string Colour)> categories,
        IReadOnlyList<string> rows,
        IReadOnlyList<string> columns,
        IReadOnlyList<CategoryCell> cells
    )
    {
        var (x, y) = (X(columns, null, show: true), Y(rows));
        var view = new
        {
            width = Math.Max(120, columns.Count * 64),
            height = Math.Max(24, rows.Count * 20),
            data = VegaLite.Data("cells"),
            layer = new object[]
            {
                new
                {
                    mark = new
                    {
                        type = "rect",
                        stroke = "white",
                        strokeWidth = 2,
                    },
                    encoding = new
                    {
                        x,
                        y,
                        color = new
                        {
                            field = "category",
                            type = "nominal",
                            title = (string?)null,
                            scale = VegaLite.Colours(
                                [.. categories.Select(c => c.Name)],
                                [.. categories.Select(c => c.Colour)]
                            ),
                            legend = new { orient = "top" },
                        },
                        tooltip = new[] { new { field = "row" }, new { field = "column" }, new { field = "category" } },
                    },
                },
                new
                {
                    mark = new { type = "text", fontSize = 11 },
                    encoding = new
                    {
                        x,
                        y,
                        text = new { field = "sign", type = "nominal" },
                    },
                },
            },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "cells",
                ["row", "column", "category", "sign"],
                [.. cells.Select(c => (IReadOnlyList<object?>)[c.Row, c.Column, c.Category, c.Sign])]
            )
        );
    }

    private static object X(IReadOnlyList<string> columns, string? title, bool show) =>
        new
        {
            field = "column",
            type = "nominal",
            sort = columns,
            title,
            axis = show
                ? new
                {
                    labels = true,
                    ticks = false,
                    domain = false,
                    orient = "top",
                    labelAngle = columns.Count > 8 ? -45 : 0,
                }
                : new
                {
                    labels = false,
                    ticks = false,
                    domain = false,
                    orient = "bottom",
                    labelAngle = 0,
                },
        };

    private static object Y(IReadOnlyList<string> rows) =>
        new
        {
            field = "row",
            type = "nominal",
            sort = rows,
            title = (string?)null,
            axis = new
            {
                ticks = false,
                domain = false,
                labelLimit = 360,
            },
        };
}
