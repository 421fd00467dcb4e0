using System.IO.Compression;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Reads tables of mixed content: clinical data, sample sheets, mutation lists; separated by tab, comma or semicolon, or ARFF. Plain or
/// gzip; every row is loaded or named among the problems.
/// </summary>
public static class TextTableReader
{
    /// <summary>What a string can hold with room to spare; tables of numbers have a reader of their own without this limit.</summary>
    private const int LargestText = 1 << 29;

    private static readonly char[] Separators = ['\t', ',', ';'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">Nothing can be read: an empty file, bytes that are no text, no header.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static TextTable Read(string path, TextTableOptions? options = null)
    {
        options ??= new TextTableOptions();
        if (options.Comment is not null && FirstLines.Of(path, 1) is [var first] && SampleAnnotations.AreIn(first))
        {
            using var head = new StreamReader(new FileBeginning(path, LargestText));
            return SampleAnnotations.Read(head, path, options.MissingWords);
        }
        using var file = TableFile.Open(path);
        return Read(file, path, options);
    }

    /// <summary>Reads a stream.</summary>
    /// <param name="stream">Text or gzip.</param>
    /// <param name="name">Name of the source in messages.</param>
    /// <param name="options">How to read; null for the defaults.</param>
    /// <exception cref="DataFileException">Nothing can be read.</exception>
    public static TextTable Read(Stream stream, string name, TextTableOptions? options = null)
    {
        options ??= new TextTableOptions();
        return Parse(TextDecoder.Decode(Bytes(stream, name), name, options.Encoding), name, options);
    }

    /// <summary>Reads a text.</summary>
    /// <exception cref="DataFileException">There is no header.</exception>
    public static TextTable Parse(string text, string name, TextTableOptions? options = null)
    {
        options ??= new TextTableOptions();
        if (ArffReader.Recognises(text))
            return ArffReader.Parse(text, name, options.MissingWords);
        var reader = new CellReader(text);
        var comments = new List<string>();
        while (!reader.AtEnd && IsSkipped(reader.PeekLine(), options.Comment, comments))
            reader.TakeLine();
        if (reader.AtEnd)
            throw TableFile.Unreadable(name, "empty", "no header", "a header line and rows");
        var separator = options.Separator ?? MostFrequent(reader.PeekLine());
        var columns = ColumnNames(reader.TakeRow(separator));
        for (var i = 0; i < options.LinesBelowHeader && !reader.AtEnd; i++)
            reader.TakeLine();
        var rows = new RowCollector(name, columns.Length, options.MissingWords);
        while (!reader.AtEnd)
        {
            var line = reader.Line;
            rows.Add(reader.TakeRow(separator), line);
        }
        return new TextTable(name, comments, columns, rows.Rows, rows.Lines, rows.Rejected, rows.Problems);
    }

    private static byte[] Bytes(Stream stream, string name)
    {
        if (!TableFile.IsGzip(stream))
            return Bytes(stream, name, out _);
        var start = stream.Position;
        try
        {
            using var zip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
            var text = Bytes(zip, name, out var length);
            return GzipEnd.IsWhole(stream, start, length)
                ? text
                : throw TableFile.Unreadable(
                    name,
                    "gzip",
                    "a gzip file that was cut off",
                    "a complete one; fetch it again"
                );
        }
        catch (Exception fault) when (TableFile.IsDamage(fault))
        {
            throw TableFile.Unreadable(name, "gzip", "a damaged gzip file", "a complete one; fetch it again");
        }
    }

    private static byte[] Bytes(Stream stream, string name, out long length)
    {
        using var all = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false)) > 0; )
        {
            if (all.Length == 0)
                TableFile.RefuseOthers(buffer.AsSpan(0, read), name, sixteenBits: true);
            all.Write(buffer, 0, read);
            if (all.Length > LargestText)
                throw TableFile.Unreadable(
                    name,
                    "size",
                    $"more than {LargestText >> 20} MiB of text",
                    "a smaller table; leave out columns that are not needed"
                );
        }
        length = all.Length;
        return all.ToArray();
    }

    private static bool IsSkipped(string line, string? comment, List<string> comments)
    {
        if (comment is not null && line.StartsWith(comment, StringComparison.Ordinal))
            comments.Add(line[comment.Length..]);
        // The annotations of platforms of GEO open with lines of these marks.
        else if (comment is not null && line is ['^' or '!', ..])
            comments.Add(line);
        else if (line.Trim().Length > 0)
            return false;
        return true;
    }

    private static char MostFrequent(string header) => Separators.MaxBy(s => header.Count(c => c == s));

    private static string[] ColumnNames(List<string> header)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return
        [
            .. header.Select(
                (h, i) =>
                {
                    var name = h.Length > 0 ? h : $"column {i + 1}";
                    seen[name] = seen.GetValueOrDefault(name) + 1;
                    return seen[name] == 1 ? name : $"{name} ({seen[name]})";
                }
            ),
        ];
    }
}
