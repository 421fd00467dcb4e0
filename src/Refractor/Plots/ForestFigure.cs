using System.Globalization;
using Refractor.Statistics;

namespace Refractor.Plots;

/// <summary>One line of a forest plot.</summary>
/// <param name="Label">Cohort, subtype, feature or study; each once in a figure.</param>
/// <param name="Kind">What sort of estimate it is, such as <c>published</c>, <c>recomputed</c> or <c>pooled</c>: its colour and sign.</param>
/// <param name="Estimate">Hazard ratio or odds ratio; NaN where there is none, then the line says so.</param>
/// <param name="Interval">Its interval.</param>
/// <param name="N">Patients; null if it is not known.</param>
public sealed record ForestLine(string Label, string Kind, double Estimate, Interval Interval, int? N);

/// <summary>What a forest plot measures.</summary>
public enum ForestScale
{
    /// <summary>Ratios on a logarithmic axis; 1 is no effect.</summary>
    Ratio,

    /// <summary>Areas under ROC curves from 0 to 1; 0.5 is no effect.</summary>
    Area,
}

/// <summary>Estimates with their intervals, one below the other.</summary>
public static class ForestFigure
{
    private static readonly string[] Shapes = ["circle", "square", "diamond", "triangle-up"];

    /// <summary>Draws a forest plot.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="measure">The ratio, such as <c>hazard ratio</c>.</param>
    /// <param name="lines">Lines from top to bottom.</param>
    /// <param name="below">What a ratio below 1 means, such as <c>fewer events</c>.</param>
    /// <param name="above">What a ratio above 1 means.</param>
    /// <param name="scale">What is measured: ratios, or areas under ROC curves.</param>
    public static Figure Of(
        string title,
        string caption,
        string measure,
        IReadOnlyList<ForestLine> lines,
        string below,
        string above,
        ForestScale scale = ForestScale.Ratio
    )
    {
        var (low, high) =
            scale == ForestScale.Area
                ? (0, 1)
                : NiceScale.Ratios(
                    lines.Select(l => l.Estimate),
                    lines.SelectMany(l => new[] { l.Interval.Low, l.Interval.High })
                );
        var labels = lines.Select(l => l.Label).ToList();
        var view = new
        {
            spacing = 8,
            hconcat = new[]
            {
                Plot(lines, labels, measure, (low, high), below, above, scale),
                Column(labels, lines.Count, "result", $"{measure} (95 % CI)", 150),
                Column(labels, lines.Count, "patients", "n", 50),
            },
        };
        return VegaLite.Figure(title, caption, view, Lines(lines, low, high), NoEffect(scale));
    }

    private static object Plot(
        IReadOnlyList<ForestLine> lines,
        IReadOnlyList<string> labels,
        string measure,
        (double Low, double High) ends,
        string below,
        string above,
        ForestScale scale
    )
    {
        var kinds = lines.Select(l => l.Kind).Distinct().ToList();
        var isRatio = scale == ForestScale.Ratio;
        IReadOnlyList<double> ticks = isRatio
            ? NiceScale.RatioTicksWithin(ends.Low, ends.High)
            : [0, 0.25, 0.5, 0.75, 1];
        var axis = new { values = ticks, format = "~g" };
        var title = new[] { measure, $"← {below}  ·  {above} →" };
        object X(string field) =>
            new
            {
                field,
                type = "quantitative",
                scale = new
                {
                    type = isRatio ? "log" : "linear",
                    domain = new[] { ends.Low, ends.High },
                    nice = false,
                },
                title,
                axis,
            };
        var y = Rows(
            labels,
            new
            {
                title = (string?)null,
                labelLimit = 320,
                domain = false,
                ticks = false,
            }
        );
        var legend = VegaLite.Legend(kinds.Count);
        var color = new
        {
            field = "kind",
            type = "nominal",
            scale = VegaLite.Colours(kinds, Palette.For(kinds.Count)),
            legend,
        };
        var shape = new
        {
            field = "kind",
            type = "nominal",
            scale = new { domain = kinds, range = Shapes.Take(kinds.Count).ToArray() },
            legend,
        };
        return new
        {
            width = 300,
            height = Height(lines.Count),
            layer = new[]
            {
                NoEffectLine(),
                new
                {
                    data = VegaLite.Data("lines"),
                    mark = new { type = "rule", strokeWidth = 1.6 },
                    encoding = new
                    {
                        x = X("drawn_low"),
                        x2 = new { field = "drawn_high" },
                        y,
                        color,
                    },
                },
                Beyond("datum.goes_below", "◂", X("drawn_low"), y, color),
                Beyond("datum.goes_above", "▸", X("drawn_high"), y, color),
                new
                {
                    data = VegaLite.Data("lines"),
                    mark = new
                    {
                        type = "point",
                        filled = true,
                        size = 70,
                        opacity = 1,
                    },
                    encoding = new
                    {
                        x = X("drawn"),
                        y,
                        color,
                        shape,
                    },
                },
            },
        };
    }

