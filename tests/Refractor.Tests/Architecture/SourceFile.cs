using System.Text.RegularExpressions;

namespace Refractor.Tests.Architecture;

/// <summary>A file of our own code with what it refers to.</summary>
internal sealed partial record SourceFile(string Path, string Code, int Lines)
{
    /// <summary>Every file under src, tests and benchmarks.</summary>
    public static IReadOnlyList<SourceFile> All { get; } =
    [
        .. new[] { "src", "tests", "benchmarks" }
            .SelectMany(f =>
                Directory.EnumerateFiles(
                    System.IO.Path.Combine(Repository.Root, f),
                    "*.cs",
                    SearchOption.AllDirectories
                )
            )
            .Select(f => System.IO.Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Where(f =>
                !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)
            )
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>The files of the library in one folder and those below it.</summary>
    public static IEnumerable<SourceFile> Of(string slice) =>
        All.Where(f => f.Path.StartsWith($"src/Refractor/{slice}/", StringComparison.Ordinal));

    /// <summary>The folders of the library.</summary>
    public static IReadOnlyList<string> Slices { get; } =
    [
        .. All.Where(f => f.Path.StartsWith("src/Refractor/", StringComparison.Ordinal))
            .Select(f => f.Path.Split('/')[2])
            .Where(s => !s.EndsWith(".cs", StringComparison.Ordinal))
            .Distinct(),
    ];

    /// <summary>
    /// Namespaces of the library that the file refers to, without the root: through a using line, or through a name that is qualified in
    /// full or from the root namespace, such as <c>Answers.Writing.Prose</c>.
    /// </summary>
    public IReadOnlyList<string> References =>
        [
            .. Using()
                .Matches(Code)
                .Select(m => m.Groups[1].Value)
                .Concat(Qualified().Matches(WithoutUsings().Replace(Code, "")).Select(m => m.Groups[1].Value))
                .Where(r => Slices.Contains(r.Split('.')[0]))
                .Distinct(),
        ];

    /// <inheritdoc/>
    public override string ToString() => Path;

    private static SourceFile Read(string path)
    {
        var text = File.ReadAllText(System.IO.Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");
        return new SourceFile(path, Literal().Replace(Comment().Replace(text, ""), "\"\""), text.Count(c => c == '\n'));
    }

    [GeneratedRegex(@"//[^\n]*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"""(?:[^""\\\n]|\\.)*""")]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(?:global )?using (?:static )?(?:\w+ = )?Refractor\.([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"^(?:using|namespace) [^\n]*$", RegexOptions.Multiline)]
    private static partial Regex WithoutUsings();

    [GeneratedRegex(@"(?<![\w.])(?:global::)?(?:Refractor\.)?([A-Z]\w+(?:\.[A-Z]\w+)*)(?=\.[A-Z])")]
    private static partial Regex Qualified();
}
