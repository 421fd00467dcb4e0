using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Testing;
using Refractor.Statistics;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Regression;
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
        (Scan.Population.Outcome, IsAdjusted) switch
        {
            (ResponseOutcome, false) => "z of Wilcoxon's test",
            (ResponseOutcome, true) => "the adjusted moderated t, as z",
            (_, false) => "z of the Cox score test",
            _ => "z of the adjusted Cox score test",
        };

    /// <summary>What changes places among patients under a permutation, in words.</summary>
    public string Permuted =>
        (Scan.Population.Outcome, IsAdjusted) switch
        {
            (_, false) => "outcomes",
            (ResponseOutcome, true) => "what covariates leave of the response",
            _ => "outcomes together with covariates",
        };

    /// <summary>
    /// The ranked statistic of all features, above 0 where more of the feature goes with resistance; NaN where there is none.
    /// </summary>
    /// <param name="rows">For each sample the patient it stands for; −1 if it takes no part.</param>
    /// <param name="source">For each patient the patient whose outcome is taken.</param>
    internal double[] Screen(int[] rows, int[] source) =>
        Scan.Population.Outcome switch
        {
            ResponseOutcome response when IsAdjusted => OfAdjustedResponse(response, rows, source),
            ResponseOutcome response => OfResponse(response, rows, source),
            SurvivalOutcome survival => OfSurvival(survival, rows, source),
            var other => throw new InvalidOperationException($"The endpoint {other.Endpoint} is of no known kind."),
        };

    private bool IsAdjusted => Scan.Request.Adjust.Count > 0;

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

    /// <summary>
    /// Freedman and Lane's permutation (J Bus Econ Stat 1983; Winkler et al., NeuroImage 2014): covariates stay with features, so that
    /// whatever they share stays too; only what covariates do not explain of the response goes to other patients.
    /// </summary>
    private double[] OfAdjustedResponse(ResponseOutcome outcome, int[] rows, int[] source)
    {
        var resistant = new double[Cohort.Patients.Count];
        Array.Fill(resistant, double.NaN);
        foreach (var p in rows.Where(p => p >= 0))
            resistant[p] = outcome.Responded[p] == true ? 0 : 1;
        var left = Left(resistant);
        var permuted = Array.ConvertAll(rows, p => p < 0 ? double.NaN : resistant[p] - left[p] + left[source[p]]);
        var design = DesignMatrix.For(rows.Length).Intercept().Numeric("resistant", permuted);
        var test = LinearModel
            .Fit(Scan.Layer.Matrix, Covariates(rows, p => p).AddTo(design).ToDesign())
            .Moderate()
            .Test("resistant");
        return
        [
            .. test.T.Select(
                (t, f) => Scan.Reasons[f] == NotEstimable.None ? Agreement.ToNormal(t, test.LogP[f]) : double.NaN
            ),
        ];
    }

    /// <summary>What a linear model of the covariates leaves of the response, patient by patient.</summary>
    private double[] Left(double[] resistant)
    {
        int[] all = [.. Enumerable.Range(0, resistant.Length)];
        var design = Covariates(all, p => p).AddTo(DesignMatrix.For(resistant.Length).Intercept()).ToDesign();
        var fit = LinearRegression.Fit(design, resistant);
        return fit.IsEstimable ? [.. all.Select(p => resistant[p] - Fitted(fit.Value, design, p))] : resistant;
    }

    private static double Fitted(LinearRegressionFit fit, DesignMatrix design, int patient) =>
        fit.Coefficients.Select((c, i) => double.IsNaN(c.Value) ? 0 : c.Value * design[patient, i]).Sum();

    private Adjustment Covariates(int[] rows, Func<int, int> source) =>
        new(Cohort, Scan.Request.Adjust, Array.ConvertAll(rows, p => p < 0 ? 0 : source(p)));

    /// <summary>
    /// There is no residual of a censored time to permute. Follow-up and covariates of a patient go together to another patient's
    /// features: covariates explain as much of the outcome as before, and features explain nothing.
    /// </summary>
    private double[] OfSurvival(SurvivalOutcome outcome, int[] rows, int[] source)
    {
        var times = SurvivalTimes.Of(
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Months[source[p]]),
            Array.ConvertAll(rows, p => p < 0 ? double.NaN : outcome.Event[source[p]])
        );
        var options = new CoxScoreOptions { Covariates = [.. Covariates(rows, p => source[p]).ForCox()] };
        return CoxScoreScreen.Of(Scan.Layer.Matrix, times, options).Z;
    }
}
