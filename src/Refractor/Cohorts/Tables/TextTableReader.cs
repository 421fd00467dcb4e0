using System.IO.Compression;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Reads tables of mixed content: clinical data, sample sheets, mutation lists; separated by tab, comma or semicolon, or ARFF. Plain or
/// gzip; every row is loaded or named among the problems.
/// </summary>
public static class TextTableReader
{
    private static readonly char[] Separators = ['\t', ',', ';'];

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">Nothing can be read: an empty file, bytes that are no text, no header.</exception>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    public static TextTable Read(string path, TextTableOptions? options = null)
    {
        using var file = File.OpenRead(path);
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
            throw Unreadable(name, "empty", "no header", "a header line and rows");
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
        using var all = new MemoryStream();
        stream.CopyTo(all);
        if (all.Length < 2 || all.GetBuffer() is not [0x1f, 0x8b, ..])
            return all.ToArray();
        all.Position = 0;
        using var text = new MemoryStream();
        try
        {
            using var zip = new GZipStream(all, CompressionMode.Decompress, leaveOpen: true);
            zip.CopyTo(text);
        }
        catch (InvalidDataException fault)
        {
            throw Unreadable(name, "gzip", $"a damaged gzip file ({fault.Message})", "a complete one; fetch it again");
        }
        return GzipEnd.IsWhole(all, 0, text.Length)
            ? text.ToArray()
            : throw Unreadable(name, "gzip", "a gzip file that was cut off", "a complete one; fetch it again");
    }

    private static bool IsSkipped(string line, string? comment, List<string> comments)
    {
        if (comment is not null && line.StartsWith(comment, StringComparison.Ordinal))
            comments.Add(line[comment.Length..]);
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

    private static DataFileException Unreadable(string name, string rule, string found, string expected) =>
        new([new DataProblem(Severity.Error, rule, name, null, found, expected)]);
}
