using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Reads the attribute-relation file format (ARFF): declared attributes, then rows of values, of which <c>?</c> is a missing one. A value
/// that its attribute does not admit makes a row unusable; sparse rows and attributes that hold relations are not read.
/// </summary>
internal static class ArffReader
{
    /// <summary>Whether a text is one of this format: its first line that is no comment opens a relation or declares an attribute.</summary>
    public static bool Recognises(string text)
    {
        var reader = new CellReader(text);
        while (!reader.AtEnd)
        {
            var line = reader.TakeLine().Trim();
            if (line.Length > 0 && !line.StartsWith('%'))
                return ArffAttribute.Opens(line, "@relation") || ArffAttribute.Opens(line, "@attribute");
        }
        return false;
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="DataFileException">A declaration is wrong, or no data follow.</exception>
    public static TextTable Parse(string text, string name, IReadOnlyList<string> missingWords)
    {
        var reader = new CellReader(text);
        var (comments, attributes) = (new List<string>(), new List<ArffAttribute>());
        if (!ReadDeclarations(reader, name, comments, attributes))
            throw Wrong(name, null, "no line '@data'", "declarations of attributes, then '@data' and rows");
        if (attributes.Count == 0)
            throw Wrong(name, null, "no '@attribute' before '@data'", "at least one attribute");
        var rows = new RowCollector(name, attributes.Count, [.. missingWords, "?"]);
        while (!reader.AtEnd)
        {
            var number = reader.Line;
            var line = reader.TakeLine().Trim();
            if (line.Length > 0 && !line.StartsWith('%'))
                Add(rows, attributes, line, number, name);
        }
        string[] columns = [.. attributes.Select(a => a.Name)];
        return new TextTable(name, comments, columns, rows.Rows, rows.Lines, rows.Rejected, rows.Problems);
    }

    private static bool ReadDeclarations(
        CellReader reader,
        string name,
        List<string> comments,
        List<ArffAttribute> attributes
    )
    {
        while (!reader.AtEnd)
        {
            var number = reader.Line;
            var line = reader.TakeLine().Trim();
            if (line.StartsWith('%'))
                comments.Add(line[1..].Trim());
            else if (ArffAttribute.Opens(line, "@data"))
                return true;
            else if (ArffAttribute.Opens(line, "@attribute"))
                attributes.Add(Declared(line, number, name, attributes));
            else if (line.Length > 0 && !ArffAttribute.Opens(line, "@relation"))
                throw Wrong(
                    name,
                    number,
                    $"'{Shorten(line)}' among the declarations",
                    "@relation, @attribute or @data"
                );
        }
        return false;
    }

    private static ArffAttribute Declared(string line, int number, string name, List<ArffAttribute> before)
    {
        var attribute =
            ArffAttribute.Of(line)
            ?? throw Wrong(
                name,
                number,
                $"'{Shorten(line)}'",
                "an attribute with a name and a type: numeric, real, integer, string, date or {value, value}"
            );
        return before.TrueForAll(a => a.Name != attribute.Name)
            ? attribute
            : throw Wrong(name, number, $"a second attribute '{attribute.Name}'", "each name once");
    }

    private static void Add(RowCollector rows, List<ArffAttribute> attributes, string line, int number, string name)
    {
        if (line.StartsWith('{'))
            throw Wrong(
                name,
                number,
                "a sparse row",
                "rows with one value for each attribute; save the file without sparseness"
            );
        var cells = ArffValues.Split(line);
        if (cells.Count != attributes.Count)
            rows.Reject(
                number,
                "cells",
                $"{cells.Count} values",
                $"{attributes.Count}, as many as there are attributes"
            );
        else if (
            attributes.Zip(cells).FirstOrDefault(x => !rows.IsMissing(x.Second) && !x.First.Admits(x.Second)) is
            ({ } at, { } cell)
        )
            rows.Reject(number, "value", $"'{Shorten(cell)}' for attribute {at.Name}", at.Expected);
        else
            rows.Add(cells, number);
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";

    private static DataFileException Wrong(string name, int? line, string found, string expected) =>
        new([new DataProblem(Severity.Error, "arff", name, line, found, expected)]);
}
