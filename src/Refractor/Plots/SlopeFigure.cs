namespace Refractor.Plots;

/// <summary>One patient's value of a feature before and after.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Patient">The patient.</param>
/// <param name="Group">Its colour, such as the response.</param>
/// <param name="Before">The earlier value.</param>
/// <param name="After">The later value.</param>
public readonly record struct Slope(string Feature, string Patient, string Group, double Before, double After);

/// <summary>Values before and after, patient by patient, one small plot a feature.</summary>
public static class SlopeFigure
{
    private const int PlotsInARow = 4;

    /// <summary>Draws a line for each patient and feature.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="value">Name of the values.</param>
    /// <param name="before">Name of the earlier time.</param>
    /// <param name="after">Name of the later time.</param>
    /// <param name="slopes">The lines; features in the order of the plots. A line without both values is not drawn.</param>
    public static Figure Of(
        string title,
        string caption,
        string value,
        string before,
        string after,
        IReadOnlyList<Slope> slopes
    )
    {
        var drawn = slopes.Where(s => double.IsFinite(s.Before) && double.IsFinite(s.After)).ToList();
        var groups = drawn.Select(s => s.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        var view = new
        {
            data = VegaLite.Data("values"),
            facet = new
            {
                field = "feature",
                type = "nominal",
                sort = drawn.Select(s => s.Feature).Distinct().ToList(),
                header = new { title = (string?)null, labelFontWeight = 600 },
            },
            columns = PlotsInARow,
            spec = new
            {
                width = 130,
                height = 150,
                mark = new
                {
                    type = "line",
                    point = new { size = 14 },
                    opacity = 0.55,
                    strokeWidth = 1,
                },
                encoding = new
                {
                    x = new
                    {
                        field = "time",
                        type = "nominal",
                        sort = new[] { before, after },
                        title = (string?)null,
                        axis = new { labelAngle = 0 },
                    },
                    y = new
                    {
                        field = "value",
                        type = "quantitative",
                        title = value,
                        scale = new { zero = false },
                    },
                    detail = new { field = "patient", type = "nominal" },
                    color = new
                    {
                        field = "group",
                        type = "nominal",
                        scale = VegaLite.Colours(groups, Palette.For(groups.Count)),
                        legend = groups.Count > 1 ? new { title = (string?)null, orient = "top" } : null,
                    },
                },
            },
            resolve = new { scale = new { y = "independent" } },
        };
        return VegaLite.Figure(
            title,
            caption,
            view,
            new FigureTable(
                "values",
                ["feature", "patient", "group", "time", new FigureColumn("value", value)],
                [
                    .. drawn.SelectMany(s =>
                        new IReadOnlyList<object?>[]
                        {
                            [s.Feature, s.Patient, s.Group, before, s.Before],
                            [s.Feature, s.Patient, s.Group, after, s.After],
                        }
                    ),
                ]
            )
        );
    }
}
