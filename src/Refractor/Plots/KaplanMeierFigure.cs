using Refractor.Statistics.Survival.Curves;

namespace Refractor.Plots;

/// <summary>Kaplan-Meier curves with their intervals, censored patients as ticks, and the numbers at risk below.</summary>
public static class KaplanMeierFigure
{
    private const int Width = 600;

    /// <summary>Draws the curves of groups.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="endpoint">Name of the endpoint, such as <c>OS</c>.</param>
    /// <param name="curves">Groups in the order of their legend, times in months.</param>
    public static Figure Of(
        string title,
        string caption,
        string endpoint,
        IReadOnlyList<(string Group, KaplanMeierCurve Curve)> curves
    )
    {
        var last = curves.Select(c => c.Curve.Times.IsEmpty ? 0 : c.Curve.Times[^1]).Append(1).Max();
        var ticks = NiceScale.Months(last);
        var names = curves.Select(c => c.Group).ToList();
        var color = new
        {
            field = "group",
            type = "nominal",
            scale = VegaLite.Colours(names, Palette.For(names.Count)),
            legend = new
            {
                title = (string?)null,
                orient = "top",
                symbolOpacity = 1,
            },
        };
        var view = new
        {
            vconcat = new object[] { Curves(endpoint, last, ticks, color), AtRisk(last, ticks, names) },
            spacing = 14,
        };
        return VegaLite.Figure(title, caption, view, Steps(curves), Censored(curves), Numbers(curves, ticks));
    }

    private static object Curves(string endpoint, double last, IReadOnlyList<double> ticks, object color)
    {
        var x = Months(last, ticks, "months", visible: true);
        return new
        {
            width = Width,
            height = 320,
            layer = new object[]
            {
                new
                {
                    data = VegaLite.Data("curves"),
                    mark = new
                    {
                        type = "area",
                        interpolate = "step-after",
                        opacity = 0.14,
                    },
                    encoding = new
                    {
                        x,
                        y = new { field = "low", type = "quantitative" },
                        y2 = new { field = "high" },
                        color,
                    },
                },
                new
                {
                    data = VegaLite.Data("curves"),
                    mark = new
                    {
                        type = "line",
                        interpolate = "step-after",
                        strokeWidth = 2,
                    },
                    encoding = new
                    {
                        x,
                        y = new
                        {
                            field = "survival",
                            type = "quantitative",
                            title = $"free of {endpoint} event",
                            scale = new { domain = new[] { 0, 1 } },
                            axis = new { format = "%" },
                        },
                        color,
                    },
                },
                new
                {
                    data = VegaLite.Data("censored"),
                    mark = new
                    {
                        type = "point",
                        shape = "stroke",
                        angle = 90,
                        size = 36,
                        strokeWidth = 1,
                        opacity = 0.7,
                    },
                    encoding = new
                    {
                        x,
                        y = new { field = "survival", type = "quantitative" },
                        color,
                    },
                },
            },
        };
    }

    private static object AtRisk(double last, IReadOnlyList<double> ticks, IReadOnlyList<string> names) =>
        new
        {
            width = Width,
            height = 20 * names.Count,
            title = new
            {
                text = "at risk",
                anchor = "start",
                fontSize = 11,
                fontWeight = 400,
                offset = 4,
            },
            data = VegaLite.Data("at_risk"),
            mark = new { type = "text", fontSize = 11 },
            encoding = new
            {
                x = Months(last, ticks, null, visible: false),
                y = new
                {
                    field = "group",
                    type = "nominal",
                    sort = names,
                    title = (string?)null,
                    axis = new
                    {
                        domain = false,
                        ticks = false,
                        grid = false,
                        labelPadding = 22,
                    },
                },
                text = new { field = "patients", type = "quantitative" },
            },
        };

    private static object Months(double last, IReadOnlyList<double> ticks, string? title, bool visible) =>
        new
        {
            field = "months",
            type = "quantitative",
            scale = new { domain = new[] { 0, last }, nice = false },
            title,
            axis = visible ? (object)new { values = ticks, grid = false } : null,
        };

    private static FigureTable Steps(IReadOnlyList<(string Group, KaplanMeierCurve Curve)> curves)
    {
        var rows = new List<object?[]>();
        foreach (var (group, curve) in curves)
        {
            rows.Add([group, 0.0, 1.0, 1.0, 1.0, (double)curve.N, 0.0]);
            var intervals = curve.Intervals;
            for (var k = 0; k < curve.Times.Length; k++)
                if (curve.Events[k] > 0 || k == curve.Times.Length - 1)
                    rows.Add([
                        group,
                        curve.Times[k],
                        curve.Survival[k],
                        intervals[k].Low,
                        intervals[k].High,
                        curve.AtRisk[k],
                        curve.Events[k],
                    ]);
        }
        return new FigureTable("curves", ["group", "months", "survival", "low", "high", "at_risk", "events"], rows);
    }

    private static FigureTable Censored(IReadOnlyList<(string Group, KaplanMeierCurve Curve)> curves) =>
        new(
            "censored",
            ["group", "months", "survival", "patients"],
            [
                .. curves.SelectMany(c =>
                    Enumerable
                        .Range(0, c.Curve.Times.Length)
                        .Where(k => c.Curve.Censored[k] > 0)
                        .Select(k =>
                            (IReadOnlyList<object?>)
                                [c.Group, c.Curve.Times[k], c.Curve.Survival[k], c.Curve.Censored[k]]
                        )
                ),
            ]
        );

    private static FigureTable Numbers(
        IReadOnlyList<(string Group, KaplanMeierCurve Curve)> curves,
        IReadOnlyList<double> ticks
    ) =>
        new(
            "at_risk",
            ["group", "months", "patients"],
            [.. curves.SelectMany(c => ticks.Select(t => (IReadOnlyList<object?>)[c.Group, t, c.Curve.AtRiskAt(t)]))]
        );
}
