using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Symbols;
using Refractor.Knowledge;

namespace Refractor.Cli.Pages;

/// <summary>Lays out what an import decided, left out and found wrong.</summary>
internal static class ImportPage
{
    private const int NamesShown = 6;
    private const int ProblemsShown = 20;

    /// <param name="result">The import.</param>
    /// <param name="stored">Where the cohort was stored; null if it was not.</param>
    public static Page Of(ImportResult result, string? stored)
    {
        var blocks = new List<Block> { new Title(TitleOf(result, stored)) };
        blocks.Add(new Heading("Rows"));
        blocks.Add(Rows(result.Report));
        if (result.Report.Matches.Count > 0)
        {
            blocks.Add(new Heading("Samples"));
            blocks.Add(new Fields([.. result.Report.Matches.Select(m => (m.File, Match(m)))]));
        }
        blocks.AddRange(Symbols(result));
        if (result.Report.Guesses.Count > 0)
        {
            blocks.Add(new Heading("Guessed; the mapping can say otherwise"));
            blocks.Add(new Fields([.. result.Report.Guesses.Select(g => (g.Key, $"{g.Chosen} ({g.Because})"))]));
        }
        if (result.Report.Held.Count > 0)
        {
            blocks.Add(new Heading("Left out or changed"));
            blocks.AddRange(
                result.Report.Held.Select(h => new Remark($"{h.File}: {h.Reason}: {Names(h.Names)}", Tone.Body))
            );
        }
        blocks.AddRange(Problems(result.Report.Problems));
        return new Page(blocks);
    }

    private static string TitleOf(ImportResult result, string? stored)
    {
        if (result.Cohort is not { } cohort)
            return "Nothing was imported; the problems below stand in the way.";
        var what =
            $"{cohort.Title}: {Parts.Count(cohort.Patients.Count, "patient")}, {Parts.Count(cohort.Samples.Count, "sample")}";
        return stored is null ? $"{what}; not stored" : $"{what}; stored as {cohort.Name}";
    }

    private static IEnumerable<Block> Symbols(ImportResult result)
    {
        if (result.Cohort is not { } cohort || (cohort.Layers.Count == 0 && cohort.Mutations is null))
            yield break;
        yield return new Heading("Gene symbols");
        if (result.Report.Symbols.Count == 0)
            yield return new Remark(
                "No table of symbols was given: names stay as they are, and the aliases of the vocabulary find them. --symbols takes HGNC's complete set.",
                Tone.Body
            );
        else
            yield return new Table(
                [
                    new("file"),
                    new("current", true),
                    new("previous", true),
                    new("alias", true),
                    new("identifier", true),
                    new("restored", true),
                    new("held", true),
                    new("unknown", true),
                ],
                [.. result.Report.Symbols.Select(Counts)]
            );
    }

    private static IReadOnlyList<string> Counts(SymbolCount count)
    {
        string Sum(params SymbolKind[] kinds) => Parts.Number(kinds.Sum(k => count.Names.GetValueOrDefault(k)));
        return
        [
            count.File,
            Sum(SymbolKind.Approved),
            Sum(SymbolKind.Previous),
            Sum(SymbolKind.Alias),
            Sum(SymbolKind.Identifier),
            Sum(SymbolKind.Restored),
            Sum(SymbolKind.Ambiguous, SymbolKind.Mangled),
            Sum(SymbolKind.Withdrawn, SymbolKind.Unknown),
        ];
    }

    private static Table Rows(ImportReport report) =>
        new(
            [
                new("file"),
                new("read as"),
                new("rows", true),
                new("loaded", true),
                new("held", true),
                new("rejected", true),
            ],
            [
                .. report.Files.Select(f =>
                    (IReadOnlyList<string>)
                        [
                            f.File,
                            f.What,
                            Parts.Number(f.Read),
                            Parts.Number(f.Loaded),
                            Parts.Number(f.Held),
                            Parts.Number(f.Rejected),
                        ]
                ),
            ]
        );

    private static string Match(SampleMatch match)
    {
        var left = match.OnlyInFile.Count > 0 ? $"; {Parts.Number(match.OnlyInFile.Count)} only in the file" : "";
        var right =
            match.OnlyInClinical.Count > 0 ? $"; {Parts.Count(match.OnlyInClinical.Count, "patient")} without" : "";
        return $"{Parts.Number(match.Matched)} matched, names {match.How}{left}{right}";
    }

    private static string Names(IReadOnlyList<string> names)
    {
        var shown = string.Join(", ", names.Take(NamesShown));
        return names.Count > NamesShown ? $"{shown} and {Parts.Number(names.Count - NamesShown)} more" : shown;
    }

    private static IEnumerable<Block> Problems(IReadOnlyList<DataProblem> problems)
    {
        if (problems.Count == 0)
            yield break;
        yield return new Heading($"Problems: {Parts.Number(problems.Count)}");
        foreach (var problem in problems.OrderByDescending(p => p.Severity).Take(ProblemsShown))
            yield return new Line(problem.ToString(), problem.Severity == Severity.Error ? Tone.Bad : Tone.Notice);
        if (problems.Count > ProblemsShown)
            yield return new Remark($"{Parts.Number(problems.Count - ProblemsShown)} more; --json names all.");
    }
}
