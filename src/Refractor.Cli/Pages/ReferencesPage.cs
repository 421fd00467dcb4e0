using System.Globalization;
using Refractor.Audit.References;
using Refractor.Audit.Reporting;

namespace Refractor.Cli.Pages;

/// <summary>Lays a check of references out for reading: the counts, the problems of each file, then the papers.</summary>
internal static class ReferencesPage
{
    public static Page Of(ReferenceReport report, string version)
    {
        var blocks = new List<Block> { new Title(TitleOf(report)), new Remark(Scope(report)) };
        blocks.AddRange(Summary(report));
        var isNamed = report.Files.Count > 1;
        foreach (var file in report.Files)
            blocks.AddRange(Problems(file, isNamed));
        foreach (var file in report.Files)
            blocks.AddRange(AuditReferenceBlocks.Of(file.Path, file.References, isNamed));
        blocks.Add(Parts.Footer(report.Knowledge, version));
        return new Page(blocks);
    }

    /// <summary>"2 errors, 1 warning".</summary>
    public static string Counts(ReferenceReport report)
    {
        var counts = ReferenceSeverities
            .All.Where(s => report.Count(s) > 0)
            .Select(s => Parts.Count(report.Count(s), ReferenceSeverities.NameOf(s)));
        return string.Join(", ", counts) is { Length: > 0 } text ? text : "no problem";
    }

    private static string TitleOf(ReferenceReport report) =>
        report.Files.Count == 1
            ? $"References of {AuditPage.NameOf(report.Files[0].Path)}"
            : $"References of {Parts.Count(report.Files.Count, "text")}";

    /// <summary>What the check rests on: without the network, little can be said of a paper that the knowledge lacks.</summary>
    private static string Scope(ReferenceReport report)
    {
        var all = report.Files.SelectMany(f => f.References).ToList();
        var entries = Parts.Count(all.Count, "reference");
        if (report.Problems.Any(p => p.Rule == "online-unreachable"))
            return $"{entries}, compared with the knowledge; not all could be looked up online.";
        if (report.IsOnline)
            return $"{entries}, compared with the knowledge and looked up in Crossref and Europe PMC.";
        var unknown = all.Count(r => r.Paper is null);
        return unknown == 0
            ? $"{entries}, compared with the knowledge."
            : $"{entries}, compared with the knowledge, which does not hold {Parts.Number(unknown)} of them; --online looks them up.";
    }

    private static IEnumerable<Block> Summary(ReferenceReport report)
    {
        var rows = report
            .Problems.GroupBy(ReferenceRules.Of)
            .OrderByDescending(g => g.Key.Severity)
            .ThenBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g =>
                (IReadOnlyList<string>)
                    [ReferenceSeverities.NameOf(g.Key.Severity), g.Key.Id, Parts.Number(g.Count()), g.Key.Meaning]
            )
            .ToList();
        if (rows.Count > 0)
            yield return new Table(
                [new("severity"), new("rule"), new("problems", IsNumber: true), new("meaning")],
                rows
            );
        else if (report.Files.All(f => f.References.Count == 0))
            yield return new Remark("No reference list was found.", Tone.Notice);
        else
            yield return new Remark("No problem was found.", Tone.Good);
    }

    private static IEnumerable<Block> Problems(CheckedReferences file, bool isNamed)
    {
        if (file.Problems.Count == 0)
            yield break;
        yield return new Heading(isNamed ? $"Problems of {AuditPage.NameOf(file.Path)}" : "Problems");
        foreach (var problem in file.Problems)
            yield return Of(problem);
    }

    private static Statement Of(ReferenceProblem problem)
    {
        var (sign, tone) = problem.Severity switch
        {
            ReferenceSeverity.Error => ("✗", Tone.Bad),
            ReferenceSeverity.Warning => ("▲", Tone.Notice),
            _ => ("·", Tone.Quiet),
        };
        var place = string.Create(CultureInfo.InvariantCulture, $"{problem.Line}:{problem.Column}");
        return new Statement(
            sign,
            tone,
            problem.Text,
            $"{ReferenceSeverities.NameOf(problem.Severity)} {problem.Rule}, {place}",
            tone,
            [$"Found {problem.Found}; expected {problem.Expected}.", problem.Advice]
        );
    }
}
