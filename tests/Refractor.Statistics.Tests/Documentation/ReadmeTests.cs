using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Refractor.Statistics.Tests.Documentation;

/// <summary>The examples of the README compile, run, and print what stands there.</summary>
public partial class ReadmeTests
{
    private static readonly string Readme = Text("src", "Refractor.Statistics", "README.md");

    private static readonly (string Name, string Code)[] Examples =
    [
        .. Method()
            .Matches(Text("tests", "Refractor.Statistics.Tests", "Documentation", "ReadmeExamples.cs"))
            .Select(m => (m.Groups[1].Value, Plain(m.Groups[2].Value))),
    ];

    public static TheoryData<string> Codes => [.. Fence().Matches(Readme).Select(m => m.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void An_example_prints_what_the_readme_says(string code)
    {
        var name = Examples.SingleOrDefault(e => e.Code.Contains(Plain(code), StringComparison.Ordinal)).Name;
        name.ShouldNotBeNull("ReadmeExamples.cs holds no method with this code.");
        using var printed = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        typeof(ReadmeExamples).GetMethod(name, BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [printed]);
        var after = Readme[(Readme.IndexOf(code, StringComparison.Ordinal) + code.Length)..];
        Output().Match(after).Groups[1].Value.Trim().ShouldBe(printed.ToString().Trim());
    }

    private static string Text(params string[] path) =>
        File.ReadAllText(Path.Combine([Repository.Root, .. path])).ReplaceLineEndings("\n");

    /// <summary>Code without its line breaks and indentation, which the formatter may choose.</summary>
    private static string Plain(string code) => Space().Replace(code, "");

    [GeneratedRegex(@"```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\A```\s*```text\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"public static void (\w+)\(TextWriter Console\)\s*\{\n(.*?)\n    \}", RegexOptions.Singleline)]
    private static partial Regex Method();

    [GeneratedRegex(@"[\s,]+")]
    private static partial Regex Space();
}
