using System.IO.Compression;

namespace Refractor.Cohorts.Tables;

/// <summary>Looks at the beginning of a file, however long the file or its lines are.</summary>
internal static class FirstLines
{
    /// <summary>Enough for a header of half a million columns.</summary>
    private const int Most = 1 << 24;

    /// <summary>The first lines of a file, plain or gzip, as far as its first 16 MiB go.</summary>
    public static IReadOnlyList<string> Of(string path, int count)
    {
        using var reader = Reader(path);
        var lines = new List<string>();
        while (lines.Count < count && reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }

    /// <summary>Reads the first 16 MiB of a file. A damaged file ends where it is damaged.</summary>
    public static TextReader Reader(string path)
    {
        using var file = TableFile.Open(path);
        using var zip = TableFile.IsGzip(file)
            ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true)
            : null;
        var (bytes, buffer) = (new MemoryStream(), new byte[1 << 16]);
        try
        {
            for (int read; bytes.Length < Most && (read = (zip ?? (Stream)file).Read(buffer)) > 0; )
                bytes.Write(buffer, 0, read);
        }
        catch (Exception fault) when (TableFile.IsDamage(fault))
        {
            // It is reported where the file is read as a whole.
        }
        bytes.Position = 0;
        return new StreamReader(bytes);
    }
}
