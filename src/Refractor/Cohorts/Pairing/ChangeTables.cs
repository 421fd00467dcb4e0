using System.Globalization;
using Refractor.Cohorts.Comparing;
using Refractor.Cohorts.Storing;

namespace Refractor.Cohorts.Pairing;

/// <summary>A comparison of pairs as tab-separated tables.</summary>
public static class ChangeTables
{
    /// <summary>The tables of a comparison, by file.</summary>
    public static IReadOnlyList<(string Name, string Text)> Of(ChangeComparison comparison) =>
        [
            ("features.tsv", Features(comparison)),
            ("pairs.tsv", Pairs(comparison.Cohort, comparison.Pairs)),
            ("differences.tsv", Differences(comparison)),
            .. comparison.Overlap is { } overlap
                ? new[] { ("overlap.tsv", ComparisonTables.Map(overlap.Agreement.Overlap, NameOf)) }
                : [],
            .. comparison.Enrichment is null ? [] : new[] { ("sets.tsv", Sets(comparison)) },
        ];

    /// <summary>One row a feature, by p of the change.</summary>
    public static string Features(ChangeComparison comparison)
    {
        var response = comparison.ByResponse;
        (string Name, ChangeTests? Tests)[] parts =
        [
            ("change", comparison.Changes),
            ("responders", response?.Responders),
            ("others", response?.Others),
            ("difference", response?.Difference),
        ];
        var told = parts.Where(p => p.Tests is not null).ToList();
        var table = new TableText([
            "feature",
            .. told.SelectMany(p => Columns.Select(c => $"{p.Name}_{c}")),
            .. comparison.Overlap is null ? [] : OverlapColumns,
        ]);
        var ordered = comparison.Changes.ByP(comparison.Layer.Features);
        foreach (var f in ordered.Concat(Enumerable.Range(0, comparison.Layer.Features.Count).Except(ordered)))
            table.Add([
                comparison.Layer.Features[f],
                .. told.SelectMany(p => Cells(p.Tests!, f)),
                .. comparison.Overlap is { } o
                    ? new[] { Number(o.Contrast.Scan.Statistics[f]), Number(o.ChangeZ[f]), Number(o.ContrastZ[f]) }
                    : [],
            ]);
        return table.ToString();
    }

    /// <summary>One row a pair, then one a patient with one side of a pair.</summary>
    public static string Pairs(Cohort cohort, SamplePairs pairs)
    {
        var table = new TableText("patient", "baseline", "later", "left_out");
        foreach (var p in pairs.Pairs)
            table.Add([cohort.Patients[p.Patient], cohort.Samples[p.Before].Id, cohort.Samples[p.After].Id, null]);
        foreach (var u in pairs.Unpaired)
            table.Add([u.Patient, null, null, u.Reason]);
        return table.ToString();
    }

    /// <summary>Later minus baseline: one row a feature, one column a patient.</summary>
    public static string Differences(ChangeComparison comparison)
    {
        var pairs = comparison.Pairs.Pairs;
        var table = new TableText(["feature", .. pairs.Select(p => comparison.Cohort.Patients[p.Patient])]);
        var row = new double[pairs.Count];
        for (var f = 0; f < comparison.Layer.Features.Count; f++)
        {
            comparison.Differences.CopyFeature(f, row);
            table.Add([comparison.Layer.Features[f], .. row.Select(TableText.Number)]);
        }
        return table.ToString();
    }

    private static string NameOf(OverlapQuadrant quadrant) =>
        quadrant switch
        {
            OverlapQuadrant.ResistanceToBoth => "rises_and_resistance",
            OverlapQuadrant.SensitivityToBoth => "falls_and_sensitivity",
            OverlapQuadrant.ResistanceToFirst => "rises_and_sensitivity",
            _ => "falls_and_resistance",
        };

    private static string Sets(ChangeComparison comparison)
    {
        var table = new TableText("set", "size", "score", "normalised_score", "p", "q", "leading_edge");
        foreach (var s in comparison.SetsByP())
            table.Add([
                comparison.Request.Sets[s].Name,
                Whole(comparison.Enrichment!.Sizes[s]),
                Number(comparison.Enrichment.Scores[s]),
                Number(comparison.Enrichment.NormalizedScores[s]),
                TableText.P(comparison.Enrichment.LogP[s]),
                TableText.P(comparison.Enrichment.LogAdjustedP[s]),
                string.Join(',', comparison.LeadingEdge(s)),
            ]);
        return table.ToString();
    }

    private static readonly string[] OverlapColumns = ["baseline_statistic", "change_z", "baseline_z"];
    private static readonly string[] Columns = ["n", "effect", "standard_error", "t", "p", "q", "not_estimable"];

    private static string?[] Cells(ChangeTests tests, int f) =>
        [
            Whole(tests.N[f]),
            Number(tests.Effects[f]),
            Number(tests.StandardErrors[f]),
            Number(tests.Statistics[f]),
            TableText.P(tests.LogP[f]),
            TableText.P(tests.LogQ[f]),
            JsonForm.Reason(tests.Reasons[f]),
        ];

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double value) =>
        double.IsNaN(value) ? null : value.ToString("G9", CultureInfo.InvariantCulture);
}
