using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Reads a file of measured numbers: plain tables in either direction, GCT 1.2 and 1.3, series matrices of GEO.</summary>
internal sealed class LayerReader(
    string folder,
    IReadOnlyList<ClinicalFile> clinical,
    ImportLog log,
    IProgress<StepProgress>? progress
)
{
    private const string EntrezColumn = "Entrez_Gene_Id";

    // Columns of text that stand beside the name of the feature in the files of cBioPortal and GCT.
    private static readonly string[] Annotations = [EntrezColumn, "Cytoband", "Description", "Gene_Symbol", "Locus ID"];

    /// <summary>Reads a file; null, with a problem, if it holds no such table.</summary>
    /// <param name="file">The file as the mapping names it.</param>
    /// <param name="isSample">Whether a name is that of a sample or patient of the cohort.</param>
    public LayerTable? Read(LayerFile file, Func<string, bool> isSample)
    {
        if (file.Columns.Count > 0 || file.From is not null)
            return FromClinicalTable(file, isSample);
        var path = Path.Combine(folder, file.File);
        var gct = GctHead.Of(FirstLines.Of(path, 3), file.File);
        var table = NumberTableReader.Read(path, gct?.Options ?? OptionsFor(path, file), progress);
        log.Add(table.Problems);
        gct?.Compare(table, log);
        var rowsAreSamples = file.RowsAreSamples ?? GuessRows(file, table, isSample);
        return rowsAreSamples
                ? new LayerTable(file.File, table.Columns, table.Rows, Transposed(table), table.RowsRejected, true)
            : Features(file, table) is { } features
                ? new LayerTable(
                    file.File,
                    features,
                    table.Columns,
                    table.Values,
                    table.RowsRejected,
                    false,
                    Entrez(table)
                )
            : null;
    }

    /// <summary>The names of the rows; null, with a problem, if the file has no such column.</summary>
    private IReadOnlyList<string>? Features(LayerFile file, NumberTable table)
    {
        if (file.Names is not { } named)
            return table.Rows;
        var column = table.TextNames.ToList().FindIndex(n => n.Equals(named, StringComparison.OrdinalIgnoreCase));
        if (column >= 0)
            return table.Texts[column];
        log.Error(
            "names",
            file.File,
            null,
            $"no column of text '{named}'",
            $"one of {string.Join(", ", table.TextNames)}; 'text_columns' says how many there are"
        );
        return null;
    }

    private static IReadOnlyList<string>? Entrez(NumberTable table)
    {
        var column = table
            .TextNames.ToList()
            .FindIndex(n => n.Equals(EntrezColumn, StringComparison.OrdinalIgnoreCase));
        return column > 0 ? table.Texts[column] : null;
    }

    private NumberTableOptions OptionsFor(string path, LayerFile file)
    {
        var head = FirstLines.Of(path, 4);
        if (head.Any(l => l.StartsWith("!Series_", StringComparison.Ordinal)))
            return new NumberTableOptions
            {
                Separator = '\t',
                BeginsAfter = "!series_matrix_table_begin",
                EndsBefore = "!series_matrix_table_end",
            };
        var comments = FirstLines.Of(path, 50).TakeWhile(l => l.StartsWith('#')).Count();
        return new NumberTableOptions
        {
            LinesBeforeHeader = comments,
            TextColumns = file.TextColumns ?? GuessTextColumns(file, path, comments),
        };
    }

    private int GuessTextColumns(LayerFile file, string path, int comments)
    {
        var header = FirstLines.Of(path, comments + 1).ElementAtOrDefault(comments)?.Split('\t', ',', ';') ?? [];
        var texts =
            1
            + header
                .Skip(1)
                .TakeWhile(c => Annotations.Contains(c.Trim('"', ' '), StringComparer.OrdinalIgnoreCase))
                .Count();
        if (texts > 1)
            log.Guessed(
                $"layers: {file.File}: text_columns",
                $"{texts}",
                $"the names {string.Join(", ", header.Take(texts))}"
            );
        return texts;
    }

    private bool GuessRows(LayerFile file, NumberTable table, Func<string, bool> isSample)
    {
        var (rows, columns) = (table.Rows.Count(isSample), table.Columns.Count(isSample));
        var chosen = rows > columns;
        log.Guessed(
            $"layers: {file.File}: rows",
            chosen ? "samples" : "features",
            $"{rows} names of rows and {columns} names of columns are samples or patients"
        );
        return chosen;
    }

    /// <summary>The columns of a table as rows. They are turned in tiles, of which both sides stay in the cache of a core.</summary>
    private static Memory<float>[] Transposed(NumberTable table)
    {
        const int Tile = 64;
        var (rows, columns) = (table.Rows.Count, table.Columns.Count);
        var turned = new Memory<float>[columns];
        Parallel.For(
            0,
            (columns + Tile - 1) / Tile,
            tile =>
            {
                var (from, to) = (tile * Tile, Math.Min(columns, (tile + 1) * Tile));
                var block = new float[(to - from) * rows];
                for (var c = from; c < to; c++)
                    turned[c] = block.AsMemory((c - from) * rows, rows);
                for (var top = 0; top < rows; top += Tile)
                for (var c = from; c < to; c++)
                {
                    var target = turned[c].Span;
                    for (var r = top; r < Math.Min(rows, top + Tile); r++)
                        target[r] = table.Values[r].Span[c];
                }
            }
        );
        return turned;
    }

    /// <summary>Numbers that stand among the columns of a clinical table, one sample a row.</summary>
    private LayerTable? FromClinicalTable(LayerFile file, Func<string, bool> isSample)
    {
        var table = TextTableReader.Read(Path.Combine(folder, file.File));
        log.Add(table.Problems);
        var columns = ColumnsOf(file, table);
        if (columns is null)
            return null;
        var values = columns.Select(c => new Memory<float>([.. table.Rows.Select(row => Number(row[c]))]));
        var isNumbered = clinical.Any(c => c.File == file.File && c.Numbered);
        var named = isNumbered
            ? IdentifierColumns.None
            : Enumerable
                .Range(0, table.Columns.Count)
                .MaxBy(c => table.Rows.Count(r => r[c] is { } name && isSample(name)));
        var names = Enumerable
            .Range(0, table.Rows.Count)
            .Select(r => IdentifierColumns.PatientOf(table, r, named) ?? "");
        return new LayerTable(
            file.File,
            [.. columns.Select(c => table.Columns[c])],
            [.. names],
            [.. values],
            table.RowsRejected,
            true
        );
    }

    private static float Number(string? word) =>
        word is not null && ClinicalWords.TryNumber(word, out var number) ? (float)number : float.NaN;

    private List<int>? ColumnsOf(LayerFile file, TextTable table)
    {
        var names = file.From is { } from
            ? table.Columns.SkipWhile(c => !c.Equals(from, StringComparison.OrdinalIgnoreCase)).ToList()
            : file.Columns;
        if (names.Count == 0)
            log.Error("from", file.File, 1, $"no column '{file.From}'", "the name of the first column of features");
        var missing = names.Where(n => table.IndexOf(n) < 0).ToList();
        if (missing.Count > 0)
            log.Error("columns", file.File, 1, $"no column '{missing[0]}'", "names of columns of the file");
        return names.Count == 0 || missing.Count > 0 ? null : [.. names.Select(table.IndexOf)];
    }
}
