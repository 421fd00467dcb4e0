using System.Text;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>
/// Every way of being wrong is told with its place; docs/bad-input.md shows what is told, and is written anew with REFRACTOR_APPROVE=1.
/// </summary>
public class FaultyInputTests
{
    private const string Begin = "<!-- cases -->\n";

    private static readonly string Page = Path.Combine(Repository.Root, "docs", "bad-input.md");

    [Fact]
    public void The_documentation_shows_what_is_said()
    {
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var head = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)];
        var expected = head + Cases();
        if (Environment.GetEnvironmentVariable("REFRACTOR_APPROVE") == "1")
            File.WriteAllText(Page, expected);
        else
            page.ShouldBe(expected);
    }

    [Fact]
    public void Each_case_is_told()
    {
        foreach (var input in FaultyInputs.All)
            Say(input).Says.ShouldNotBeEmpty(input.What);
    }

    private static string Cases()
    {
        var text = new StringBuilder();
        foreach (var kind in FaultyInputs.All.GroupBy(i => i.Kind))
        {
            text.Append($"\n## {kind.Key}\n\n| What is wrong | Imported | What is said |\n|---|---|---|\n");
            foreach (var input in kind)
            {
                var (imported, says) = Say(input);
                var told = string.Join("<br>", says.Select(s => s.Replace("|", "\\|", StringComparison.Ordinal)));
                text.Append($"| {input.What} | {(imported ? "yes" : "no")} | {told} |\n");
            }
        }
        return text.ToString();
    }

    /// <summary>The first problems of an import, or else what it held, or else what it guessed on outcomes.</summary>
    private static (bool Imported, IReadOnlyList<string> Says) Say(FaultyInput input)
    {
        using var study = input.Arrange(new SmallStudy());
        string[] Plain(IEnumerable<string> lines) =>
            [
                .. lines
                    .Select(l =>
                        l.Replace(study.Folder + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
                            .Replace(study.Folder, "the folder", StringComparison.Ordinal)
                    )
                    .Take(2),
            ];
        try
        {
            var result = study.Import(input.Mapping, leastMatched: 0.8);
            result.Report.Files.ShouldAllBe(f => f.Loaded >= 0 && f.Held >= 0 && f.Rejected >= 0);
            var says = result
                .Report.Problems.OrderByDescending(p => p.Severity)
                .Select(p => p.ToString())
                .Concat(result.Report.Held.Select(h => $"{h.File}: {h.Reason}: {string.Join(", ", h.Names)}"))
                .Concat(
                    result
                        .Report.Guesses.Where(g => g.Key.StartsWith("outcomes", StringComparison.Ordinal))
                        .Select(g => $"guessed {g.Key}: {g.Chosen} ({g.Because})")
                );
            return (result.Cohort is not null, Plain(says));
        }
        catch (DataFileException fault)
        {
            return (false, Plain(fault.Problems.Select(p => p.ToString())));
        }
        catch (IOException fault)
        {
            return (false, Plain([fault.Message]));
        }
    }
}
