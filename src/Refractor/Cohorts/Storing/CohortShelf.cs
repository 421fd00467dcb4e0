using System.Text.RegularExpressions;

namespace Refractor.Cohorts.Storing;

/// <summary>The folder in which the cohorts of a user lie, one folder each.</summary>
/// <param name="folder">The folder; made when the first cohort is stored.</param>
public sealed partial class CohortShelf(string folder)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>
    /// The folder that is used when none is named: the environment's REFRACTOR_COHORTS, else <c>refractor/cohorts</c> among the local
    /// data of the user.
    /// </summary>
    public static string DefaultFolder =>
        Environment.GetEnvironmentVariable("REFRACTOR_COHORTS") is { Length: > 0 } named
            ? named
            : Path.Combine(
                Environment.GetFolderPath(
                    Environment.SpecialFolder.LocalApplicationData,
                    Environment.SpecialFolderOption.DoNotVerify
                ),
                "refractor",
                "cohorts"
            );

    /// <summary>The names of the cohorts, in ordinal order.</summary>
    public IReadOnlyList<string> Names =>
        Directory.Exists(Folder)
            ?
            [
                .. Directory
                    .EnumerateDirectories(Folder)
                    .Where(d => File.Exists(Path.Combine(d, "cohort.json")))
                    .Select(d => Path.GetFileName(d)!)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>Whether a name can be that of a cohort: letters, digits, hyphen and underscore, at most 60.</summary>
    public static bool IsName(string name) => Name().IsMatch(name);

    /// <summary>Where the cohort of a name lies, or would lie.</summary>
    public string PathOf(string name) => Path.Combine(Folder, name);

    /// <summary>Whether there is a cohort of that name.</summary>
    public bool Holds(string name) => File.Exists(Path.Combine(PathOf(name), "cohort.json"));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,59}$")]
    private static partial Regex Name();
}
