using System.Text.RegularExpressions;

namespace Refractor.Tests.Documentation;

/// <summary>A page of the documentation.</summary>
internal sealed partial record Page(string Path, string Text)
{
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory
            .EnumerateFiles(Repository.Root, "*.md")
            .Concat(
                Directory.EnumerateFiles(
                    System.IO.Path.Combine(Repository.Root, "docs"),
                    "*.md",
                    SearchOption.AllDirectories
                )
            )
            .Concat(
                Directory.EnumerateFiles(
                    System.IO.Path.Combine(Repository.Root, "knowledge"),
                    "*.md",
                    SearchOption.AllDirectories
                )
            )
            .Append(System.IO.Path.Combine(Repository.Root, "benchmarks", "questions", "README.md"))
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f))
            .Order(StringComparer.Ordinal)
            .Select(f => new Page(
                f,
                File.ReadAllText(System.IO.Path.Combine(Repository.Root, f)).ReplaceLineEndings("\n")
            )),
    ];

    public static Page Readme => All.Single(p => p.Path == "README.md");

    /// <summary>What stands between fences, without the fences.</summary>
    public IReadOnlyList<string> Fences => [.. Fence().Matches(Text).Select(m => m.Groups[1].Value)];

    /// <summary>Targets of links to files of the repository, relative to the page.</summary>
    public IReadOnlyList<string> Links =>
        [
            .. Link()
                .Matches(Text)
                .Select(m => m.Groups[1].Value.Split('#')[0])
                .Where(l => l.Length > 0 && !l.Contains("://", StringComparison.Ordinal)),
        ];

    /// <inheritdoc/>
    public override string ToString() => Path;

    [GeneratedRegex(@"^```[a-z]*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();
}
