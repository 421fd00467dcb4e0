using System.Buffers.Binary;
using System.IO.Compression;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// Tells whether a gzip file is whole. The framework's decompressor ends without a word where a truncated file ends, so the length that
/// the file's last four bytes state (RFC 1952) is compared with what came out.
/// </summary>
internal static class GzipEnd
{
    private const int MemberHeader = 10;
    private const int Farthest = 1 << 26;

    /// <summary>The empty block that ends every file of the blocked gzip format (SAM/BAM specification, 4.1.2).</summary>
    private static ReadOnlySpan<byte> BlockedEnd =>
        [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 0xff, 6, 0, 0x42, 0x43, 2, 0, 0x1b, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Whether the file that begins at a position ends as a gzip file of that many decompressed bytes does.</summary>
    public static bool IsWhole(Stream stream, long start, long decompressed)
    {
        var tail = new byte[Math.Min(BlockedEnd.Length, stream.Length - start)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        if (tail.Length <= MemberHeader)
            return false;
        var stated = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(tail.Length - 4));
        return stated == (uint)decompressed
            || tail.AsSpan().SequenceEqual(BlockedEnd)
            || EndsWithMember(stream, start, stated);
    }

    /// <summary>Whether the file consists of several gzip files, of which the last has the stated length.</summary>
    private static bool EndsWithMember(Stream stream, long start, uint stated)
    {
        // The last file of several is looked for near the end only: more would take the memory of all of them.
        stream.Position = Math.Max(start, stream.Length - Farthest);
        var bytes = new byte[stream.Length - stream.Position];
        stream.ReadExactly(bytes);
        for (var at = bytes.Length - MemberHeader; at > 0; at--)
        {
            if (bytes[at] == 0x1f && bytes[at + 1] == 0x8b && bytes[at + 2] == 8 && Length(bytes, at) == stated)
                return true;
        }
        return false;
    }

    private static long? Length(byte[] bytes, int at)
    {
        try
        {
            using var member = new GZipStream(
                new MemoryStream(bytes, at, bytes.Length - at),
                CompressionMode.Decompress
            );
            var (buffer, length) = (new byte[1 << 16], 0L);
            for (int read; (read = member.Read(buffer)) > 0; )
                length += read;
            return length;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
