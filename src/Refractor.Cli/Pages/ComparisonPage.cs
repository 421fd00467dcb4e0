using System.Globalization;
using Refractor.Cohorts.Comparing;
using Refractor.Statistics;

namespace Refractor.Cli.Pages;

/// <summary>Lays out a comparison of two therapies.</summary>
internal static class ComparisonPage
{
    public static Page Of(TherapyComparison comparison, int top)
    {
        var (first, second) = (Name(comparison.First), Name(comparison.Second));
        var figures = ComparisonFigures.Of(comparison);
        var blocks = new List<Block>
        {
            new Title(
                $"Resistance to {first} and to {second}: {comparison.Request.Layer} and {comparison.Request.Endpoint}"
            ),
            new Remark($"{first}: {PopulationText.Of(comparison.First.Cohort, comparison.First.Scan.Population)}"),
            new Remark($"{second}: {PopulationText.Of(comparison.Second.Cohort, comparison.Second.Scan.Population)}"),
        };
        if (comparison.Request.Adjust is { Count: > 0 } adjusted)
            blocks.Add(new Remark($"Both adjusted for {string.Join(", ", adjusted)}."));
        if (SharedText(comparison) is { } shared)
            blocks.Add(new Remark(shared, Tone.Notice));
        blocks.Add(new Heading("Agreement"));
        blocks.Add(AgreementTable(comparison));
        blocks.Add(new Remark(AgreementText(comparison)));
        blocks.Add(new Derivation(ComparisonRecipes.Of(comparison)));
        blocks.Add(new Drawing(figures.Effects));
        blocks.AddRange(figures.Permuted.Select(f => new Drawing(f)));
        blocks.Add(new Heading("Overlap of ranks"));
        blocks.Add(OverlapTable(comparison, first, second));
        blocks.Add(new Drawing(figures.Map));
        AddFeatures(blocks, comparison, "Resistance to both", comparison.ToBoth(), top);
        AddFeatures(
            blocks,
            comparison,
            $"Resistance to {first}, not seen with {second}",
            comparison.ToFirstOnly(),
            top
        );
        AddFeatures(
            blocks,
            comparison,
            $"Resistance to {second}, not seen with {first}",
            comparison.ToSecondOnly(),
            top
        );
        blocks.AddRange(ComparedSetBlocks.Of(comparison, figures));
        blocks.Add(new Footer(FooterText(comparison)));
        return new Page(blocks);
    }

    private static string? SharedText(TherapyComparison comparison)
    {
        if (comparison.Apart is { } apart)
            return $"{Parts.Count(comparison.Shared, "patient")} stand in both contrasts, {Parts.Number(apart.First)} in the first alone and {Parts.Number(apart.Second)} in the second alone. Shared patients by themselves make two contrasts agree.";
        return comparison.SameIdentifiers > 0
            ? $"{Parts.Count(comparison.SameIdentifiers, "identifier")} stand in both cohorts. If these are the same patients, they by themselves make the contrasts agree, and p does not allow for it."
            : null;
    }

    private static Table AgreementTable(TherapyComparison comparison)
    {
        var rows = new List<IReadOnlyList<string>> { Row("Spearman's correlation", comparison.Correlation, 2) };
        if (comparison.Apart is { } apart)
            rows.Add(Row("the same without shared patients", apart.Correlation, 2));
        rows.Add(Row("same less opposite signs", comparison.Concordance, 0));
        return new Table(
            [new("measure"), new("observed", true), new("permuted: mean (95 %)"), new("P, two-sided", true)],
            rows
        );
    }

    internal static IReadOnlyList<string> Row(string name, PermutationTest test, int decimals) =>
        [
            name,
            Number(test.Observed, decimals),
            double.IsNaN(test.Observed)
                ? "–"
                : $"{Number(test.Mean, decimals)} ({Number(test.Low, decimals)} to {Number(test.High, decimals)})",
            P(test.PTwoSided),
        ];

    private static string AgreementText(TherapyComparison comparison)
    {
        var agreement = comparison.Agreement;
        return $"{Parts.Count(agreement.Overlap.Features, "feature")} in both. p < 0.05 in both: {Parts.Number(agreement.Same)} with the same sign, {Parts.Number(agreement.Opposite)} with opposite signs. Spearman's correlation of {ScanStatistics(comparison)}: {Number(comparison.ScanCorrelation, 2)}.";
    }

