using System.Runtime.InteropServices;

namespace Refractor.Cohorts.Storing;

/// <summary>Writes and reads arrays of numbers as plain little-endian files.</summary>
internal static class NumberFile
{
    private const int Piece = 1 << 20;

    public static void Write<T>(string path, ReadOnlySpan<T> numbers)
        where T : unmanaged
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Cohort folders are little-endian; this machine is not.");
        using var file = File.Create(path);
        // A span of bytes is at most 2 GB long.
        for (var at = 0; at < numbers.Length; at += Piece)
            file.Write(MemoryMarshal.AsBytes(numbers.Slice(at, Math.Min(Piece, numbers.Length - at))));
    }

    public static ReadOnlyMemory<T> Map<T>(string path, int length)
        where T : unmanaged => MappedMemory<T>.Of(path, length);
}
