namespace Refractor.Tests;

/// <summary>Places in the repository, found by walking up from the test assembly to <c>Refractor.slnx</c>.</summary>
internal static class Repository
{
    /// <summary>The folder that holds <c>Refractor.slnx</c>.</summary>
    public static string Root { get; } = Find();

    /// <summary>The knowledge source.</summary>
    public static string KnowledgeFolder => Path.Combine(Root, "knowledge");

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Refractor.slnx")))
                return at.FullName;
        }
        throw new DirectoryNotFoundException($"No Refractor.slnx above '{AppContext.BaseDirectory}'.");
    }
}
