using Refractor.Cohorts;
using Refractor.Cohorts.Describing;

namespace Refractor.Cli.Pages;

/// <summary>Lays out what a cohort holds.</summary>
internal static class CohortPage
{
    public static Page Of(CohortSummary summary, bool all)
    {
        var setting = summary.Setting is { } s ? $", {s}" : "";
        var blocks = new List<Block>
        {
            new Title(summary.Title),
            new Remark(
                $"{Parts.Count(summary.Patients, "patient")}, {Parts.Count(summary.Samples, "sample")}{Times(summary)}{setting}."
            ),
        };
        if (summary.Source is { } source)
            blocks.Add(new Remark(source));
        AddTable(
            blocks,
            "Treatments",
            ["therapy", "given", "not given", "not known", "randomised"],
            summary.Treatments.Select(Row)
        );
        AddTable(
            blocks,
            "Outcomes",
            ["endpoint", "known", "events or responses", "median follow-up"],
            summary.Outcomes.Select(Row)
        );
        var variables = summary.Variables.Where(v => all || v.Name != v.Column).ToList();
        AddTable(blocks, "Clinical", ["variable", "column", "known", "values"], variables.Select(Row));
        if (summary.Variables.Count > variables.Count)
            blocks.Add(
                new Remark(
                    $"{Parts.Count(summary.Variables.Count - variables.Count, "further column")}; --all names them."
                )
            );
        AddTable(blocks, "Measured", ["layer", "level", "scale", "features", "samples"], summary.Layers.Select(Row));
        if (summary.Mutations is { } mutations)
            blocks.AddRange(Mutations(mutations));
        return new Page(blocks);
    }

    private static string Times(CohortSummary summary) =>
        summary.Times is { } times
            ? $" ({string.Join(", ", times.Select(t => $"{t.Key.Replace('_', ' ')} {Parts.Number(t.Value)}"))})"
            : "";

    private static void AddTable(
        List<Block> blocks,
        string heading,
        string[] columns,
        IEnumerable<IReadOnlyList<string>> rows
    )
    {
        var all = rows.ToList();
        if (all.Count == 0)
            return;
        blocks.Add(new Heading(heading));
        blocks.Add(new Table([.. columns.Select((c, i) => new Column(c, all.TrueForAll(r => IsNumber(r[i]))))], all));
    }

    private static bool IsNumber(string cell) =>
        cell.Length > 0 && char.IsAsciiDigit(cell[0]) && cell.All(c => char.IsAsciiDigit(c) || c is ',' or '.');

    private static IReadOnlyList<string> Row(TreatmentSummary t) =>
        [
            t.Therapy.Replace('_', ' '),
            Parts.Number(t.Given),
            Parts.Number(t.NotGiven),
            Parts.Number(t.Unknown),
            t.Randomised ? "yes" : "no",
        ];

    private static IReadOnlyList<string> Row(OutcomeSummary o) =>
        [
            o.Endpoint,
            Parts.Number(o.Known),
            Parts.Number(o.Positive),
            o.MedianFollowUp is { } m ? FormattableString.Invariant($"{m:F1} months") : "–",
        ];

    private static IReadOnlyList<string> Row(VariableSummary v) => [v.Name, v.Column, Parts.Number(v.Known), v.Values];

    private static IReadOnlyList<string> Row(LayerSummary l) =>
        [l.Name, l.Level.Replace('_', ' '), l.Scale.ToString(), Parts.Number(l.Features), Parts.Number(l.Samples)];

    private static IEnumerable<Block> Mutations(MutationSummary m)
    {
        yield return new Heading("Mutations");
        yield return new Remark(
            $"{Parts.Number(m.Mutations)} in {Parts.Count(m.Profiled, "sequenced sample")}{(m.Panels is [var only] ? $", {Genes(only)}" : "")}.",
            Tone.Body
        );
        if (m.Panels.Count > 1)
            yield return new Table(
                [new("panel"), new("genes"), new("samples", true)],
                [.. m.Panels.Select(p => (IReadOnlyList<string>)[p.Name, Genes(p), Parts.Number(p.Samples)])]
            );
        yield return new Remark(
            $"Most often altered: {string.Join(", ", m.MostAltered.Select(g => $"{g.Key} {Parts.Number(g.Value)}"))}.",
            Tone.Body
        );
    }

    private static string Genes(PanelSummary panel) =>
        panel.Scope switch
        {
            PanelScope.AllGenes => "all genes",
            PanelScope.Listed => $"a panel of {Parts.Count(panel.Genes ?? 0, "gene")}",
            _ => "not listed: counts for no gene",
        };
}
