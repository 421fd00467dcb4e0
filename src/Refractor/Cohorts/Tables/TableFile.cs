using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>Opens files that should hold tables, and says what else they are.</summary>
internal static class TableFile
{
    private static readonly (byte[] Begin, string What)[] Others =
    [
        ([0x50, 0x4b, 3, 4], "a zip archive or a spreadsheet (xlsx)"),
        ([0xd0, 0xcf, 0x11, 0xe0], "a spreadsheet of an old form (xls)"),
        ([0x25, 0x50, 0x44, 0x46], "a PDF document"),
        ([0x42, 0x5a, 0x68], "a file compressed by bzip2"),
        ([0xfd, 0x37, 0x7a, 0x58], "a file compressed by xz"),
        ([0x28, 0xb5, 0x2f, 0xfd], "a file compressed by zstd"),
        ([0x89, 0x48, 0x44, 0x46], "an HDF5 file"),
    ];

    /// <summary>Opens a file to be read.</summary>
    /// <exception cref="DataFileException">It is a folder.</exception>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    public static FileStream Open(string path) =>
        Directory.Exists(path)
            ? throw Unreadable(path, "file", "a folder", "a file; name the file within the folder")
            : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);

    /// <summary>Whether a stream begins as gzip does; it is left at the position it had.</summary>
    public static bool IsGzip(Stream stream)
    {
        var start = stream.Position;
        Span<byte> magic = stackalloc byte[2];
        var read = stream.ReadAtLeast(magic, 2, throwOnEndOfStream: false);
        stream.Position = start;
        return read == 2 && magic is [0x1f, 0x8b];
    }

    /// <summary>Whether an exception is that of a damaged compressed file.</summary>
    // The framework's exception for a wrong stream is not public; it derives from IOException.
    public static bool IsDamage(Exception fault) =>
        fault is InvalidDataException || (fault is IOException && fault.GetType().Namespace == "System.IO.Compression");

    /// <summary>Refuses what is no text by its first bytes.</summary>
    /// <param name="begin">The first bytes, decompressed.</param>
    /// <param name="name">Name of the file in messages.</param>
    /// <param name="sixteenBits">Whether text of 16 bits, told by its mark, can be read.</param>
    /// <exception cref="DataFileException">It is no text.</exception>
    public static void RefuseOthers(ReadOnlySpan<byte> begin, string name, bool sixteenBits)
    {
        foreach (var (magic, what) in Others)
            if (begin.StartsWith(magic))
                throw Unreadable(
                    name,
                    "text",
                    what,
                    "a table saved as text, separated by tabs or commas, plain or gzip"
                );
        var isWide = begin is [0xff, 0xfe, ..] or [0xfe, 0xff, ..];
        if (isWide && !sixteenBits)
            throw Unreadable(name, "text", "text of 16 bits (UTF-16)", "a table saved as UTF-8 text");
        if (!isWide && begin.IndexOf((byte)0) is >= 0 and var at)
            throw new DataFileException([
                new DataProblem(
                    Severity.Error,
                    "text",
                    name,
                    begin[..at].Count((byte)'\n') + 1,
                    "a zero byte, as in binary files",
                    "a table saved as UTF-8 text"
                ),
            ]);
    }

    /// <summary>The exception of a file of which nothing can be read.</summary>
    public static DataFileException Unreadable(string name, string rule, string found, string expected) =>
        new([new DataProblem(Severity.Error, rule, name, null, found, expected)]);
}
