using Refractor.Cohorts.Selecting;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Testing;

/// <summary>The effect of a feature within a subtype.</summary>
/// <param name="Subtype">Subtype of the vocabulary.</param>
/// <param name="Effect">Its effect there.</param>
public sealed record SubtypeEffect(Subtype Subtype, Effect Effect);

/// <summary>One feature of a cohort tested in full against one endpoint.</summary>
/// <param name="Cohort">Name of the cohort.</param>
/// <param name="Feature">The feature.</param>
/// <param name="Request">What was declared.</param>
/// <param name="Population">Who was looked at, and why the others were not.</param>
/// <param name="Response">Against response; null for survival.</param>
/// <param name="Survival">Against survival; null for response.</param>
/// <param name="Interaction">With the therapy; null if none was asked about.</param>
/// <param name="Subtypes">By subtype, where the cohort tells subtypes and has enough patients.</param>
public sealed record FeatureTest(
    string Cohort,
    CohortFeature Feature,
    FeatureTestRequest Request,
    Population Population,
    ResponseTest? Response,
    SurvivalTest? Survival,
    TreatmentInteraction? Interaction,
    IReadOnlyList<SubtypeEffect> Subtypes
)
{
    /// <summary>Subtypes with fewer patients are not looked at.</summary>
    public const int SmallestSubtype = 20;

    /// <summary>The effect that stands for the test: adjusted if it was asked for.</summary>
    public Effect Effect => Response is { } r ? r.Adjusted ?? r.Effect : Survival!.Adjusted ?? Survival.Effect;

    /// <summary>Tests a feature.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="feature">The feature as the cohort measured it.</param>
    /// <param name="request">What to test.</param>
    /// <param name="lexicon">Subtypes.</param>
    /// <exception cref="ArgumentException">The cohort lacks the endpoint, therapy, subtype or covariate; the message names what it has.</exception>
    public static FeatureTest Run(Cohort cohort, CohortFeature feature, FeatureTestRequest request, Lexicon lexicon)
    {
        var everybody = Population.Of(cohort, request.Population);
        var population = everybody.With(feature);
        var patients = population.Indices();
        var response = population.Outcome is ResponseOutcome r
            ? new ResponseTester(cohort, feature, r, patients).Run(request.Adjust, request.CutOff)
            : null;
        var survival = population.Outcome is SurvivalOutcome s
            ? new SurvivalTester(cohort, feature, s, patients).Run(request.Adjust, request.CutOff)
            : null;
        return new FeatureTest(
            cohort.Name,
            feature,
            request,
            population,
            response,
            survival,
            Interact(cohort, feature, request),
            request.Population.Subtype is null ? BySubtype(cohort, feature, request, population, lexicon) : []
        );
    }

    private static TreatmentInteraction? Interact(Cohort cohort, CohortFeature feature, FeatureTestRequest request)
    {
        if (
            (request.Interaction ?? request.Population.Treated) is not { } therapy
            || cohort.FindTreatment(therapy) is not { } treatment
        )
            return null;
        return new InteractionTester(cohort, feature, treatment).Run(
            BothArms(cohort, feature, request, treatment),
            request.Adjust
        );
    }

    /// <summary>The patients of both arms of a therapy, whatever the request says of it.</summary>
    internal static Population BothArms(
        Cohort cohort,
        CohortFeature feature,
        FeatureTestRequest request,
        Treatment treatment
    ) =>
        Population
            .Of(
                cohort,
                request.Population with
                {
                    Treated = Other(request.Population.Treated, treatment.Therapy),
                    Untreated = Other(request.Population.Untreated, treatment.Therapy),
                }
            )
            .With(feature)
            .Where("treatment not known", p => treatment.Given[p] is not null);

    private static string? Other(string? condition, string therapy) =>
        string.Equals(condition, therapy, StringComparison.OrdinalIgnoreCase) ? null : condition;

    private static List<SubtypeEffect> BySubtype(
        Cohort cohort,
        CohortFeature feature,
        FeatureTestRequest request,
        Population population,
        Lexicon lexicon
    )
    {
        var effects = new List<SubtypeEffect>();
        foreach (var subtype in lexicon.Subtypes.Where(t => t.Name != "any"))
        {
            if (SubtypeMembers.Of(cohort, subtype.Name) is not { } members)
                continue;
            var patients = population.Indices().Where(p => members[p] == true).ToArray();
            if (patients.Length < SmallestSubtype)
                continue;
            var adjustment = new Adjustment(cohort, request.Adjust, patients);
            var effect = population.Outcome is SurvivalOutcome survival
                ? new SurvivalTester(cohort, feature, survival, patients).HazardRatio(adjustment)
                : new ResponseTester(cohort, feature, (ResponseOutcome)population.Outcome, patients).OddsRatio(
                    adjustment
                );
            effects.Add(new SubtypeEffect(subtype, effect));
        }
        return effects;
    }
}
