using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Pairing;

/// <summary>Whose samples are paired; declared before the analysis runs.</summary>
public sealed record PairRequest
{
    /// <summary>The therapy that patients must have been given; null for all patients.</summary>
    public string? Treated { get; init; }

    /// <summary>The subtype; null for all patients.</summary>
    public string? Subtype { get; init; }

    /// <summary>The time of the later sample; null where the cohort has one such time.</summary>
    public TimePoint? Later { get; init; }
}

/// <summary>Two samples of one patient.</summary>
/// <param name="Patient">Index of the patient.</param>
/// <param name="Before">Index of the sample at baseline.</param>
/// <param name="After">Index of the later sample.</param>
public sealed record SamplePair(int Patient, int Before, int After);

/// <summary>A patient with one side of a pair.</summary>
/// <param name="Patient">Identifier.</param>
/// <param name="Reason">Which side is missing.</param>
public sealed record Unpaired(string Patient, string Reason);

/// <summary>
/// The complete pairs of a cohort: one sample at baseline and one at the later time, both measured. Of several samples of one time the
/// first one of the cohort counts, so that every patient counts once.
/// </summary>
/// <param name="Request">What was declared.</param>
/// <param name="Later">The later time.</param>
/// <param name="Pairs">One a patient, in the order of the patients.</param>
/// <param name="LeftOut">The other patients, by reason; pairs + left out = patients of the cohort.</param>
/// <param name="Unpaired">Those of the left out who have one side of a pair, by name.</param>
public sealed record SamplePairs(
    PairRequest Request,
    TimePoint Later,
    IReadOnlyList<SamplePair> Pairs,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<Unpaired> Unpaired
)
{
    /// <summary>Finds the pairs.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">Whose samples.</param>
    /// <param name="measured">What was measured, in words such as "in expression".</param>
    /// <param name="isMeasured">Whether a sample was measured.</param>
    /// <exception cref="CohortLacksException">
    /// The cohort has no later samples, several later times of which none was chosen, or no such therapy or subtype.
    /// </exception>
    public static SamplePairs Of(Cohort cohort, PairRequest request, string measured, Func<int, bool> isMeasured)
    {
        var (before, after) = (new int?[cohort.Patients.Count], new int?[cohort.Patients.Count]);
        var usable = Enumerable.Range(0, cohort.Samples.Count).Where(isMeasured).ToList();
        var later = LaterTime(cohort, request, measured, usable);
        foreach (var s in usable)
            if (cohort.Samples[s] is { Time: TimePoint.Baseline } early)
                before[early.Patient] ??= s;
            else if (cohort.Samples[s] is var late && late.Time == later)
                after[late.Patient] ??= s;
        var choice = PatientChoice.Of(cohort, request.Treated, null, request.Subtype);
        var time = TimePoints.InWords(later);
        (string Reason, Func<int, bool> Has)[] sides =
        [
            ($"no sample {measured}", p => before[p] is not null || after[p] is not null),
            ($"no baseline sample {measured}", p => before[p] is not null),
            ($"no sample {time} {measured}", p => after[p] is not null),
        ];
        var unpaired = new List<Unpaired>();
        foreach (var (reason, has) in sides)
        {
            if (reason != sides[0].Reason)
                unpaired.AddRange(Missing(cohort, choice, reason, has));
            choice.Keep(reason, has);
        }
        return new SamplePairs(
            request,
            later,
            [
                .. Enumerable
                    .Range(0, cohort.Patients.Count)
                    .Where(p => choice.Included[p])
                    .Select(p => new SamplePair(p, before[p]!.Value, after[p]!.Value)),
            ],
            choice.LeftOut,
            unpaired
        );
    }

    private static IEnumerable<Unpaired> Missing(
        Cohort cohort,
        PatientChoice choice,
        string reason,
        Func<int, bool> has
    ) =>
        Enumerable
            .Range(0, cohort.Patients.Count)
            .Where(p => choice.Included[p] && !has(p))
            .Select(p => new Unpaired(cohort.Patients[p], reason));

    private static TimePoint LaterTime(Cohort cohort, PairRequest request, string measured, List<int> usable)
    {
        var times = usable
            .Select(s => cohort.Samples[s].Time)
            .Where(TimePoints.IsLater)
            .CountBy(t => t)
            .OrderBy(t => t.Key)
            .ToList();
        var found = string.Join(", ", times.Select(t => $"{TimePoints.Names.NameOf(t.Key)} ({t.Value} samples)"));
        if (times.Count == 0)
            throw new CohortLacksException(
                $"The cohort {cohort.Name} has no pairs: all its samples {measured} are at baseline. If it has later samples, the mapping tells their times (clinical: time)."
            );
        if (request.Later is { } asked)
            return times.Exists(t => t.Key == asked)
                ? asked
                : throw new CohortLacksException(
                    $"The cohort {cohort.Name} has no sample {TimePoints.InWords(asked)} {measured}; it has {found}."
                );
        return times.Count == 1
            ? times[0].Key
            : throw new CohortLacksException(
                $"The cohort {cohort.Name} has later samples of several times; name one: {found}."
            );
    }
}
