using Refractor.Cohorts.Recomputing;
using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Replicating;

/// <summary>How a cohort would test a finding.</summary>
/// <param name="Feature">The feature as the cohort measured it.</param>
/// <param name="Request">Endpoint, treatment and subtype.</param>
/// <param name="Note">Where it looks at something near but not the same.</param>
internal sealed record TestPlan(CohortFeature Feature, PopulationRequest Request, string Note);

/// <summary>Decides whether a cohort can test a finding: same level, same endpoint, a therapy that it tells of, a subtype that it tells.</summary>
internal sealed class Testability(Cohort cohort, Lexicon lexicon)
{
    private static readonly string[][] SameEndpoints =
    [
        ["DFS", "RFS"],
    ];
    private readonly FeatureFinder _finder = new(lexicon);
    private readonly PublishedContrast _contrast = new(lexicon);
    private readonly Dictionary<string, IReadOnlyList<CohortFeature>> _found = new(StringComparer.Ordinal);

    /// <summary>The plan, or the reason why there is none.</summary>
    public (TestPlan? Plan, string Reason) Of(EvidenceItem item)
    {
        if (!item.IsClinical)
            return (null, "not a finding in patients");
        if (item.Relation is not (Relation.Predictive or Relation.Prognostic))
            return (null, "neither response nor outcome");
        if (item.Effect == Knowledge.Effect.Mixed)
            return (null, "no direction published");
        if (ComparesArms(item))
            return (null, "compares those given the therapy with those not; asks for an interaction");
        var (feature, featureReason) = FeatureOf(item);
        if (feature is null)
            return (null, featureReason);
        var (endpoint, endpointNote) = EndpointOf(item);
        if (endpoint is null)
            return (null, $"endpoint {item.Endpoint} not recorded");
        if (
            item.Setting is Setting.Neoadjuvant or Setting.Adjuvant or Setting.Metastatic
            && cohort.Setting is { } setting
            && setting != Setting.Any
            && setting != item.Setting
        )
            return (null, $"other setting ({Terms.Settings.NameOf(setting)})");
        var (treated, therapyNote, therapyReason) = TherapyOf(item);
        if (therapyReason.Length > 0)
            return (null, therapyReason);
        var subtype = item.Subtype is { Name: not "any" } named ? named.Name : null;
        if (subtype is not null && SubtypeMembers.Of(cohort, subtype) is null)
            return (null, $"{subtype} cannot be told");
        var sameNote = CohortNames.Names(item.Paper, cohort) ? "patients of the publication itself, no others" : "";
        var note = string.Join("; ", new[] { sameNote, endpointNote, therapyNote }.Where(n => n.Length > 0));
        return (
            new TestPlan(
                feature,
                new PopulationRequest
                {
                    Endpoint = endpoint,
                    Treated = treated,
                    Subtype = subtype,
                },
                note
            ),
            ""
        );
    }

    /// <summary>
    /// Whether the finding is about the benefit of a therapy in carriers of the feature. How carriers fare among the treated says nothing
    /// for or against it: they may do worse than others and yet gain more. Trials of both arms are known by their design; a registry is
    /// known by its contrast, which is then between therapies.
    /// </summary>
    private bool ComparesArms(EvidenceItem item) =>
        item.Relation == Relation.Predictive
        && (
            item.PredictiveDesign is PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms
            || _contrast.IsBetweenTherapies(item)
        );

    private (CohortFeature? Feature, string Reason) FeatureOf(EvidenceItem item)
    {
        if (!_found.TryGetValue(item.Feature.Name, out var found))
            _found[item.Feature.Name] = found = _finder.Find(cohort, item.Feature.Name);
        if (found.Count == 0)
            return (null, "feature not measured");
        return found.FirstOrDefault(f => f.Level == item.Level) is { } same
            ? (same, "")
            : (
                null,
                $"measured at another level ({string.Join(", ", found.Select(f => Terms.Levels.NameOf(f.Level)).Distinct())})"
            );
    }

    private (string? Endpoint, string Note) EndpointOf(EvidenceItem item)
    {
        if (cohort.FindOutcome(item.Endpoint) is { } same)
            return (same.Endpoint, "");
        var near = SameEndpoints
            .Where(e => e.Contains(item.Endpoint))
            .SelectMany(e => e)
            .Select(cohort.FindOutcome)
            .FirstOrDefault(o => o is not null);
        return near is null ? (null, "") : (near.Endpoint, $"{near.Endpoint} for {item.Endpoint}");
    }

    /// <summary>Predictive findings ask for patients given the therapy, or a class above it that the cohort tells of; prognostic ones for all.</summary>
    private (string? Treated, string Note, string Reason) TherapyOf(EvidenceItem item)
    {
        if (item.Therapies.Count == 0)
            return (null, "", "");
        if (item.Relation == Relation.Prognostic)
            return (null, "all patients, whatever they were given", "");
        foreach (var therapy in item.Therapies)
            if (cohort.FindTreatment(therapy.Name) is { } same)
                return (
                    same.Therapy,
                    item.Therapies.Count > 1 ? $"patients given {therapy.Label}, with or without the others" : "",
                    ""
                );
        foreach (var therapy in item.Therapies)
            if (
                cohort.Treatments.FirstOrDefault(t =>
                    lexicon.FindTherapy(t.Therapy) is { } above && lexicon.IsWithin(therapy, above)
                ) is
                { } broader
            )
                return (broader.Therapy, $"patients given {broader.Therapy.Replace('_', ' ')} of any kind", "");
        return (null, "", $"not told who was given {item.Therapies[0].Label}");
    }
}
