using System.IO.Compression;

namespace Refractor.Cohorts.Importing;

/// <summary>Looks at the beginning of a file.</summary>
internal static class FirstLines
{
    private const int LongestLine = 1 << 20;

    /// <summary>The first lines of a file, plain or gzip, each cut at a million characters.</summary>
    public static IReadOnlyList<string> Of(string path, int count)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var zipped = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic is [0x1f, 0x8b];
        file.Position = 0;
        using var zip = zipped ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true) : null;
        using var reader = new StreamReader(zip ?? (Stream)file);
        var lines = new List<string>();
        try
        {
            while (lines.Count < count && reader.ReadLine() is { } line)
                lines.Add(line.Length > LongestLine ? line[..LongestLine] : line);
        }
        catch (InvalidDataException)
        {
            // A damaged file is reported where it is read as a whole.
        }
        return lines;
    }
}
