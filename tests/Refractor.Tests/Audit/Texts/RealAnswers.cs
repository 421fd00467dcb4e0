namespace Refractor.Tests.Audit.Texts;

/// <summary>Answers of real assistants, where a folder "shared/answers" beside or in the repository holds some.</summary>
internal static class RealAnswers
{
    /// <summary>Their texts; empty without such a folder.</summary>
    public static string[] Texts { get; } =
    [
        .. new[] { Repository.Root, Path.GetDirectoryName(Repository.Root) ?? Repository.Root }
            .Select(folder => Path.Combine(folder, "shared", "answers"))
            .Where(Directory.Exists)
            .Take(1)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal))
            .Select(File.ReadAllText),
    ];
}
