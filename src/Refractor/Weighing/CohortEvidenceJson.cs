using System.Text.Json;
using Refractor.Associations;
using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;

namespace Refractor.Weighing;

/// <summary>Writes what cohorts say beside an answer or an overview: the property <c>inCohorts</c>, see docs/file-formats.md.</summary>
public static class CohortEvidenceJson
{
    /// <summary>Writes the property.</summary>
    public static void Write(Utf8JsonWriter json, CohortEvidence evidence)
    {
        json.WriteStartObject("inCohorts");
        WriteCohorts(json, evidence);
        json.WriteStartArray("findings");
        foreach (var finding in evidence.Replications)
            Write(json, finding);
        json.WriteEndArray();
        json.WriteStartArray("associations");
        foreach (var weighed in evidence.Weighed)
            Write(json, weighed);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCohorts(Utf8JsonWriter json, CohortEvidence evidence)
    {
        json.WriteStartArray("cohorts");
        foreach (var cohort in evidence.Shelf.Cohorts)
        {
            json.WriteStartObject();
            json.WriteString("name", cohort.Name);
            json.WriteString("digest", cohort.Digest);
            json.WriteNumber("patients", cohort.Patients.Count);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("leftOut");
        foreach (var (name, reason) in evidence.Shelf.LeftOut)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, PooledReplication finding)
    {
        json.WriteStartObject();
        json.WriteString("item", finding.Item.Id);
        json.WriteString("effect", Terms.Effects.NameOf(finding.Item.Effect));
        json.WriteStartArray("cohorts");
        foreach (var replication in finding.ByCohort)
            Write(json, replication);
        json.WriteEndArray();
        if (finding.Pooled is { IsEstimable: true, Value: var pooled })
        {
            json.WriteStartObject("pooled");
            json.WriteNumber("cohorts", pooled.Studies);
            Ratio(json, Math.Exp(pooled.Effect), Math.Exp(pooled.Interval.Low), Math.Exp(pooled.Interval.High));
            Number(json, "logP", pooled.P.Log);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Replication r)
    {
        json.WriteStartObject();
        json.WriteString("cohort", r.Cohort);
        json.WriteString("verdict", ReplicationTables.NameOf(r.Verdict));
        if (r.Reason.Length > 0)
            json.WriteString("reason", r.Reason);
        if (r.Effect is { } effect)
        {
            json.WriteString("metric", Terms.Metrics.NameOf(effect.Metric));
            json.WriteString("unit", effect.Unit);
            Ratio(json, effect.Value, effect.Interval.Low, effect.Interval.High);
            Number(json, "logP", effect.P.Log);
            json.WriteNumber("n", effect.N);
            json.WriteNumber("events", effect.Events);
            Number(json, "detectable", r.Detectable);
        }
        if (r.Note.Length > 0)
            json.WriteString("note", r.Note);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, WeighedAssociation weighed)
    {
        json.WriteStartObject();
        json.WriteString("feature", weighed.Literature.Feature.Name);
        json.WriteString("role", weighed.Literature.Role.ToString().ToLowerInvariant());
        Strings(json, "published", weighed.Literature.Items.Select(i => i.Id));
        Strings(json, "recomputed", weighed.Recomputed.Select(i => i.Id));
        Verdict(json, "literature", weighed.Literature);
        Verdict(json, "withCohorts", weighed.WithCohorts);
        json.WriteEndObject();
    }

    private static void Verdict(Utf8JsonWriter json, string name, Association association)
    {
        json.WriteStartObject(name);
        json.WriteString("state", Conflict.NameOf(association.Verdict.State));
        json.WriteString("grade", Grading.Letter(association.Grade));
        json.WriteNumber("sources", association.Verdict.Sources);
        json.WriteString("rule", association.Verdict.Rule);
        json.WriteEndObject();
    }

    private static void Ratio(Utf8JsonWriter json, double ratio, double low, double high)
    {
        Number(json, "estimate", ratio);
        Number(json, "low", low);
        Number(json, "high", high);
    }

    /// <summary>A number that could not be computed is left out with its name.</summary>
    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
    }

    private static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
