using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refractor.Statistics;

namespace Refractor.Cohorts.Scanning;

/// <summary>A scan as JSON, for programs.</summary>
public static class ScanJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All features and all sets, by p.</summary>
    public static string Of(CohortScan scan) =>
        JsonSerializer.Serialize(
            new
            {
                scan.Cohort,
                Layer = scan.Layer.Name,
                scan.Population.Outcome.Endpoint,
                scan.Request.Population.Treated,
                scan.Request.Population.Subtype,
                Adjusted = scan.Request.Adjust,
                Patients = scan.Population.N,
                scan.Population.LeftOut,
                scan.Tested,
                Features = scan.ByP().Select(f => Feature(scan, f)),
                Sets = scan.SetsByP().Select(s => Set(scan, s)),
            },
            Form
        ) + "\n";

    /// <summary>All genes, by p.</summary>
    public static string Of(Cohort cohort, MutationScan scan) =>
        JsonSerializer.Serialize(
            new
            {
                Cohort = cohort.Name,
                scan.Population.Outcome.Endpoint,
                scan.Request.Treated,
                scan.Request.Subtype,
                Patients = scan.Population.N,
                scan.Population.LeftOut,
                scan.TooFew,
                Genes = scan.Genes.Select(g => new
                {
                    g.Gene,
                    g.Altered,
                    g.Profiled,
                    Ratio = Number(g.Effect.Value),
                    Low = Number(g.Effect.Interval.Low),
                    High = Number(g.Effect.Interval.High),
                    LogP = Number(g.LogP),
                    LogQ = Number(g.LogQ),
                    Responses = g.Split is { } s
                        ? new[] { s.Table.A, s.Table.FirstRow, s.Table.C, s.Table.SecondRow }
                        : null,
                    Reason = g.Effect.Reason == NotEstimable.None ? null : g.Effect.Reason.ToString(),
                }),
            },
            Form
        ) + "\n";

    private static object Feature(CohortScan scan, int f) =>
        new
        {
            Feature = scan.Layer.Features[f],
            N = scan.N[f],
            Effect = Number(scan.Effects[f]),
            StandardError = Number(scan.StandardErrors[f]),
            Statistic = Number(scan.Statistics[f]),
            LogP = Number(scan.LogP[f]),
            LogQ = Number(scan.LogQ[f]),
            Auc = scan.Areas is { } areas ? Number(areas[f]) : null,
            AucLow = scan.AreaLow is { } low ? Number(low[f]) : null,
            AucHigh = scan.AreaHigh is { } high ? Number(high[f]) : null,
            WilcoxonLogP = scan.WilcoxonLogP is { } w ? Number(w[f]) : null,
            Reason = scan.Reasons[f] == NotEstimable.None ? null : scan.Reasons[f].ToString(),
        };

    private static object Set(CohortScan scan, int s) =>
        new
        {
            Set = scan.Request.Sets[s].Name,
            Size = scan.Enrichment!.Sizes[s],
            Score = Number(scan.Enrichment.Scores[s]),
            NormalisedScore = Number(scan.Enrichment.NormalizedScores[s]),
            LogP = Number(scan.Enrichment.LogP[s]),
            LogQ = Number(scan.Enrichment.LogAdjustedP[s]),
            LeadingEdge = ScanTables.LeadingEdge(scan, s),
        };

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