    private static string ScanStatistics(TherapyComparison comparison)
    {
        var (first, second) = (Statistic(comparison.First), Statistic(comparison.Second));
        return first == second ? first : $"{first} with {second}";
    }

    private static string Statistic(TherapyContrast contrast) =>
        contrast.Scan.Areas is null ? "Wald's z" : "the moderated t";

    private static Table OverlapTable(TherapyComparison comparison, string first, string second) =>
        new(
            [
                new("top of both lists"),
                new("overlap", true),
                new("expected", true),
                new($"of {first}", true),
                new($"of {second}", true),
                new("−log10", true),
                new("P", true),
            ],
            [
                .. comparison.Agreement.Overlap.Quadrants.Select(
                    (q, i) =>
                        (IReadOnlyList<string>)(
                            q.Peak() is { } peak
                                ?
                                [
                                    Quadrant(q.Quadrant),
                                    Parts.Number(peak.Overlap),
                                    Number(peak.Expected, 0),
                                    Parts.Number(peak.First),
                                    Parts.Number(peak.Second),
                                    Number(peak.SignedLog10, 1),
                                    P(comparison.Peaks[i].PGreater),
                                ]
                                : (string[])[Quadrant(q.Quadrant), "0", "0", "0", "0", "–", "–"]
                        )
                ),
            ]
        );

    private static string Quadrant(OverlapQuadrant quadrant) =>
        quadrant switch
        {
            OverlapQuadrant.ResistanceToBoth => "resistance to both",
            OverlapQuadrant.SensitivityToBoth => "sensitivity to both",
            OverlapQuadrant.ResistanceToFirst => "resistance to the first only",
            _ => "resistance to the second only",
        };

    private static void AddFeatures(
        List<Block> blocks,
        TherapyComparison comparison,
        string heading,
        IReadOnlyList<ComparedFeature> features,
        int top
    )
    {
        blocks.Add(new Heading(heading));
        if (features.Count == 0)
        {
            blocks.Add(new Remark("None."));
            return;
        }
        blocks.Add(
            new Table(
                [
                    new("feature"),
                    new($"{Short(comparison.First)}, first", true),
                    new("P", true),
                    new("q", true),
                    new($"{Short(comparison.Second)}, second", true),
                    new("P", true),
                    new("q", true),
                ],
                [
                    .. features
                        .Take(top)
                        .Select(f =>
                            (IReadOnlyList<string>)
                                [f.Name, .. Cells(comparison.First, f.First), .. Cells(comparison.Second, f.Second)]
                        ),
                ]
            )
        );
    }

    private static string[] Cells(TherapyContrast contrast, int row) =>
        [
            Number(contrast.Scan.Statistics[row], 2),
            PValue.FromLog(contrast.Scan.LogP[row]).ToString(),
            PValue.FromLog(contrast.Scan.LogQ[row]).ToString(),
        ];

    private static string Short(TherapyContrast contrast) => contrast.Scan.Areas is null ? "z" : "t";

    private static string FooterText(TherapyComparison comparison)
    {
        var (first, second) = (comparison.First.RankedStatistic, comparison.Second.RankedStatistic);
        var ranked = first == second ? first : $"{first} and {second}";
        return $"P from {Parts.Count(comparison.Request.Permutations, "permutation")} of {comparison.First.Permuted} among patients (seed {comparison.Request.Seed.ToString(CultureInfo.InvariantCulture)}) of {ranked}, by which features are ranked; a shared patient has one outcome in both. Where a correlation holds with shared patients only, it speaks of them and not of both therapies. Above 0, more of the feature goes with resistance. Not seen is not absent: the contrasts differ in size. Associations among treated patients; research use only.";
    }

    private static string Name(TherapyContrast contrast) => contrast.Therapy.Replace('_', ' ');

    /// <summary>Adding 0 makes a rounded −0 a 0.</summary>
    internal static string Number(double value, int decimals) =>
        double.IsNaN(value)
            ? "–"
            : (Math.Round(value, decimals) + 0).ToString($"F{decimals}", CultureInfo.InvariantCulture);

    internal static string P(double p) => double.IsNaN(p) ? "–" : PValue.From(p).ToString();
}
