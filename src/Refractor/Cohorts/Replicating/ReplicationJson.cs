using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Replicating;

/// <summary>Replications as JSON, for programs.</summary>
public static class ReplicationJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All findings with what each cohort says.</summary>
    public static string Of(IReadOnlyList<PooledReplication> replications) =>
        JsonSerializer.Serialize(
            replications.Select(r => new
            {
                Item = r.Item.Id,
                Feature = r.Item.Feature.Name,
                Effect = Terms.Effects.NameOf(r.Item.Effect),
                Therapies = r.Item.Therapies.Select(t => t.Name),
                r.Item.Endpoint,
                Cohorts = r.ByCohort.Select(Of),
                Pooled = r.Pooled is { IsEstimable: true, Value: var p }
                    ? new
                    {
                        Ratio = Math.Exp(p.Effect),
                        Low = Number(Math.Exp(p.Interval.Low)),
                        High = Number(Math.Exp(p.Interval.High)),
                        LogP = Number(p.P.Log),
                        p.Tau2,
                    }
                    : null,
            }),
            Form
        ) + "\n";

    private static object Of(Replication r) =>
        new
        {
            r.Cohort,
            Verdict = ReplicationTables.NameOf(r.Verdict),
            Reason = r.Reason.Length > 0 ? r.Reason : null,
            Note = r.Note.Length > 0 ? r.Note : null,
            Metric = r.Effect is { } e ? Terms.Metrics.NameOf(e.Metric) : null,
            r.Effect?.Unit,
            Estimate = Number(r.Effect?.Value),
            Low = Number(r.Effect?.Interval.Low),
            High = Number(r.Effect?.Interval.High),
            LogP = Number(r.Effect?.P.Log),
            r.Effect?.N,
            r.Effect?.Events,
            Detectable = Number(r.Detectable),
        };

    private static double? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
