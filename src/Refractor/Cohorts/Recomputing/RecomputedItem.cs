using System.Globalization;
using Refractor.Cohorts.Replicating;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Recomputing;

/// <summary>Recomputed findings in the form of published ones, so that grade and conflict are derived over both alike.</summary>
public static class RecomputedItem
{
    // A p below what a double holds is told as a bound, never as 0.
    private const double SmallestP = 1e-300;

    // The name that the vocabulary has for systemic treatment that a source does not tell.
    private const string UnnamedTherapy = "standard_therapy";

    /// <summary>What a cohort says of a published finding, as a finding of its own.</summary>
    /// <param name="replication">The test.</param>
    /// <param name="source">The cohort.</param>
    /// <param name="number">Number among the findings of the cohort, from 1.</param>
    /// <returns>Null if it was not testable or nothing is decided, see <see cref="RecomputedEffect"/>.</returns>
    public static EvidenceItem? Of(Replication replication, CohortSource source, int number) =>
        replication is { Effect: { } effect, Feature: { } measured, Request: { } request }
        && RecomputedEffect.Of(effect, measured) is { } found
            ? Make(
                source,
                number,
                new Subject(replication.Item.Feature, measured, replication.Item.State, request),
                effect,
                found,
                Design(replication.Item.Relation),
                []
            )
            : null;

    /// <summary>
    /// The test of a feature as findings: its effect among those looked at and, where a therapy was asked about and others were not given
    /// it, whether it changes the benefit.
    /// </summary>
    /// <param name="test">The test.</param>
    /// <param name="feature">The feature in the vocabulary.</param>
    /// <param name="source">The cohort.</param>
    /// <param name="number">Number of the first among the findings of the cohort, from 1.</param>
    /// <returns>Empty if nothing is decided.</returns>
    public static IReadOnlyList<EvidenceItem> Of(FeatureTest test, Feature feature, CohortSource source, int number)
    {
        var items = new List<EvidenceItem>();
        var subject = new Subject(feature, test.Feature, test.Feature.State, test.Request.Population);
        if (RecomputedEffect.Of(test.Effect, test.Feature) is { } found)
            items.Add(
                Make(source, number, subject, test.Effect, found, DesignOf(test), test.Request.Adjust, GroupsOf(test))
            );
        if (test.Interaction is { } interaction && OfInteraction(interaction, test) is { } ratio)
            if (RecomputedEffect.Of(ratio, test.Feature) is { } changes)
                items.Add(
                    Make(
                        source,
                        number + items.Count,
                        subject with
                        {
                            Request = subject.Request with { Treated = interaction.Therapy },
                        },
                        ratio,
                        changes,
                        (Relation.Predictive, PredictiveDesign.InteractionTested),
                        test.Request.Adjust
                    )
                );
        return items;
    }

    /// <summary>The ratio of the effect among the treated to that among the untreated, as an effect of both.</summary>
    private static Testing.Effect? OfInteraction(TreatmentInteraction interaction, FeatureTest test) =>
        double.IsNaN(interaction.Ratio)
            ? null
            : test.Effect with
            {
                Unit = $"{interaction.Treated.Unit}, ratio of those given {interaction.Therapy} to those not",
                Value = interaction.Ratio,
                Interval = interaction.Interval,
                P = interaction.P,
                N = interaction.Treated.N + interaction.Untreated.N,
                Events = interaction.Treated.Events + interaction.Untreated.Events,
                Reason = interaction.Reason,
            };

    /// <summary>Response is always response to a treatment, named or not; survival of all patients is not.</summary>
    private static (Relation, PredictiveDesign) DesignOf(FeatureTest test) =>
        test.Request.Population.Treated is null && test.Response is null
            ? (Relation.Prognostic, PredictiveDesign.NotApplicable)
            : (Relation.Predictive, PredictiveDesign.TreatedOnly);

    private static (Relation, PredictiveDesign) Design(Relation published) =>
        published == Relation.Predictive
            ? (Relation.Predictive, PredictiveDesign.TreatedOnly)
            : (published, PredictiveDesign.NotApplicable);

