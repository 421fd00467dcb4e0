using Refractor.Cohorts.Scanning;
using Refractor.Statistics.Roc;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Screening;

namespace Refractor.Cohorts.Comparing;

/// <summary>All features against the outcome of the patients given one therapy.</summary>
/// <param name="Cohort">The cohort.</param>
/// <param name="Therapy">The therapy.</param>
/// <param name="Scan">The tests of all features.</param>
public sealed record TherapyContrast(Cohort Cohort, string Therapy, CohortScan Scan)
{
    /// <summary>What is ranked and permuted: cheap enough to be made again for all features under every permutation.</summary>
    public string RankedStatistic =>
        Scan.Population.Outcome is ResponseOutcome ? "z of Wilcoxon's test" : "z of the Cox score test";

    /// <summary>
    /// The ranked statistic of all features, above 0 where more of the feature goes with resistance; NaN where there is none.
    /// </summary>
    /// <param name="rows">For each sample the patient it stands for; −1 if it takes no part.</param>
    /// <param name="source">For each patient the patient whose outcome is taken.</param>
    internal double[] Screen(int[] rows, int[] source) =>
        Scan.Population.Outcome switch
        {
            ResponseOutcome response => OfResponse(response, rows, source),
            SurvivalOutcome survival => OfSurvival(survival, rows, source),
            var other => throw new InvalidOperationException($"The endpoint {other.Endpoint} is of no known kind."),
        };

    internal int[] Rows() => CohortScanner.Rows(Cohort, Scan.Layer, Scan.Population);

    private double[] OfResponse(ResponseOutcome outcome, int[] rows, int[] source)
    {
        var roles = Array.ConvertAll(
            rows,
            p =>
                p < 0 ? SampleRole.LeftOut
                : outcome.Responded[source[p]] == true ? SampleRole.Control
                : SampleRole.Case
        );
        return RocScreen.Run(Scan.Layer.Order, roles, continuityCorrection: false).Z;
    }

    private double[] OfSurvival(SurvivalOutcome outcome, int[] rows, int[] source)
    {
        var times = SurvivalTimes.Of(
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Months[source[p]]),
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Event[source[p]])
        );
        return CoxScoreScreen.Of(Scan.Layer.Matrix, times).Z;
    }
}
