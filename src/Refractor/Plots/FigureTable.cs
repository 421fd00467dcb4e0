using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Refractor.Plots;

/// <summary>A column of the numbers of a figure.</summary>
/// <param name="Name">Name in the specification, such as <c>months</c>.</param>
/// <param name="Label">Name for people.</param>
public sealed record FigureColumn(string Name, string Label)
{
    /// <summary>A column whose name can be read as it is.</summary>
    /// <param name="name">The name, with underscores for spaces.</param>
    public static implicit operator FigureColumn(string name) => new(name, name.Replace('_', ' '));
}

/// <summary>A table of the numbers that a figure shows.</summary>
/// <param name="Name">Name of the data set in the specification.</param>
/// <param name="Columns">k columns.</param>
/// <param name="Rows">
/// Rows of k cells: a text, a flag or a number. A number that is not finite is written as missing, as null is.
/// </param>
public sealed record FigureTable(
    string Name,
    IReadOnlyList<FigureColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows
)
{
    /// <summary>Whether a column holds numbers.</summary>
    /// <param name="column">Its place from 0.</param>
    public bool IsNumber(int column) => Rows.Any(r => r[column] is double or int or long);

    /// <summary>A cell for people: numbers to four significant digits, empty where it is missing.</summary>
    /// <param name="cell">A cell of a row.</param>
    public static string Text(object? cell) =>
        cell switch
        {
            double number => double.IsFinite(number) ? number.ToString("G4", CultureInfo.InvariantCulture) : "",
            _ => Exact(cell),
        };

    /// <summary>The whole table, tab-separated with a header, with numbers to their last digit.</summary>
    public string ToTsv()
    {
        var text = new StringBuilder();
        text.AppendJoin('\t', Columns.Select(c => c.Name)).Append('\n');
        foreach (var row in Rows)
            text.AppendJoin('\t', row.Select(Exact)).Append('\n');
        return text.ToString();
    }

    /// <summary>The rows as objects, as Vega-Lite takes them.</summary>
    internal JsonArray ToJson()
    {
        var rows = new JsonArray();
        foreach (var row in Rows)
        {
            var values = new JsonObject();
            for (var c = 0; c < Columns.Count; c++)
                values[Columns[c].Name] = Value(row[c]);
            rows.Add((JsonNode)values);
        }
        return rows;
    }

    private static string Exact(object? cell) =>
        cell switch
        {
            null => "",
            double number => double.IsFinite(number) ? number.ToString("R", CultureInfo.InvariantCulture) : "",
            bool flag => flag ? "yes" : "no",
            _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!.Replace('\t', ' ').Replace('\n', ' '),
        };

    private static JsonValue? Value(object? cell) =>
        cell switch
        {
            null => null,
            double number => double.IsFinite(number) ? JsonValue.Create(number) : null,
            int number => JsonValue.Create(number),
            long number => JsonValue.Create(number),
            bool flag => JsonValue.Create(flag),
            string text => JsonValue.Create(text),
            _ => throw new ArgumentException(
                $"A cell of a figure is a text, a flag or a number, not {cell.GetType()}."
            ),
        };
}
