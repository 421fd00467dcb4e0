using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Scanning;

/// <summary>A subtype with the scan of its patients, which is a family of tests of its own.</summary>
/// <param name="Subtype">Controlled name of the vocabulary.</param>
/// <param name="Scan">The scan; its q values are over its own features.</param>
public sealed record ScannedSubtype(string Subtype, CohortScan Scan);

/// <summary>A subtype that was not scanned.</summary>
/// <param name="Subtype">Controlled name of the vocabulary.</param>
/// <param name="Reason">In words.</param>
public sealed record UnscannedSubtype(string Subtype, string Reason);

/// <summary>A scan within each of several subtypes that have no patient in common, and where their effects differ.</summary>
/// <param name="Request">What was declared.</param>
/// <param name="Scans">Subtypes with enough patients.</param>
/// <param name="Unscanned">The others, with the reason.</param>
/// <param name="Differences">Whether effects differ between the subtypes; null with fewer than two of them.</param>
public sealed record SubtypeScan(
    ScanRequest Request,
    IReadOnlyList<ScannedSubtype> Scans,
    IReadOnlyList<UnscannedSubtype> Unscanned,
    SubtypeDifferences? Differences
)
{
    /// <summary>Subtypes with fewer patients are not scanned.</summary>
    public const int FewestPatients = 20;

    /// <summary>
    /// Subtypes with fewer events, or fewer patients with or without response, are not scanned: estimates from fewer are unstable
    /// (Peduzzi et al., J Clin Epidemiol 1995).
    /// </summary>
    public const int FewestEvents = 10;

    // Within each line no patient belongs to two subtypes, so that their effects are independent. The first line that a cohort tells
    // apart is taken.
    private static readonly string[][] Divisions =
    [
        ["TNBC", "HER2+", "HR+/HER2-"],
        ["HR+", "HR-"],
        ["luminal_A", "luminal_B", "basal_like"],
    ];

    /// <summary>Scans a cohort by subtype.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">What to test, in patients of every subtype.</param>
    /// <param name="progress">Told of each step and how far it is; null for none.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="CohortLacksException">The cohort tells no subtypes apart, or lacks what is asked for.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static SubtypeScan Run(
        Cohort cohort,
        ScanRequest request,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var division =
            Divisions.FirstOrDefault(d => d.Count(s => IsTold(cohort, s)) > 1)
            ?? throw new CohortLacksException(
                $"The cohort {cohort.Name} tells no subtypes apart: it holds neither the status of receptors nor an intrinsic subtype."
            );
        var (scans, unscanned) = (new List<ScannedSubtype>(), new List<UnscannedSubtype>());
        foreach (var subtype in division)
        {
            var own = request with { Population = request.Population with { Subtype = subtype } };
            if (ReasonAgainst(cohort, own, subtype) is { } reason)
                unscanned.Add(new UnscannedSubtype(subtype, reason));
            else
                scans.Add(new(subtype, CohortScanner.Run(cohort, own, SubtypeProgress.Of(progress, subtype), cancel)));
        }
        var differences = scans.Count > 1 ? SubtypeDifferences.Of([.. scans.Select(s => s.Scan)]) : null;
        return new SubtypeScan(request, scans, unscanned, differences);
    }

    private static bool IsTold(Cohort cohort, string subtype) =>
        SubtypeMembers.Of(cohort, subtype) is { } members && members.Contains(true);

    private static string? ReasonAgainst(Cohort cohort, ScanRequest request, string subtype)
    {
        if (!IsTold(cohort, subtype))
            return "the cohort does not tell it";
        var (_, population) = CohortScanner.Choose(cohort, request);
        if (population.N < FewestPatients)
            return $"{population.N} patients; at least {FewestPatients} are needed";
        var patients = population.Indices();
        var (fewer, what) = population.Outcome is ResponseOutcome response
            ? OfResponse(response, patients)
            : (patients.Count(p => ((SurvivalOutcome)population.Outcome).Event[p] == 1), "events");
        return fewer < FewestEvents ? $"{fewer} {what}; at least {FewestEvents} are needed" : null;
    }

    private static (int Fewer, string What) OfResponse(ResponseOutcome outcome, int[] patients)
    {
        var responded = patients.Count(p => outcome.Responded[p] == true);
        return responded <= patients.Length - responded
            ? (responded, "patients with response")
            : (patients.Length - responded, "patients without response");
    }

    /// <summary>Names the subtype before each step.</summary>
    private sealed class SubtypeProgress(IProgress<StepProgress> progress, string subtype) : IProgress<StepProgress>
    {
        public static IProgress<StepProgress>? Of(IProgress<StepProgress>? progress, string subtype) =>
            progress is null ? null : new SubtypeProgress(progress, subtype);

        public void Report(StepProgress value) => progress.Report(value with { Step = $"{subtype}: {value.Step}" });
    }
}
