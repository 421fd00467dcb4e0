using System.Security.Cryptography;

namespace Refractor.Cohorts.Storing;

/// <summary>SHA-256 of files, in lower-case hexadecimal, as <c>sha256sum</c> prints it.</summary>
internal static class FileDigest
{
    // Larger than the buffer of the framework, with which reading takes longer than the digest.
    private const int Piece = 1 << 20;

    /// <summary>The digests of files, in their order; several are read at once.</summary>
    public static string[] Of(IReadOnlyList<string> paths)
    {
        var digests = new string[paths.Count];
        // The longest first: it must not be begun when all others are done.
        var longestFirst = Enumerable.Range(0, paths.Count).OrderByDescending(i => new FileInfo(paths[i]).Length);
        Parallel.ForEach(
            System.Collections.Concurrent.Partitioner.Create(
                longestFirst,
                System.Collections.Concurrent.EnumerablePartitionerOptions.NoBuffering
            ),
            i => digests[i] = Of(paths[i])
        );
        return digests;
    }

    /// <summary>The digest of one file.</summary>
    public static string Of(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[Piece];
        for (var at = 0L; ; )
        {
            var read = RandomAccess.Read(file, buffer, at);
            if (read == 0)
                return Convert.ToHexStringLower(hash.GetHashAndReset());
            hash.AppendData(buffer, 0, read);
            at += read;
        }
    }
}
