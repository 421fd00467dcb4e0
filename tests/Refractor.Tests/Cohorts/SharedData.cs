namespace Refractor.Tests.Cohorts;

/// <summary>Real files that are not part of the repository; a test that needs them is skipped where they are not at hand.</summary>
internal static class SharedData
{
    /// <summary>A folder of them, in or beside the repository.</summary>
    public static string Folder(params string[] path)
    {
        var name = Path.Combine(["shared", "data", .. path]);
        var found = new[] { Repository.Root, Path.Combine(Repository.Root, "..") }
            .Select(r => Path.Combine(r, name))
            .FirstOrDefault(Directory.Exists);
        Assert.SkipWhen(found is null, $"No folder {name} in or beside the repository.");
        return found!;
    }
}
