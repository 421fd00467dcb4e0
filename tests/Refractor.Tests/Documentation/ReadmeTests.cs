using System.Text.RegularExpressions;
using Refractor.Cli;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Documentation;

/// <summary>The examples of the README are commands that work, with the output that is printed beside them.</summary>
public partial class ReadmeTests
{
    private const string Run = "dotnet run -c Release --project src/Refractor.Cli -- ";

    /// <summary>Commands that need a file which the reader brings: an answer, a text, an older pack, a cohort.</summary>
    private static readonly string[] WithFiles =
    [
        "verify answer.json",
        "audit answer.md",
        "knowledge diff old.refpack",
        "cohort import study",
        "cohort check mine",
        "compare --cohort mine",
        "mutations --cohort mine",
    ];

    public static TheoryData<string> Commands =>
        [
            .. Page
                .Readme.Fences.SelectMany(f => f.Split('\n'))
                .Where(l => l.StartsWith(Run, StringComparison.Ordinal) || Prompt().IsMatch(l))
                .Select(l => l.StartsWith(Run, StringComparison.Ordinal) ? l[Run.Length..] : Prompt().Replace(l, ""))
                .Concat(Inline().Matches(Page.Readme.Text).Select(m => m.Groups[1].Value))
                .Where(c => !WithFiles.Any(f => c.Contains(f, StringComparison.Ordinal)))
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Commands))]
    public void A_command_of_the_readme_works(string command)
    {
        var args = Arguments().Matches(command).Select(m => m.Value.Trim('"')).ToArray();
        if (args is ["knowledge", "check", var folder])
            args[2] = Path.Combine(Repository.Root, folder);
        if (args is ["audit", var text, ..])
            args[1] = Path.Combine(Repository.Root, text);
        using var temporary = new TemporaryFolder();
        if (Array.IndexOf(args, "--out") is >= 0 and var at)
            args[at + 1] = Path.Combine(temporary.Root, args[at + 1]);
        var ran = Ran.Of(args);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
    }

    [Fact]
    public void The_question_of_the_readme_is_answered_with_references()
    {
        var question = Commands.Select(c => (string)c).First(c => c.StartsWith("ask ", StringComparison.Ordinal));
        Ran.Of("ask", question[5..^1]).Out.ShouldContain("\nReferences\n");
    }

    [Fact]
    public void The_transcript_is_what_the_command_prints()
    {
        var transcript = Page.Readme.Fences.Single(f => Prompt().IsMatch(f));
        var (command, output) = (transcript.Split('\n')[0], transcript[(transcript.IndexOf('\n') + 1)..]);
        var args = Arguments().Matches(Prompt().Replace(command, "")).Select(m => m.Value.Trim('"')).ToArray();
        var ran = Ran.Of(args);
        ran.Code.ShouldBe(ExitCode.Done, ran.Error);
        ran.Stable.Trim('\n').ShouldBe((ran with { Out = output }).Stable.Trim('\n'));
    }

    [GeneratedRegex(@"\A(?:\$ )?refractor ")]
    private static partial Regex Prompt();

    [GeneratedRegex(@"\| `refractor ([^`]+)` \|")]
    private static partial Regex Inline();

    [GeneratedRegex(@"""[^""]*""|\S+")]
    private static partial Regex Arguments();
}
