namespace Refractor.Cohorts.Storing;

/// <summary>Digests of files that are taken beside other work: reading a table leaves part of the machine idle.</summary>
internal sealed class SourceDigests
{
    private readonly Dictionary<string, Task<string>> _digests;

    private SourceDigests(Dictionary<string, Task<string>> digests) => _digests = digests;

    /// <summary>Begins to take the digests of files.</summary>
    /// <param name="folder">Folder of the files.</param>
    /// <param name="files">Names of files; those that are not there are left to whoever reads them.</param>
    public static SourceDigests Begin(string folder, IEnumerable<string> files) =>
        new(
            files
                .Distinct(StringComparer.Ordinal)
                .Where(f => File.Exists(Path.Combine(folder, f)))
                .ToDictionary(
                    f => f,
                    f => Task.Run(() => FileDigest.Of(Path.Combine(folder, f))),
                    StringComparer.Ordinal
                )
        );

    /// <summary>Whether the digest of a file was begun.</summary>
    public bool Holds(string file) => _digests.ContainsKey(file);

    /// <summary>The digest of a file.</summary>
    /// <exception cref="IOException">It could not be read.</exception>
    public string Of(string file) => _digests[file].GetAwaiter().GetResult();
}
