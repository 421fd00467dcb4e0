namespace Refractor.Cohorts.Selecting;

/// <summary>Whom an analysis looks at; declared before it runs.</summary>
public sealed record PopulationRequest
{
    /// <summary>The endpoint, such as <c>OS</c> or <c>pCR</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>The therapy that patients must have been given; null for all patients.</summary>
    public string? Treated { get; init; }

    /// <summary>The therapy that patients must not have been given; null for no such condition.</summary>
    public string? Untreated { get; init; }

    /// <summary>The subtype; null for all patients.</summary>
    public string? Subtype { get; init; }
}

/// <summary>Patients left out of an analysis for one reason.</summary>
/// <param name="Reason">In words.</param>
/// <param name="Patients">How many; a patient counts for the first reason that applies.</param>
public sealed record LeftOut(string Reason, int Patients);

/// <summary>The patients of an analysis, and why the others are not among them.</summary>
/// <param name="Outcome">The endpoint.</param>
/// <param name="Included">n flags, one a patient of the cohort.</param>
/// <param name="LeftOut">The others, by reason; included + left out = patients of the cohort.</param>
public sealed record Population(Outcome Outcome, IReadOnlyList<bool> Included, IReadOnlyList<LeftOut> LeftOut)
{
    /// <summary>Patients included.</summary>
    public int N => Included.Count(i => i);

    /// <summary>Chooses the patients.</summary>
    /// <exception cref="ArgumentException">The cohort has no such endpoint, therapy or subtype; the message names what it has.</exception>
    public static Population Of(Cohort cohort, PopulationRequest request)
    {
        var outcome =
            cohort.FindOutcome(request.Endpoint)
            ?? throw new CohortLacksException(
                $"The cohort {cohort.Name} has no endpoint {request.Endpoint}; it has {Names(cohort.Outcomes.Select(o => o.Endpoint))}."
            );
        var choice = PatientChoice.Of(cohort, request.Treated, request.Untreated, request.Subtype);
        choice.Keep($"{outcome.Endpoint} not known", p => IsKnown(outcome, p));
        return new Population(outcome, choice.Included, choice.LeftOut);
    }

    /// <summary>The same without those in whom a feature was not measured.</summary>
    public Population With(CohortFeature feature)
    {
        var choice = new PatientChoice(Included, LeftOut);
        choice.Keep($"{feature.Name} not measured", p => !double.IsNaN(feature.Values[p]));
        return new Population(Outcome, choice.Included, choice.LeftOut);
    }

    /// <summary>The same with only some of the patients.</summary>
    /// <param name="reason">Why the others are left out.</param>
    /// <param name="keep">Whether a patient stays.</param>
    public Population Where(string reason, Func<int, bool> keep)
    {
        var choice = new PatientChoice(Included, LeftOut);
        choice.Keep(reason, keep);
        return new Population(Outcome, choice.Included, choice.LeftOut);
    }

    /// <summary>The indices of the patients included.</summary>
    public int[] Indices() => [.. Enumerable.Range(0, Included.Count).Where(p => Included[p])];

    private static bool IsKnown(Outcome outcome, int patient) =>
        outcome switch
        {
            SurvivalOutcome survival => !double.IsNaN(survival.Months[patient])
                && !double.IsNaN(survival.Event[patient]),
            ResponseOutcome response => response.Responded[patient] is not null,
            _ => false,
        };

    internal static string Names(IEnumerable<string> names) => names.Any() ? string.Join(", ", names) : "none";
}
