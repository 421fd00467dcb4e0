using Refractor.Knowledge;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Cohorts.Testing;

/// <summary>Tests of features as JSON, for programs.</summary>
public static class FeatureTestJson
{
    /// <summary>The tests of the forms in which a cohort measured a feature.</summary>
    public static string Of(Cohort cohort, IReadOnlyList<FeatureTest> tests) =>
        JsonForm.Text(
            new
            {
                Cohort = cohort.Name,
                cohort.Digest,
                Tests = tests.Select(t => Of(cohort, t)),
            }
        );

    private static object Of(Cohort cohort, FeatureTest test) =>
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
                    Low = JsonForm.Number(auc.Interval.Low),
                    High = JsonForm.Number(auc.Interval.High),
                }
                : null,
            WilcoxonLogP = test.Response is { Wilcoxon: { IsEstimable: true, Value: var w } }
                ? JsonForm.Number(w.P.Log)
                : null,
            Response = test.Response?.Splits.Select(Of),
            ProportionalHazardsP = test.Survival is { } s ? JsonForm.Number(s.ProportionalHazards.Value) : null,
            Concordance = test.Survival is { Concordance: { IsEstimable: true, Value: var c } }
                ? (double?)c.Value
                : null,
            Splits = test.Survival?.Splits.Select(Of),
            Interaction = test.Interaction is { } i ? Of(i) : null,
            Subtypes = test.Subtypes.Select(t => new { t.Subtype.Name, Effect = Of(t.Effect) }),
            Recipes = new FeatureTestRecipes(cohort, test).All,
        };

    private static object Of(Effect effect) =>
        new
        {
            Metric = Terms.Metrics.NameOf(effect.Metric),
            effect.Unit,
            Value = JsonForm.Number(effect.Value),
            Low = JsonForm.Number(effect.Interval.Low),
            High = JsonForm.Number(effect.Interval.High),
            P = JsonForm.Number(effect.P.Value),
            LogP = JsonForm.Number(effect.P.Log),
            effect.N,
            effect.Events,
            Direction = effect.Direction is { } d ? Terms.Effects.NameOf(d) : null,
            Reason = JsonForm.Reason(effect.Reason),
        };

    private static object Of(ResponseSplit split) =>
        new
        {
            split.Rule,
            CutOff = JsonForm.Number(split.CutOff),
            High = new { split.Table.A, Of = split.Table.FirstRow },
            Low = new { split.Table.C, Of = split.Table.SecondRow },
            OddsRatio = split.Fisher is { IsEstimable: true, Value: var f } ? JsonForm.Number(f.OddsRatio) : null,
            P = split.Fisher is { IsEstimable: true, Value: var g } ? JsonForm.Number(g.P.Value) : null,
        };

    private static object Of(SurvivalSplit split) =>
        new
        {
            Rule = split.Kind.ToString().ToLowerInvariant(),
            CutOff = JsonForm.Number(split.CutOff),
            split.Low,
            split.High,
            P = JsonForm.Number(split.P.Value),
        };

    private static object Of(TreatmentInteraction interaction) =>
        new
        {
            interaction.Therapy,
            Treated = Of(interaction.Treated),
            Untreated = Of(interaction.Untreated),
            Ratio = JsonForm.Number(interaction.Ratio),
            Low = JsonForm.Number(interaction.Interval.Low),
            High = JsonForm.Number(interaction.Interval.High),
            P = JsonForm.Number(interaction.P.Value),
            interaction.Randomised,
            Reason = JsonForm.Reason(interaction.Reason),
        };
}
