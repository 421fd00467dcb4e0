using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Statistics;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.MultipleTesting;
using Refractor.Statistics.Roc;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;

namespace Refractor.Cohorts.Scanning;

/// <summary>Tests all features of a layer at once. Whom the population leaves out is left out by role or missing time: nothing is copied.</summary>
public static class CohortScanner
{
    /// <summary>Sets with fewer features in the layer are not tested.</summary>
    internal const int SmallestSet = 5;

    /// <summary>Nor are those with more.</summary>
    internal const int LargestSet = 500;

    /// <summary>Runs a scan.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="request">What to test.</param>
    /// <param name="progress">Told of each step and how far it is; null for none.</param>
    /// <param name="cancel">Stops between steps.</param>
    /// <exception cref="ArgumentException">The cohort lacks the layer, endpoint, therapy, subtype or covariate; the message names what it has.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static CohortScan Run(
        Cohort cohort,
        ScanRequest request,
        IProgress<StepProgress>? progress = null,
        CancellationToken cancel = default
    )
    {
        var (layer, population) = Choose(cohort, request);
        var scan = population.Outcome is ResponseOutcome response
            ? OfResponse(cohort, layer, request, population, response, progress, cancel)
            : OfSurvival(cohort, layer, request, population, (SurvivalOutcome)population.Outcome, progress);
        cancel.ThrowIfCancellationRequested();
        if (request.Sets.Count > 0)
            scan.Enrichment = Enrich(scan, layer, request, progress);
        return scan;
    }

    /// <summary>The layer and the patients of a scan.</summary>
    internal static (MeasuredLayer Layer, Population Population) Choose(Cohort cohort, ScanRequest request)
    {
        var layer = cohort.LayerOf(request.Layer);
        var patients = PatientsOf(cohort, layer);
        var population = Adjustment.Complete(
            cohort,
            request.Adjust,
            Population.Of(cohort, request.Population).Where($"no baseline sample in {layer.Name}", patients.Contains)
        );
        return (layer, population);
    }

    private static CohortScan OfResponse(
        Cohort cohort,
        MeasuredLayer layer,
        ScanRequest request,
        Population population,
        ResponseOutcome outcome,
        IProgress<StepProgress>? progress,
        CancellationToken cancel
    )
    {
        var rows = Rows(cohort, layer, population);
        var resistant = Array.ConvertAll(
            rows,
            p =>
                p < 0 ? double.NaN
                : outcome.Responded[p] == true ? 0.0
                : 1
        );
        var design = Design(cohort, request, rows, resistant);
        var features = layer.Features.Count;
        var fit = LinearModel.Fit(
            layer.Matrix,
            design,
            progress: FeatureProgress.Of(progress, "linear models", features)
        );
        var test = fit.Moderate().Test("resistant");
        cancel.ThrowIfCancellationRequested();
        var roles = Array.ConvertAll(
            resistant,
            r =>
                double.IsNaN(r) ? SampleRole.LeftOut
                : r == 1 ? SampleRole.Case
                : SampleRole.Control
        );
        var roc = RocScreen.Run(
            layer.Order,
            roles,
            progress: FeatureProgress.Of(progress, "ROC curves and rank tests", features)
        );
        var logP = WithoutConstant(test.LogP, roc);
        return new CohortScan(cohort, layer, request, population)
        {
            Effects = WithoutConstant(test.Effect, roc),
            StandardErrors = WithoutConstant(test.StandardError, roc),
            Statistics = WithoutConstant(test.T, roc),
            LogP = logP,
            LogQ = AdjustedP.BenjaminiHochbergOfLog(logP),
            N = test.N,
            Reasons = [.. test.Reasons.Zip(roc.TestReasons, (t, r) => t == NotEstimable.None ? r : t)],
            Areas = roc.Areas,
            AreaLow = roc.Low,
            AreaHigh = roc.High,
            WilcoxonLogP = roc.LogP,
        };
    }

    /// <summary>
    /// limma's moderated test gives a constant feature a t of 0, for its variance is taken from the others; such a feature says nothing.
    /// </summary>
    private static double[] WithoutConstant(double[] values, RocScreen roc) =>
        [.. values.Select((v, f) => roc.TestReasons[f] == NotEstimable.None ? v : double.NaN)];

    private static CohortScan OfSurvival(
        Cohort cohort,
        MeasuredLayer layer,
        ScanRequest request,
        Population population,
        SurvivalOutcome outcome,
        IProgress<StepProgress>? progress
    )
    {
        var rows = Rows(cohort, layer, population);
        var times = SurvivalTimes.Of(
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Months[p]),
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Event[p])
        );
        var covariates = new Adjustment(cohort, request.Adjust, Array.ConvertAll(rows, p => Math.Max(p, 0))).ForCox();
        var cox = CoxScreen.Run(
            layer.Matrix,
            times,
            new CoxScreenOptions { Covariates = [.. covariates] },
            progress: FeatureProgress.Of(progress, "Cox regression", layer.Features.Count)
        );
        return new CohortScan(cohort, layer, request, population)
        {
            Effects = cox.LogHazardRatio,
            StandardErrors = cox.StandardError,
            Statistics = [.. cox.LogHazardRatio.Zip(cox.StandardError, (b, s) => b / s)],
            LogP = cox.LogP,
            LogQ = AdjustedP.BenjaminiHochbergOfLog(cox.LogP),
            N = cox.N,
            Reasons = cox.Reasons,
        };
    }

    private static EnrichmentScreen Enrich(
        CohortScan scan,
        MeasuredLayer layer,
        ScanRequest request,
        IProgress<StepProgress>? progress
    )
    {
        var sets = FeatureSets.Of(
            layer.Features,
            [.. request.Sets.Select(s => s.Members)],
            [.. request.Sets.Select(s => s.Name)]
        );
        var options = EnrichmentOptions.Default with
        {
            MinSize = SmallestSet,
            MaxSize = LargestSet,
            Seed = request.Seed,
        };
        var step = new StepProgress("enrichment", 0, sets.Count, "sets");
        progress?.Report(step);
        var screen = PrerankedGsea.Multilevel(scan.Statistics, sets, options);
        progress?.Report(step with { Done = step.Total });
        return screen;
    }

    private static DesignMatrix Design(Cohort cohort, ScanRequest request, int[] rows, double[] resistant)
    {
        var design = DesignMatrix.For(rows.Length).Intercept().Numeric("resistant", resistant);
        return new Adjustment(cohort, request.Adjust, Array.ConvertAll(rows, p => Math.Max(p, 0)))
            .AddTo(design)
            .ToDesign();
    }

    /// <summary>For each sample of the layer the patient it stands for; −1 if the sample takes no part.</summary>
    internal static int[] Rows(Cohort cohort, MeasuredLayer layer, Population population)
    {
        var taken = new HashSet<int>();
        return
        [
            .. layer.Samples.Select(s =>
                cohort.Samples[s] is { Time: TimePoint.Baseline, Patient: var patient }
                && population.Included[patient]
                && taken.Add(patient)
                    ? patient
                    : -1
            ),
        ];
    }

    private static HashSet<int> PatientsOf(Cohort cohort, MeasuredLayer layer) =>
        [
            .. layer
                .Samples.Select(s => cohort.Samples[s])
                .Where(s => s.Time == TimePoint.Baseline)
                .Select(s => s.Patient),
        ];
}
