using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Refractor.Plots;

/// <summary>Writes specifications of Vega-Lite 6 in the one look of all figures.</summary>
internal static class VegaLite
{
    private const string Schema = "https://vega.github.io/schema/vega-lite/v6.json";
    private const string Font = "Helvetica Neue, Helvetica, Arial, DejaVu Sans, sans-serif";

    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A figure out of its view and its numbers.</summary>
    /// <param name="title">What is shown.</param>
    /// <param name="caption">What the reader has to know.</param>
    /// <param name="view">Marks, encodings, layers or concatenated views; data sets are referred to by name.</param>
    /// <param name="tables">The data sets.</param>
    public static Figure Figure(string title, string caption, object view, params IReadOnlyList<FigureTable> tables)
    {
        var specification = new JsonObject
        {
            ["$schema"] = Schema,
            ["title"] = JsonSerializer.SerializeToNode(new { text = title, anchor = "start" }, Form),
            ["background"] = "white",
            ["config"] = JsonSerializer.SerializeToNode(Config, Form),
        };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(view, Form)!.AsObject().ToList())
            specification[name] = value?.DeepClone();
        var data = new JsonObject();
        foreach (var table in tables)
            data[table.Name] = table.ToJson();
        specification["datasets"] = data;
        return new Figure(title, caption, specification.ToJsonString(Form), tables);
    }

    /// <summary>A reference to a data set.</summary>
    public static object Data(string name) => new { name };

    /// <summary>Groups without a title above the plot, as every figure has them; null for one group, which needs none.</summary>
    public static object? Legend(int groups) => groups > 1 ? new { title = (string?)null, orient = "top" } : null;

    /// <summary>The scale of a colour by category.</summary>
    public static object Colours(IReadOnlyList<string> categories, IReadOnlyList<string> colours) =>
        new { domain = categories, range = colours };

    private static object Config =>
        new
        {
            font = Font,
            title = new
            {
                fontSize = 14,
                fontWeight = 600,
                offset = 12,
                color = Palette.Ink,
            },
            axis = new
            {
                labelFontSize = 11,
                titleFontSize = 12,
                titleFontWeight = 500,
                labelColor = Palette.Ink,
                titleColor = Palette.Ink,
                gridColor = "#e9e7e1",
                domainColor = Palette.Quiet,
                tickColor = Palette.Quiet,
            },
            legend = new
            {
                labelFontSize = 11,
                titleFontSize = 12,
                titleFontWeight = 500,
                labelLimit = 260,
            },
            text = new { fontSize = 11, color = Palette.Ink },
            view = new { stroke = "transparent" },
        };
}