    private static EvidenceItem Make(
        CohortSource source,
        int number,
        Subject subject,
        Testing.Effect effect,
        Knowledge.Effect found,
        (Relation Relation, PredictiveDesign Predictive) design,
        IReadOnlyList<string> adjusted,
        IReadOnlyList<ResultGroup>? groups = null
    )
    {
        var therapy =
            subject.Request.Treated is { } treated ? source.Lexicon.FindTherapy(treated)
            : design.Relation == Relation.Predictive ? source.Lexicon.FindTherapy(UnnamedTherapy)
            : null;
        return new EvidenceItem
        {
            Id = $"{Letters(source.Cohort.Name)}-{number.ToString(CultureInfo.InvariantCulture)}",
            Paper = source.Paper,
            Feature = subject.Feature,
            FeatureName = subject.Feature.Name,
            Level = subject.Measured.Level,
            State = subject.State,
            Relation = design.Relation,
            Effect = found,
            Therapies = therapy is null ? [] : [therapy],
            Modality = therapy?.Modality ?? "mixed",
            Setting = source.Cohort.Setting ?? Setting.Any,
            Population = PopulationOf(source.Cohort, subject.Request),
            Subtype = source.Lexicon.FindSubtype(subject.Request.Subtype ?? "any"),
            Timing = Timing.PreTreatment,
            Design = Knowledge.Design.RetrospectiveCohort,
            N = effect.N,
            Events = effect.Events,
            PredictiveDesign = design.Predictive,
            Endpoint = Terms.Endpoints.Contains(subject.Request.Endpoint) ? subject.Request.Endpoint : "other",
            Result = new EvidenceResult
            {
                Metric = effect.Metric,
                Estimate = effect.Value,
                Interval = new Knowledge.Interval(effect.Interval.Low, effect.Interval.High),
                P =
                    !effect.P.IsKnown ? null
                    : effect.P.Value < SmallestP ? new Knowledge.PValue(SmallestP, "<")
                    : new Knowledge.PValue(effect.P.Value, "="),
                Groups = groups ?? [],
                Reference = effect.Unit,
                AdjustedFor = adjusted,
            },
            Checked = Checked.Page,
            Note = NoteOf(source.Cohort, subject, design.Predictive),
        };
    }

    /// <summary>For a status, how many patients have it and have it not, and what share of them responded.</summary>
    private static IReadOnlyList<ResultGroup> GroupsOf(FeatureTest test) =>
        !test.Feature.IsStatus ? []
        : test.Response is { Splits: [var split, ..] }
            ?
            [
                Group(split.Rule, split.Table.A, split.Table.FirstRow),
                Group("others", split.Table.C, split.Table.SecondRow),
            ]
        : test.Survival is { Splits: [var parts, ..] }
            ? [new ResultGroup("with it", parts.High, null), new ResultGroup("without it", parts.Low, null)]
        : [];

    private static ResultGroup Group(string label, long responses, long patients) =>
        new(label, checked((int)patients), patients > 0 ? responses / (double)patients : null);

    private static string PopulationOf(Cohort cohort, PopulationRequest request)
    {
        var given = request.Treated is { } treated ? $"given {treated.Replace('_', ' ')}" : "whatever they were given";
        return $"patients of {cohort.Name}, {given}";
    }

    private static string NoteOf(Cohort cohort, Subject subject, PredictiveDesign design)
    {
        var chance = subject.Request.Treated is { } therapy && cohort.FindTreatment(therapy)?.Randomised == true;
        var confounded =
            design == PredictiveDesign.InteractionTested && !chance
                ? " Who was given the therapy was not decided by chance."
                : "";
        var data = subject.Measured.Source == "clinical" ? "clinical data" : subject.Measured.Source;
        return $"Recomputed from {data} of the cohort {cohort.Name}; not published.{confounded}";
    }

    private static string Letters(string name) =>
        new([.. name.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)]);

    /// <summary>What was tested, in whom.</summary>
    private sealed record Subject(
        Feature Feature,
        CohortFeature Measured,
        FeatureState State,
        PopulationRequest Request
    );
}