    private static object NoEffectLine() =>
        new
        {
            data = VegaLite.Data("no_effect"),
            mark = new
            {
                type = "rule",
                color = Palette.Quiet,
                strokeDash = new[] { 4, 3 },
            },
            encoding = new { x = new { field = "estimate", type = "quantitative" } },
        };

    /// <summary>A sign where an interval goes on beyond the axis.</summary>
    private static object Beyond(string condition, string sign, object x, object y, object color) =>
        new
        {
            data = VegaLite.Data("lines"),
            transform = new[] { new { filter = condition } },
            mark = new
            {
                type = "text",
                text = sign,
                fontSize = 13,
            },
            encoding = new
            {
                x,
                y,
                color,
            },
        };

    private static object Column(IReadOnlyList<string> labels, int rows, string field, string title, int width) =>
        new
        {
            width,
            height = Height(rows),
            title = new
            {
                text = title,
                fontSize = 11,
                fontWeight = 500,
                anchor = "middle",
                offset = 6,
            },
            data = VegaLite.Data("lines"),
            mark = new { type = "text", align = "center" },
            encoding = new { y = Rows(labels, axis: null), text = new { field, type = "nominal" } },
        };

    private static object Rows(IReadOnlyList<string> labels, object? axis) =>
        new
        {
            field = "label",
            type = "nominal",
            sort = labels,
            axis,
        };

    private static int Height(int lines) => Math.Max(1, lines) * 24;

    private static FigureTable Lines(IReadOnlyList<ForestLine> lines, double low, double high) =>
        new(
            "lines",
            [
                "label",
                "kind",
                "estimate",
                "low",
                "high",
                new FigureColumn("patients", "n"),
                new FigureColumn("result", "in words"),
                new FigureColumn("drawn", "drawn at"),
                new FigureColumn("drawn_low", "drawn from"),
                new FigureColumn("drawn_high", "drawn to"),
                new FigureColumn("goes_below", "goes on below"),
                new FigureColumn("goes_above", "goes on above"),
            ],
            [
                .. lines.Select(l =>
                    (IReadOnlyList<object?>)
                        [
                            l.Label,
                            l.Kind,
                            l.Estimate,
                            l.Interval.Low,
                            l.Interval.High,
                            l.N,
                            Words(l),
                            l.Estimate > 0 ? l.Estimate : double.NaN,
                            Math.Clamp(l.Interval.Low, low, high),
                            Math.Clamp(l.Interval.High, low, high),
                            l.Interval.Low < low,
                            l.Interval.High > high,
                        ]
                ),
            ]
        );

    private static string Words(ForestLine line) =>
        !double.IsNaN(line.Estimate)
            ? $"{Ratio(line.Estimate)} ({Ratio(line.Interval.Low)}–{Ratio(line.Interval.High)})"
            : "not estimable";

    private static string Ratio(double value) =>
        double.IsNaN(value) ? "–"
        : double.IsPositiveInfinity(value) ? "∞"
        : value is >= 100 or < 0.01 ? value.ToString("G2", CultureInfo.InvariantCulture)
        : value.ToString("0.00", CultureInfo.InvariantCulture);

    private static FigureTable NoEffect(ForestScale scale) =>
        new(
            "no_effect",
            ["estimate"],
            [
                [scale == ForestScale.Ratio ? 1.0 : 0.5],
            ]
        );
}
