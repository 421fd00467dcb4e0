using System.Globalization;
using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Storing;
using Refractor.Statistics;

namespace Refractor.Cohorts.Scanning;

/// <summary>A scan as tab-separated tables, all features and all sets.</summary>
public static class ScanTables
{
    /// <summary>One row a feature, by p.</summary>
    public static string Features(CohortScan scan)
    {
        var response = scan.Areas is not null;
        string[] areas = response ? ["auc_resistance", "auc_low", "auc_high", "wilcoxon_p"] : [];
        var table = new TableText([
            "feature",
            "n",
            response ? "difference" : "log_hazard_ratio",
            "standard_error",
            "statistic",
            "p",
            "q",
            "log10_p",
            .. areas,
            "not_estimable",
        ]);
        var ordered = scan.ByP();
        foreach (var f in ordered.Concat(Enumerable.Range(0, scan.LogP.Length).Except(ordered)))
            table.Add([
                scan.Layer.Features[f],
                scan.N[f].ToString(CultureInfo.InvariantCulture),
                Number(scan.Effects[f]),
                Number(scan.StandardErrors[f]),
                Number(scan.Statistics[f]),
                TableText.P(scan.LogP[f]),
                TableText.P(scan.LogQ[f]),
                Number(PValue.FromLog(scan.LogP[f]).Log10),
                .. response
                    ? new[]
                    {
                        Number(scan.Areas![f]),
                        Number(scan.AreaLow![f]),
                        Number(scan.AreaHigh![f]),
                        TableText.P(scan.WilcoxonLogP![f]),
                    }
                    : [],
                scan.Reasons[f] == NotEstimable.None ? null : scan.Reasons[f].ToString(),
            ]);
        return table.ToString();
    }

    /// <summary>One row a set, by p.</summary>
    public static string Sets(CohortScan scan)
    {
        var table = new TableText("set", "size", "score", "normalised_score", "p", "q", "log2_error", "leading_edge");
        foreach (var s in scan.SetsByP())
            table.Add([
                scan.Request.Sets[s].Name,
                scan.Enrichment!.Sizes[s].ToString(CultureInfo.InvariantCulture),
                Number(scan.Enrichment.Scores[s]),
                Number(scan.Enrichment.NormalizedScores[s]),
                TableText.P(scan.Enrichment.LogP[s]),
                TableText.P(scan.Enrichment.LogAdjustedP[s]),
                Number(scan.Enrichment.Log2Error[s]),
                string.Join(',', LeadingEdge(scan, s)),
            ]);
        return table.ToString();
    }

    /// <summary>The sets of the scan as GMT: name, nothing, members.</summary>
    public static string Gmt(CohortScan scan) =>
        string.Concat(scan.Request.Sets.Select(s => $"{s.Name}\t\t{string.Join('\t', s.Members)}\n"));

    /// <summary>
    /// One row a sample of the layer, with its patient, whether it was used, its outcome and its covariates: what the R code of the recipes
    /// reads.
    /// </summary>
    public static string Samples(Cohort cohort, CohortScan scan)
    {
        var outcome = scan.Population.Outcome;
        var covariates = scan.Request.Adjust.Select(a => cohort.FindVariable(a)!).ToList();
        string[] columns = outcome is ResponseOutcome ? ["resistant"] : ["months", "event"];
        var table = new TableText([
            "sample",
            "patient",
            "used",
            .. columns,
            .. scan.Request.Adjust.Select(RecipeTable.Covariate),
        ]);
        var rows = CohortScanner.Rows(cohort, scan.Layer, scan.Population);
        for (var i = 0; i < rows.Length; i++)
        {
            var patient = cohort.Samples[scan.Layer.Samples[i]].Patient;
            table.Add([
                cohort.Samples[scan.Layer.Samples[i]].Id,
                cohort.Patients[patient],
                TableText.Flag(rows[i] >= 0),
                .. outcome is ResponseOutcome response
                    ? new[] { TableText.Flag(response.Responded[patient] is { } r ? !r : null) }
                    :
                    [
                        TableText.Number(((SurvivalOutcome)outcome).Months[patient]),
                        TableText.Number(((SurvivalOutcome)outcome).Event[patient]),
                    ],
                .. covariates.Select(c => RecipeTable.Cell(c, patient)),
            ]);
        }
        return table.ToString();
    }

    /// <summary>The members of a set that carry its score, the strongest first.</summary>
    public static IReadOnlyList<string> LeadingEdge(CohortScan scan, int set)
    {
        var names = new List<string>();
        foreach (var feature in scan.Enrichment!.LeadingEdge(set))
            names.Add(scan.Layer.Features[feature]);
        return names;
    }

    private static string? Number(double value) =>
        double.IsNaN(value) ? null : value.ToString("G7", CultureInfo.InvariantCulture);
}
