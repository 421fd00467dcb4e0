using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// The annotations of samples that stand above the numbers of a series matrix of GEO or of a GCT 1.3 file, as a table of one sample a row.
/// Characteristics of GEO ("key: value") become columns by their keys, which stand in different rows for different samples.
/// </summary>
internal static class SampleAnnotations
{
    private const string Sample = "!Sample_";
    private const string Characteristics = "characteristics_ch";
    private const string TableBegin = "!series_matrix_table_begin";

    // What describes the laboratory, the protocols and the files instead of the patient.
    private static readonly string[] OfNoPatient =
    [
        "contact",
        "supplementary",
        "data_processing",
        "protocol",
        "relation",
        "status",
        "submission",
        "last_update",
        "library",
        "instrument",
        "taxid",
        "channel_count",
        "data_row_count",
        "hyb_",
        "scan_",
        "label",
    ];

    /// <summary>Whether the first line is that of a series matrix or of a GCT 1.3 file.</summary>
    public static bool AreIn(string firstLine) =>
        firstLine.StartsWith("!Series_", StringComparison.Ordinal)
        || firstLine.StartsWith(Sample, StringComparison.Ordinal)
        || firstLine.StartsWith("#1.3", StringComparison.Ordinal);

    /// <summary>Reads the annotations; what lies behind them is not read.</summary>
    /// <exception cref="DataFileException">There is no line with the names of the samples.</exception>
    public static TextTable Read(TextReader text, string name, IReadOnlyList<string> missingWords)
    {
        var first = text.ReadLine() ?? "";
        return first.StartsWith('#') ? Gct(text, name, missingWords) : SeriesMatrix(first, text, name, missingWords);
    }

    private static TextTable SeriesMatrix(
        string first,
        TextReader text,
        string name,
        IReadOnlyList<string> missingWords
    )
    {
        var columns = new SampleColumns();
        string[] samples = [];
        for (
            var line = (string?)first;
            line is not null && !line.StartsWith(TableBegin, StringComparison.Ordinal);
            line = text.ReadLine()
        )
        {
            if (!line.StartsWith(Sample, StringComparison.Ordinal))
                continue;
            var row = new CellReader(line).TakeRow('\t');
            var kind = row[0][Sample.Length..];
            string[] cells = [.. row.Skip(1)];
            if (kind == "geo_accession")
                samples = cells;
            else if (kind.StartsWith(Characteristics, StringComparison.Ordinal))
                AddCharacteristics(columns, cells);
            else if (!Array.Exists(OfNoPatient, kind.Contains))
                for (var s = 0; s < cells.Length; s++)
                    columns.Set(kind, s, cells[s]);
        }
        return columns.ToTable(name, "geo_accession", samples, "a line '!Sample_geo_accession'", missingWords);
    }

    private static void AddCharacteristics(SampleColumns columns, string[] cells)
    {
        for (var s = 0; s < cells.Length; s++)
        {
            var colon = cells[s].IndexOf(": ", StringComparison.Ordinal);
            if (colon > 0)
                columns.Set(cells[s][..colon].Trim(), s, cells[s][(colon + 2)..].Trim());
        }
    }

    private static TextTable Gct(TextReader text, string name, IReadOnlyList<string> missingWords)
    {
        var counts = (text.ReadLine() ?? "").Split('\t');
        var (texts, lines) = counts.Length < 4 ? (0, 0) : (Whole(counts[2]), Whole(counts[3]));
        var columns = new SampleColumns();
        string[] samples = [.. (text.ReadLine() ?? "").Split('\t').Skip(1 + texts).Select(c => c.Trim())];
        for (var i = 0; i < lines && text.ReadLine() is { } line; i++)
        {
            var cells = line.Split('\t');
            for (var s = 0; s < samples.Length && 1 + texts + s < cells.Length; s++)
                columns.Set(cells[0].Trim(), s, cells[1 + texts + s].Trim());
        }
        return columns.ToTable(name, "id", samples, "names of samples in line 3", [.. missingWords, "na"]);
    }

    private static int Whole(string text) =>
        int.TryParse(text, out var number) && number is >= 0 and < 10_000 ? number : 0;

    /// <summary>Columns of which each sample has one value; the first one that is there counts.</summary>
    private sealed class SampleColumns
    {
        private readonly List<string> _names = [];
        private readonly Dictionary<string, Dictionary<int, string>> _values = new(StringComparer.Ordinal);

        public void Set(string column, int sample, string value)
        {
            if (!_values.TryGetValue(column, out var values))
            {
                _values.Add(column, values = []);
                _names.Add(column);
            }
            values.TryAdd(sample, value);
        }

        public TextTable ToTable(
            string file,
            string id,
            string[] samples,
            string expected,
            IReadOnlyList<string> missingWords
        )
        {
            if (samples.Length == 0)
                throw new DataFileException([
                    new DataProblem(Severity.Error, "samples", file, null, "no names of samples", expected),
                ]);
            var rows = new RowCollector(file, 1 + _names.Count, missingWords);
            for (var s = 0; s < samples.Length; s++)
                rows.Add([samples[s], .. _names.Select(n => _values[n].GetValueOrDefault(s, ""))], s + 1);
            return new TextTable(file, [], [id, .. _names], rows.Rows, rows.Lines, rows.Rejected, rows.Problems);
        }
    }
}
