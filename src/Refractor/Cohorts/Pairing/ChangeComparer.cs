using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Statistics;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.LinearModels;

namespace Refractor.Cohorts.Pairing;

/// <summary>
/// Tests the change of every feature between two samples of the same patients: a moderated t on differences within pairs, which is
/// limma's model with the patient as block. Complete pairs only.
/// </summary>
/// <remarks>Smyth, Stat Appl Genet Mol Biol 2004. Checked against limma 3.54 with <c>~ patient + time</c>.</remarks>
public static class ChangeComparer
{
    private const int FewestPairs = 3;
    private const int SmallestSet = 5;
    private const int LargestSet = 500;

    /// <summary>Runs a comparison.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">What to compare.</param>
    /// <param name="progress">Told of each step that is done; null for none.</param>
    /// <param name="cancel">Stops between steps and permutations.</param>
    /// <exception cref="CohortLacksException">The cohort lacks the layer, later samples, pairs, or what else is asked for.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static ChangeComparison Run(
        Cohort cohort,
        ChangeRequest request,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(request.Permutations, 1);
        var layer = cohort.LayerOf(request.Layer);
        var pairs = SamplePairs.Of(cohort, request.Pairs, $"in {layer.Name}", new HashSet<int>(layer.Samples).Contains);
        if (pairs.Pairs.Count < FewestPairs)
            throw new CohortLacksException(
                $"The cohort {cohort.Name} has {pairs.Pairs.Count} complete pairs in {layer.Name}; at least {FewestPairs} are needed. Left out: {string.Join(", ", pairs.LeftOut.Select(l => $"{l.Reason} {l.Patients}"))}."
            );
        var differences = PairDifferences.Of(layer, pairs);
        var constant = PairDifferences.AreConstant(differences);
        var changes = Test(differences, constant, DesignMatrix.For(pairs.Pairs.Count).Intercept(), "(Intercept)");
        progress?.Report(new StepProgress($"changes in {pairs.Pairs.Count} pairs", 1, 1));
        cancel.ThrowIfCancellationRequested();
        var comparison = new ChangeComparison(cohort, layer, request, pairs, changes, differences)
        {
            Enrichment = request.Sets.Count > 0 ? Enrich(changes, layer, request) : null,
        };
        if (request.Sets.Count > 0)
            progress?.Report(new StepProgress("enrichment", 1, 1, "sets"));
        cancel.ThrowIfCancellationRequested();
        return request.Endpoint is null
            ? comparison with
            {
                NotDone = ["No endpoint was named: changes are compared neither by response nor with resistance."],
            }
            : WithOutcome(comparison, constant, progress, cancel);
    }

    private static ChangeComparison WithOutcome(
        ChangeComparison comparison,
        bool[] constant,
        IProgress<StepProgress>? progress,
        CancellationToken cancel
    )
    {
        var request = comparison.Request;
        var population = Population.Of(comparison.Cohort, PopulationOf(request));
        var notDone = new List<string>();
        ResponseChanges? byResponse = null;
        if (population.Outcome is not ResponseOutcome response)
            notDone.Add(
                $"{request.Endpoint} is a time: patients must outlive it to give a later sample, so changes are not compared by it."
            );
        else if ((byResponse = ByResponse(comparison, response, constant)) is null)
            notDone.Add(
                $"Changes are not compared by {request.Endpoint}: fewer than two pairs with response, or without, or covariates leave nothing."
            );
        var overlap = new OverlapWithResistance(comparison, PopulationOf(request)).Run(
            progress,
            cancel,
            out var reason
        );
        if (reason is not null)
            notDone.Add(reason);
        return comparison with { ByResponse = byResponse, Overlap = overlap, NotDone = notDone };
    }

    private static PopulationRequest PopulationOf(ChangeRequest request) =>
        new()
        {
            Endpoint = request.Endpoint!,
            Treated = request.Pairs.Treated,
            Subtype = request.Pairs.Subtype,
        };

    private static ResponseChanges? ByResponse(ChangeComparison comparison, ResponseOutcome outcome, bool[] constant)
    {
        int[] patients = [.. comparison.Pairs.Pairs.Select(p => p.Patient)];
        double[] resistant =
        [
            .. patients.Select(p =>
                outcome.Responded[p] is not { } responded ? double.NaN
                : responded ? 0
                : 1
            ),
        ];
        var (responders, others) = (resistant.Count(r => r == 0), resistant.Count(r => r == 1));
        if (responders < 2 || others < 2)
            return null;
        var differences = comparison.Differences;
        DesignBuilder Groups() =>
            DesignMatrix
                .For(patients.Length)
                .Numeric("with", Mark(resistant, 0))
                .Numeric("without", Mark(resistant, 1));
        var contrast = new Adjustment(comparison.Cohort, comparison.Request.Adjust, patients).AddTo(
            DesignMatrix.For(patients.Length).Intercept().Numeric("resistant", resistant)
        );
        var difference = Test(differences, constant, contrast, "resistant");
        return difference.Tested == 0
            ? null
            : new ResponseChanges(
                Test(differences, constant, Groups(), "with"),
                Test(differences, constant, Groups(), "without"),
                difference,
                responders,
                others
            );
    }

    private static double[] Mark(double[] resistant, double group) =>
        Array.ConvertAll(
            resistant,
            r =>
                double.IsNaN(r) ? double.NaN
                : r == group ? 1.0
                : 0
        );

    private static ChangeTests Test(
        FeatureMatrix differences,
        bool[] constant,
        DesignBuilder design,
        string coefficient
    ) => ChangeTests.Of(LinearModel.Fit(differences, design.ToDesign()).Moderate().Test(coefficient), constant);

    private static EnrichmentScreen Enrich(ChangeTests changes, MeasuredLayer layer, ChangeRequest request) =>
        PrerankedGsea.Multilevel(
            changes.Statistics,
            FeatureSets.Of(
                layer.Features,
                [.. request.Sets.Select(s => s.Members)],
                [.. request.Sets.Select(s => s.Name)]
            ),
            EnrichmentOptions.Default with
            {
                MinSize = SmallestSet,
                MaxSize = LargestSet,
                Seed = (ulong)request.Seed,
            }
        );
}
