using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Replicating;

/// <summary>Replications as JSON, for programs.</summary>
public static class ReplicationJson
{
    /// <summary>All findings with what each cohort says, and the recipes of what was recomputed.</summary>
    /// <param name="replications">The findings.</param>
    /// <param name="cohorts">The cohorts, in the order in which they were asked.</param>
    /// <param name="lexicon">Subtypes.</param>
    public static string Of(
        IReadOnlyList<PooledReplication> replications,
        IReadOnlyList<Cohort> cohorts,
        Lexicon lexicon
    ) =>
        JsonForm.Text(
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
                        Low = JsonForm.Number(Math.Exp(p.Interval.Low)),
                        High = JsonForm.Number(Math.Exp(p.Interval.High)),
                        LogP = JsonForm.Number(p.P.Log),
                        p.Tau2,
                    }
                    : null,
                Recipes = r.IsTestable ? ReplicationRecipes.Of(r, cohorts, lexicon) : null,
            })
        );

    private static object Of(Replication r) =>
        new
        {
            r.Cohort,
            Verdict = ReplicationTables.NameOf(r.Verdict),
            Reason = r.Reason.Length > 0 ? r.Reason : null,
            Note = r.Note.Length > 0 ? r.Note : null,
            Metric = r.Effect is { } e ? Terms.Metrics.NameOf(e.Metric) : null,
            r.Effect?.Unit,
            Estimate = JsonForm.Number(r.Effect?.Value),
            Low = JsonForm.Number(r.Effect?.Interval.Low),
            High = JsonForm.Number(r.Effect?.Interval.High),
            LogP = JsonForm.Number(r.Effect?.P.Log),
            r.Effect?.N,
            r.Effect?.Events,
            Detectable = JsonForm.Number(r.Detectable),
        };
}
