using Refractor.Cohorts.Comparing;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;

namespace Refractor.Cohorts.Pairing;

/// <summary>Holds the changes of features against what goes with resistance at baseline.</summary>
/// <remarks>
/// A baseline sample is part of its patient's change and of the contrast. Where later samples come from patients without response alone,
/// as after surgery, chance in their baseline samples lowers the change and raises the contrast of the same feature. Permutation within
/// the patients with a pair keeps that, and the contrast of the others is free of it.
/// </remarks>
internal sealed class OverlapWithResistance(ChangeComparison comparison, PopulationRequest population)
{
    private const int FewestFeatures = 3;
    private const int ProgressEvery = 10;

    /// <summary>The overlap; null with a reason if there is none.</summary>
    public ChangeOverlap? Run(IProgress<StepProgress>? progress, CancellationToken cancel, out string? reason)
    {
        var (cohort, request) = (comparison.Cohort, comparison.Request);
        var scan = CohortScanner.Run(
            cohort,
            new ScanRequest(population) { Layer = comparison.Layer.Name, Adjust = request.Adjust },
            cancel: cancel
        );
        progress?.Report(new StepProgress($"resistance at baseline in {scan.Population.N} patients", 1, 1));
        var contrast = new TherapyContrast(cohort, population.Treated ?? "any therapy", scan);
        double[] changes =
        [
            .. comparison.Changes.Statistics.Select((t, f) => Agreement.ToNormal(t, comparison.Changes.LogP[f])),
        ];
        var rows = contrast.Rows();
        HashSet<int> paired = [.. comparison.Pairs.Pairs.Select(p => p.Patient)];
        int[] rowsApart = Array.ConvertAll(rows, p => paired.Contains(p) ? -1 : p);
        HashSet<int> inContrast = [.. rows.Where(p => p >= 0)];
        var shuffle = new OutcomeShuffle(
            cohort,
            p =>
                !inContrast.Contains(p) ? null
                : paired.Contains(p) ? 0
                : 1,
            request.Seed
        );
        int[] same = [.. Enumerable.Range(0, cohort.Patients.Count)];
        var statistics = contrast.Screen(rows, same);
        var observed = Agreement.Of(changes, statistics);
        if (observed.Overlap.Features < FewestFeatures)
        {
            reason =
                $"Changes are not held against resistance: {observed.Overlap.Features} features have a number in both, of {scan.Population.N} patients with {request.Endpoint}.";
            return null;
        }
        var apart = Agreement.Correlate(changes, contrast.Screen(rowsApart, same));
        var permuted = new List<(Agreement Agreement, double Apart)>();
        for (var number = 1; number <= request.Permutations; number++)
        {
            cancel.ThrowIfCancellationRequested();
            var source = shuffle.Permutation(number);
            permuted.Add(
                (
                    Agreement.Of(changes, contrast.Screen(rows, source)),
                    double.IsNaN(apart) ? apart : Agreement.Correlate(changes, contrast.Screen(rowsApart, source))
                )
            );
            if (number % ProgressEvery == 0 || number == request.Permutations)
                progress?.Report(new StepProgress("permutations", number, request.Permutations, "permutations"));
        }
        reason = null;
        return new ChangeOverlap(
            contrast,
            changes,
            statistics,
            inContrast.Count(paired.Contains),
            observed,
            new PermutationTest(observed.Rho, [.. permuted.Select(p => p.Agreement.Rho)]),
            new PermutationTest(observed.Concordance, [.. permuted.Select(p => (double)p.Agreement.Concordance)]),
            [
                .. Enum.GetValues<OverlapQuadrant>()
                    .Select(q => new PermutationTest(observed.Peak(q), [.. permuted.Select(p => p.Agreement.Peak(q))])),
            ],
            double.IsNaN(apart) ? null : new PermutationTest(apart, [.. permuted.Select(p => p.Apart)])
        );
    }
}
