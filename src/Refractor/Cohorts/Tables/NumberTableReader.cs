using System.IO.Compression;
using System.Text;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Reads tables of numbers with named rows and columns: text separated by tab, comma or semicolon, plain or gzip. Rows with a wrong
/// number of cells or an unreadable number are left out and reported; nothing is dropped silently.
/// </summary>
public static class NumberTableReader
{
    private const int ChunkSize = 1 << 20;

    /// <summary>Reads a file; names that end with <c>.gz</c>, or content that begins like gzip, are decompressed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="progress">Told how many bytes of the file are read; null for none.</param>
    /// <exception cref="DataFileException">Nothing can be read: an empty file, a binary file, a header without numbers.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static NumberTable Read(
        string path,
        NumberTableOptions? options = null,
        IProgress<StepProgress>? progress = null
    )
    {
        using var file = TableFile.Open(path);
        return Read(file, path, options, progress);
    }

    /// <summary>Reads a stream that can be rewound to its beginning.</summary>
    /// <param name="stream">Text or gzip, from its present position.</param>
    /// <param name="name">Name of the source in messages.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <param name="progress">Told how many bytes are read; null for none.</param>
    /// <exception cref="DataFileException">Nothing can be read.</exception>
    public static NumberTable Read(
        Stream stream,
        string name,
        NumberTableOptions? options = null,
        IProgress<StepProgress>? progress = null
    )
    {
        options ??= new NumberTableOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.TextColumns, 1);
        var start = stream.Position;
        using var zipped = TableFile.IsGzip(stream)
            ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true)
            : null;
        var (step, length) = ($"reading {Path.GetFileName(name)}", stream.Length - start);
        var chunks = new ByteChunks(
            zipped ?? stream,
            ChunkSize,
            name,
            () => progress?.Report(new StepProgress(step, stream.Position - start, length, "bytes"))
        );
        try
        {
            var leading = new LeadingLines(chunks);
            var layout = ReadHeader(leading, name, options);
            var linesBefore = leading.Taken;
            leading.PutBackRest();
            var pieces = ReadPieces(chunks, layout, options);
            if (zipped is not null && !GzipEnd.IsWhole(stream, start, chunks.BytesRead))
                throw TableFile.Unreadable(
                    name,
                    "gzip",
                    "a gzip file that was cut off",
                    "a complete one; fetch it again"
                );
            return Assemble(layout, options, pieces, linesBefore);
        }
        catch (Exception fault) when (zipped is not null && TableFile.IsDamage(fault))
        {
            throw TableFile.Unreadable(name, "gzip", "a damaged gzip file", "a complete one; fetch it again");
        }
    }

    private static TableLayout ReadHeader(LeadingLines lines, string name, NumberTableOptions options)
    {
        if (options.BeginsAfter is { } mark)
            SkipTo(mark, lines, name);
        for (var i = 0; i < options.LinesBeforeHeader; i++)
            lines.Take();
        if (lines.AtEnd)
            throw TableFile.Unreadable(name, "empty", "no table", "a header and rows of numbers");
        var number = lines.Taken + 1;
        var header = lines.Take().ToArray();
        for (var i = 0; i < options.LinesBelowHeader; i++)
            lines.Take();
        return TableLayout.Of(name, header, number, lines.PeekRest(), options);
    }

    private static void SkipTo(string mark, LeadingLines lines, string name)
    {
        while (!lines.AtEnd)
            if (lines.Take().TrimEnd("\r\n"u8).SequenceEqual(Encoding.UTF8.GetBytes(mark)))
                return;
        throw TableFile.Unreadable(name, "begin", $"no line '{mark}'", "the line after which the table begins");
    }

    private static TablePiece[] ReadPieces(ByteChunks chunks, TableLayout layout, NumberTableOptions options)
    {
        var threads = options.Threads == 0 ? Environment.ProcessorCount : options.Threads;
        var pieces = new List<TablePiece>();
        void ReadOnOneThread()
        {
            var reader = new TablePieceReader(layout, options);
            byte[] buffer = [];
            while (chunks.TryTake(ref buffer, out var length, out var number))
            {
                var piece = reader.Read(buffer.AsSpan(0, length), number);
                lock (pieces)
                    pieces.Add(piece);
            }
        }

        try
        {
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => ReadOnOneThread());
        }
        catch (AggregateException faults) when (faults.InnerExceptions.Count > 0)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(faults.InnerExceptions[0]);
        }
        return [.. pieces.OrderBy(p => p.Number)];
    }

    private static NumberTable Assemble(
        TableLayout layout,
        NumberTableOptions options,
        TablePiece[] pieces,
        int linesBefore
    )
    {
        var width = layout.Columns.Count;
        var faults = new NumberTableFaults(options.ProblemsDescribed);
        var lines = linesBefore;
        foreach (var piece in pieces)
        {
            faults.Add(piece.Faults, lines);
            lines += piece.Lines;
        }
        if (options.EndsBefore is { } end && !faults.HasEnd)
            faults.Describe(
                new DataProblem(
                    Severity.Warning,
                    "end",
                    layout.File,
                    lines,
                    $"no line '{end}' up to the last one",
                    "the line that ends the table; the file may be cut off: fetch it again"
                )
            );
        var texts = Enumerable
            .Range(0, layout.TextColumns)
            .Select(t => (IReadOnlyList<string>)[.. pieces.SelectMany(p => p.Texts[t])]);
        // Rows stay where they were read: bringing them together would take the memory of all of them once more.
        return new NumberTable(
            layout.Columns,
            layout.TextNames,
            [.. texts],
            [.. pieces.SelectMany(p => p.RowValues(width))],
            faults
        );
    }
}
