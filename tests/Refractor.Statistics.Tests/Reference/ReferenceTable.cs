using System.Globalization;

namespace Refractor.Statistics.Tests.Reference;

/// <summary>
/// A table of inputs or of results that R gave. The tables lie beside this file; REFRACTOR_REFERENCE names another folder of the same
/// layout, so that the same tests judge tables made from other seeds.
/// </summary>
internal sealed class ReferenceTable
{
    private readonly Dictionary<string, int> _columns;
    private readonly string[][] _rows;
    private readonly string _name;

    private ReferenceTable(string name, string[] header, string[][] rows)
    {
        _name = name;
        Columns = header;
        _columns = header.Select((c, i) => (c, i)).ToDictionary(c => c.c, c => c.i);
        _rows = rows;
    }

    /// <summary>Folder of the tables.</summary>
    public static string Folder { get; } =
        Environment.GetEnvironmentVariable("REFRACTOR_REFERENCE") is { Length: > 0 } other
            ? other
            : Path.Combine(Repository.Root, "tests", "Refractor.Statistics.Tests", "Reference");

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>Rows in the order of the file.</summary>
    public IEnumerable<ReferenceRow> Rows => _rows.Select((r, i) => new ReferenceRow(this, i));

    /// <summary>Number of rows.</summary>
    public int Count => _rows.Length;

    /// <summary>Reads a table such as <c>roc/markers.tsv</c>.</summary>
    public static ReferenceTable Read(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        return new ReferenceTable(name, lines[0].Split('\t'), [.. lines.Skip(1).Select(l => l.Split('\t'))]);
    }

    /// <summary>The row whose first column has this value.</summary>
    public ReferenceRow Row(string key) => Rows.Single(r => r[0] == key);

    /// <summary>A column of numbers; NA and NaN are NaN.</summary>
    public double[] Numbers(string column) => [.. Rows.Select(r => r.Number(column))];

    /// <summary>A column of texts.</summary>
    public string[] Texts(string column) => [.. Rows.Select(r => r[column])];

    /// <summary>All columns but the first as a matrix: one feature a row.</summary>
    public FeatureMatrix Matrix() =>
        FeatureMatrix.Of(
            Count,
            Columns.Count - 1,
            Rows.SelectMany(r => Enumerable.Range(1, Columns.Count - 1).Select(r.Number)).ToArray()
        );

    internal string Cell(int row, string column) => Cell(row, _columns[column]);

    internal string Cell(int row, int column) => _rows[row][column];

    internal string Place(int row) => $"{_name} row {row + 2} ({_rows[row][0]})";

    internal static double Parse(string cell) =>
        cell switch
        {
            "NA" or "NaN" or "" => double.NaN,
            "Inf" => double.PositiveInfinity,
            "-Inf" => double.NegativeInfinity,
            "TRUE" => 1,
            "FALSE" => 0,
            _ => double.Parse(cell, CultureInfo.InvariantCulture),
        };
}

/// <summary>A row of a table.</summary>
internal readonly struct ReferenceRow(ReferenceTable table, int index)
{
    /// <summary>A cell as text.</summary>
    public string this[string column] => table.Cell(index, column);

    /// <summary>A cell as text.</summary>
    public string this[int column] => table.Cell(index, column);

    /// <summary>A cell as number; NA and NaN are NaN.</summary>
    public double Number(string column) => ReferenceTable.Parse(this[column]);

    /// <summary>A cell as number; NA and NaN are NaN.</summary>
    public double Number(int column) => ReferenceTable.Parse(this[column]);

    /// <summary>A cell as integer.</summary>
    public int Integer(string column) => (int)Number(column);

    /// <summary>A cell that lists numbers.</summary>
    public double[] List(string column) => [.. this[column].Split(',', ';').Select(ReferenceTable.Parse)];

    /// <summary>File, line and first cell, for messages.</summary>
    public string Place => table.Place(index);
}
