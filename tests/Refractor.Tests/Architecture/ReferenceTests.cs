using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Refractor.Tests.Architecture;

/// <summary>The direction of references between the slices of the library and between the projects.</summary>
public partial class ReferenceTests
{
    /// <summary>What each slice may refer to. A slice that is not listed is a decision to be made here.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Vocabulary"] = [],
        ["Html"] = [],
        // Figures show numbers; they know no cohort and no evidence.
        ["Plots"] = [],
        ["Knowledge"] = ["Vocabulary"],
        ["Associations"] = ["Knowledge", "Vocabulary"],
        // Grade and state of conflict stand in an answer file beside the text; they are derived in Associations, not written.
        ["Checking"] = ["Knowledge", "Vocabulary", "Associations"],
        ["Answers"] = ["Checking", "Associations", "Knowledge", "Vocabulary"],
        ["Exporting"] = ["Associations", "Knowledge", "Vocabulary"],
        ["Audit"] = ["Html", "Answers", "Checking", "Associations", "Exporting", "Knowledge", "Vocabulary"],
        ["Cohorts"] = ["Plots", "Knowledge", "Vocabulary"],
        // Published beside recomputed: grade and conflict are derived in Associations over what Cohorts recompute, and neither knows the other.
        ["Weighing"] = ["Cohorts", "Associations", "Knowledge", "Vocabulary"],
        ["Overviews"] = ["Answers", "Checking", "Associations", "Exporting", "Knowledge", "Vocabulary"],
    };

    public static TheoryData<string> Slices => [.. SourceFile.Slices];

    [Theory]
    [MemberData(nameof(Slices))]
    public void A_slice_refers_only_to_those_below_it(string slice)
    {
        Allowed.ShouldContainKey(slice);
        SourceFile
            .Of(slice)
            .SelectMany(f => f.References.Select(r => (File: f, Slice: r.Split('.')[0])))
            .Where(r => r.Slice != slice && !Allowed[slice].Contains(r.Slice))
            .Select(r => $"{r.File} refers to {r.Slice}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void The_check_of_a_text_knows_nothing_of_associations()
    {
        string[] verifier = ["AnswerVerifier.cs"];
        SourceFile
            .Of("Checking")
            .Where(f => !verifier.Contains(f.Path.Split('/')[^1]) && f.References.Contains("Associations"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Writer_and_checker_do_not_know_each_other()
    {
        foreach (var part in new[] { "Answers/Writing", "Answers/Planning", "Answers/Retrieval", "Answers/Reading" })
            SourceFile
                .Of(part)
                .Where(f => f.References.Any(r => r.StartsWith("Checking", StringComparison.Ordinal)))
                .ShouldBeEmpty();
        SourceFile
            .Of("Checking")
            .Where(f => f.References.Any(r => r.StartsWith("Answers", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    // References are looked up online only where a caller asks for it, by code in one folder.
    [Fact]
    public void The_library_neither_reads_nor_writes_the_console_nor_the_network() =>
        SourceFile
            .All.Where(f =>
                f.Path.StartsWith("src/Refractor/", StringComparison.Ordinal)
                || f.Path.StartsWith("src/Refractor.Statistics/", StringComparison.Ordinal)
            )
            .Where(f => !f.Path.StartsWith("src/Refractor/Audit/References/Online/", StringComparison.Ordinal))
            .Where(f => Outside().IsMatch(f.Code))
            .ShouldBeEmpty();

    [Fact]
    public void The_command_line_holds_no_science() =>
        SourceFile
            .All.Where(f => f.Path.StartsWith("src/Refractor.Cli/", StringComparison.Ordinal))
            .SelectMany(f => f.References.Select(r => (File: f, Name: r)))
            .Where(r =>
                r.Name
                    is "Answers.Planning"
                        or "Answers.Writing"
                        or "Answers.Retrieval"
                        or "Knowledge.Packing.PackWriter"
            )
            .Select(r => $"{r.File} refers to {r.Name}")
            .ShouldBeEmpty();

    [Theory]
    [InlineData("src/Refractor.Statistics/Refractor.Statistics.csproj")]
    [InlineData("src/Refractor/Refractor.csproj", "Refractor.Statistics")]
    [InlineData("src/Refractor.KnowledgeCompiler/Refractor.KnowledgeCompiler.csproj", "Refractor")]
    [InlineData(
        "src/Refractor.KnowledgePack/Refractor.KnowledgePack.csproj",
        "Refractor",
        "Refractor.KnowledgeCompiler"
    )]
    [InlineData("src/Refractor.Cli/Refractor.Cli.csproj", "Refractor", "Refractor.KnowledgePack")]
    public void A_project_refers_only_to_those_below_it(string project, params string[] allowed) =>
        XDocument
            .Load(Path.Combine(Repository.Root, project))
            .Descendants("ProjectReference")
            .Select(r => r.Attribute("Include")!.Value)
            .Select(r =>
                r == "$(CompilerProject)" ? "Refractor.KnowledgeCompiler" : Path.GetFileNameWithoutExtension(r)
            )
            .Except(allowed)
            .ShouldBeEmpty();

    [GeneratedRegex(@"\bConsole\.|\bHttpClient\b|\bSystem\.Net\b|\bSpectre\b|\bSystem\.CommandLine\b")]
    private static partial Regex Outside();
}
