using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refractor.Knowledge;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Cohorts.Testing;

/// <summary>Tests of features as JSON, for programs.</summary>
public static class FeatureTestJson
{
    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The tests of the forms in which a cohort measured a feature.</summary>
    public static string Of(Cohort cohort, IReadOnlyList<FeatureTest> tests) =>
        JsonSerializer.Serialize(new { Cohort = cohort.Name, Tests = tests.Select(Of) }, Form) + "\n";

    private static object Of(FeatureTest test) =>
        new
        {
            Feature = test.Feature.Name,
            test.Feature.Source,
            Level = Terms.Levels.NameOf(test.Feature.Level),
            State = Terms.States.NameOf(test.Feature.State),
            test.Population.Outcome.Endpoint,
            test.Request.Population.Treated,
            test.Request.Population.Subtype,
            Adjusted = test.Request.Adjust,
            test.Population.N,
            test.Population.LeftOut,
            Effect = Of(test.Effect),
            Unadjusted = Of(test.Response?.Effect ?? test.Survival!.Effect),
            Auc = test.Response is { Auc: { IsEstimable: true, Value: var auc } }
                ? new
                {
                    auc.Value,
                    Low = Number(auc.Interval.Low),
                    High = Number(auc.Interval.High),
                }
                : null,
            WilcoxonLogP = test.Response is { Wilcoxon: { IsEstimable: true, Value: var w } } ? Number(w.P.Log) : null,
            Response = test.Response?.Splits.Select(Of),
            ProportionalHazardsP = test.Survival is { } s ? Number(s.ProportionalHazards.Value) : null,
            Concordance = test.Survival is { Concordance: { IsEstimable: true, Value: var c } }
                ? (double?)c.Value
                : null,
            Splits = test.Survival?.Splits.Select(Of),
            Interaction = test.Interaction is { } i ? Of(i) : null,
            Subtypes = test.Subtypes.Select(t => new { t.Subtype.Name, Effect = Of(t.Effect) }),
        };

    private static object Of(Effect effect) =>
        new
        {
            Metric = Terms.Metrics.NameOf(effect.Metric),
            effect.Unit,
            Value = Number(effect.Value),
            Low = Number(effect.Interval.Low),
            High = Number(effect.Interval.High),
            P = Number(effect.P.Value),
            LogP = Number(effect.P.Log),
            effect.N,
            effect.Events,
            Direction = effect.Direction is { } d ? Terms.Effects.NameOf(d) : null,
            Reason = effect.Reason == Statistics.NotEstimable.None ? null : effect.Reason.ToString(),
        };

    private static object Of(ResponseSplit split) =>
        new
        {
            split.Rule,
            CutOff = Number(split.CutOff),
            High = new { split.Table.A, Of = split.Table.FirstRow },
            Low = new { split.Table.C, Of = split.Table.SecondRow },
            OddsRatio = split.Fisher is { IsEstimable: true, Value: var f } ? Number(f.OddsRatio) : null,
            P = split.Fisher is { IsEstimable: true, Value: var g } ? Number(g.P.Value) : null,
        };

    private static object Of(SurvivalSplit split) =>
        new
        {
            Rule = split.Kind.ToString().ToLowerInvariant(),
            CutOff = Number(split.CutOff),
            split.Low,
            split.High,
            P = Number(split.P.Value),
        };

    private static object Of(TreatmentInteraction interaction) =>
        new
        {
            interaction.Therapy,
            Treated = Of(interaction.Treated),
            Untreated = Of(interaction.Untreated),
            Ratio = Number(interaction.Ratio),
            Low = Number(interaction.Interval.Low),
            High = Number(interaction.Interval.High),
            P = Number(interaction.P.Value),
            interaction.Randomised,
            Reason = interaction.Reason == Statistics.NotEstimable.None ? null : interaction.Reason.ToString(),
        };

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
