using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Comparing;

/// <summary>
/// Compares what goes with resistance to two therapies. Outcomes are permuted among patients, never features, which are correlated; a
/// patient of both contrasts keeps one outcome in both, so that p is not small for shared patients alone.
/// </summary>
/// <remarks>
/// The permuted outcomes go with no feature. A p that is small says that the agreement is more than shared patients and correlated
/// features give by themselves; where the shared patients have a signal of their own it is in both contrasts, and only
/// <see cref="TherapyComparison.Apart"/> is free of it.
/// </remarks>
public static class TherapyComparer
{
    private const int FewestFeatures = 3;

    /// <summary>Runs a comparison.</summary>
    /// <param name="first">The cohort of the first contrast.</param>
    /// <param name="second">The cohort of the second contrast; may be the same object.</param>
    /// <param name="request">What to compare.</param>
    /// <param name="progress">Told of each step and how far it is; null for none.</param>
    /// <param name="cancel">Stops between steps and permutations.</param>
    /// <exception cref="ArgumentException">
    /// A cohort lacks what is asked for, nobody was given a therapy, or fewer than three features can be compared; the message says which.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static TherapyComparison Run(
        Cohort first,
        Cohort second,
        ComparisonRequest request,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Permutations, 1);
        if (ReferenceEquals(first, second) && request.First.Equals(request.Second, StringComparison.OrdinalIgnoreCase))
            throw new CohortLacksException(
                $"Both contrasts are of {request.First} in {first.Name}; name two therapies, or a second cohort."
            );
        var a = Contrast(first, request, request.First, progress, cancel);
        var b = Contrast(second, request, request.Second, progress, cancel);
        var common = Common(a, b);
        var pair = new ContrastPair(
            a,
            b,
            ([.. common.Select(f => f.First)], [.. common.Select(f => f.Second)]),
            request.Seed
        );
        var (firstZ, secondZ) = pair.Screen(0);
        var observed = Agreement.Of(firstZ, secondZ);
        if (observed.Overlap.Features < FewestFeatures)
            throw new CohortLacksException(
                $"{observed.Overlap.Features} features have a number in both contrasts; at least {FewestFeatures} are needed. The names or the outcomes leave nothing to compare."
            );
        var apart = pair.Shared > 0 ? Correlation(pair, 0) : double.NaN;
        var permuted = new List<(Agreement Agreement, double Apart)>();
        for (var number = 1; number <= request.Permutations; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var (x, y) = pair.Screen(number);
            permuted.Add((Agreement.Of(x, y), double.IsNaN(apart) ? double.NaN : Correlation(pair, number)));
            progress?.Report(new StepProgress("permutations", number, request.Permutations, "permutations"));
        }
        return new TherapyComparison(request, a, b)
        {
            Shared = pair.Shared,
            SameIdentifiers = SameIdentifiers(a, b),
            Features = [.. common.Select((f, i) => f with { FirstZ = firstZ[i], SecondZ = secondZ[i] })],
            ScanCorrelation = ScanCorrelation(a.Scan, b.Scan, common),
            Agreement = observed,
            Correlation = new PermutationTest(observed.Rho, [.. permuted.Select(p => p.Agreement.Rho)]),
            Concordance = new PermutationTest(
                observed.Concordance,
                [.. permuted.Select(p => (double)p.Agreement.Concordance)]
            ),
            Peaks =
            [
                .. Enum.GetValues<OverlapQuadrant>()
                    .Select(q => new PermutationTest(observed.Peak(q), [.. permuted.Select(p => p.Agreement.Peak(q))])),
            ],
            Apart =
                pair.Shared > 0
                    ? new ApartComparison(
                        pair.FirstApart,
                        pair.SecondApart,
                        new PermutationTest(apart, [.. permuted.Select(p => p.Apart)])
                    )
                    : null,
        };
    }

    private static TherapyContrast Contrast(
        Cohort cohort,
        ComparisonRequest request,
        string therapy,
        IProgress<StepProgress>? progress,
        CancellationToken cancel
    )
    {
        var population = request.PopulationGiven(therapy);
        if (Population.Of(cohort, population).N == 0)
            throw new CohortLacksException(
                $"The cohort {cohort.Name} has no patient given {therapy} whose {request.Endpoint} is known{(request.Subtype is { } s ? $" and who is {s}" : "")}."
            );
        var scan = CohortScanner.Run(
            cohort,
            new ScanRequest(population)
            {
                Layer = request.Layer,
                Adjust = request.Adjust,
                Sets = request.Sets,
                Seed = (ulong)request.Seed,
            },
            cancel: cancel
        );
        if (scan.Tested == 0)
            throw new CohortLacksException(
                $"No feature can be tested among the {scan.Population.N} patients of {cohort.Name} given {therapy}: too few, or all with the same outcome."
            );
        progress?.Report(new StepProgress($"{therapy} in {cohort.Name}", scan.Tested, scan.Tested));
        return new TherapyContrast(cohort, therapy, scan);
    }

    /// <summary>By name, so that exchanging the contrasts changes neither the features nor the order of equal ranks.</summary>
    private static List<ComparedFeature> Common(TherapyContrast first, TherapyContrast second) =>
        [
            .. first
                .Scan.Layer.Features.Select(
                    (name, row) => new ComparedFeature(name, row, second.Scan.Layer.RowOf(name), double.NaN, double.NaN)
                )
                .Where(f => f.Second >= 0)
                .OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase),
        ];

    private static double ScanCorrelation(CohortScan first, CohortScan second, List<ComparedFeature> common)
    {
        var both = common
            .Where(f => double.IsFinite(first.Statistics[f.First]) && double.IsFinite(second.Statistics[f.Second]))
            .ToList();
        return Agreement.Correlate(
            [.. both.Select(f => first.Statistics[f.First])],
            [.. both.Select(f => second.Statistics[f.Second])]
        );
    }

    private static double Correlation(ContrastPair pair, int permutation)
    {
        var (x, y) = pair.ScreenApart(permutation);
        return Agreement.Correlate(x, y);
    }

    private static int SameIdentifiers(TherapyContrast first, TherapyContrast second)
    {
        if (ReferenceEquals(first.Cohort, second.Cohort))
            return 0;
        static IEnumerable<string> Names(TherapyContrast c) =>
            c.Scan.Population.Indices().Select(p => c.Cohort.Patients[p]);
        return Names(first).Intersect(Names(second), StringComparer.OrdinalIgnoreCase).Count();
    }
}
