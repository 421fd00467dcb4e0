using Refractor.Cohorts.Selecting;
using Refractor.Statistics;
using Refractor.Statistics.Distributions;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Regression;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Interval = Refractor.Statistics.Interval;
using PValue = Refractor.Statistics.PValue;

namespace Refractor.Cohorts.Testing;

/// <summary>Tests whether a feature changes the benefit of a therapy.</summary>
internal sealed class InteractionTester(Cohort cohort, CohortFeature feature, Treatment treatment)
{
    /// <summary>Fewer patients than this in an arm make no control arm.</summary>
    private const int SmallestArm = 10;

    /// <param name="population">Patients of both arms, of all of whom it is known which.</param>
    /// <param name="adjust">Covariates.</param>
    public TreatmentInteraction Run(Population population, IReadOnlyList<string> adjust)
    {
        var patients = population.Indices();
        var (treated, untreated) = (
            patients.Where(p => treatment.Given[p] == true).ToArray(),
            patients.Where(p => treatment.Given[p] == false).ToArray()
        );
        var scale = Scale.Of(feature, [.. patients.Select(p => feature.Values[p])]);
        var (yes, no) = (
            InArm(population.Outcome, treated, adjust, scale),
            InArm(population.Outcome, untreated, adjust, scale)
        );
        if (treated.Length < SmallestArm || untreated.Length < SmallestArm)
            return None(yes, no, NotEstimable.OneGroup);
        if (double.IsNaN(scale))
            return None(yes, no, NotEstimable.NoVariation);
        return population.Outcome switch
        {
            SurvivalOutcome survival => OfHazards(survival, patients, scale, adjust, yes, no),
            ResponseOutcome response => OfOdds(response, patients, scale, adjust, yes, no),
            _ => None(yes, no, NotEstimable.NotComputed),
        };
    }

    private Effect InArm(Outcome outcome, int[] patients, IReadOnlyList<string> adjust, double scale)
    {
        var adjustment = new Adjustment(cohort, adjust, patients);
        return outcome is SurvivalOutcome survival
            ? new SurvivalTester(cohort, feature, survival, patients, scale).HazardRatio(adjustment)
            : new ResponseTester(cohort, feature, (ResponseOutcome)outcome, patients, scale).OddsRatio(adjustment);
    }

    private TreatmentInteraction OfHazards(
        SurvivalOutcome outcome,
        int[] patients,
        double scale,
        IReadOnlyList<string> adjust,
        Effect yes,
        Effect no
    )
    {
        var times = SurvivalTimes.Of(
            [.. patients.Select(p => outcome.Months[p])],
            [.. patients.Select(p => outcome.Event[p])]
        );
        var test = InteractionTest.Run(
            times,
            [.. patients.Select(p => feature.Values[p] / scale)],
            [.. patients.Select(p => treatment.Given[p] == true)],
            [.. new Adjustment(cohort, adjust, patients).ForCox()]
        );
        if (!test.IsEstimable)
            return None(yes, no, test.Reason);
        var value = test.Value;
        return new TreatmentInteraction(
            treatment.Therapy,
            InModel(yes, value.HazardRatioTreated, value.IntervalTreated, value.Treated),
            InModel(no, value.HazardRatioControl, value.IntervalControl, value.Control),
            value.Ratio,
            value.Interval,
            value.P,
            treatment.Randomised,
            NotEstimable.None
        );
    }

    /// <summary>The effect in one arm by the model of both, so that the ratio of the two is the one that is tested.</summary>
    private static Effect InModel(Effect alone, double ratio, Interval interval, (int N, int Events) counts)
    {
        var error = Math.Log(interval.High / interval.Low) / (2 * Normal.Quantile((1 + interval.Level) / 2));
        return alone with
        {
            Value = ratio,
            Interval = interval,
            P = Normal.TwoSided(Math.Log(ratio) / error),
            N = counts.N,
            Events = counts.Events,
            Reason = NotEstimable.None,
        };
    }

    private TreatmentInteraction OfOdds(
        ResponseOutcome outcome,
        int[] patients,
        double scale,
        IReadOnlyList<string> adjust,
        Effect yes,
        Effect no
    )
    {
        var values = patients.Select(p => feature.Values[p] / scale).ToArray();
        var given = patients.Select(p => treatment.Given[p] == true ? 1.0 : 0).ToArray();
        var design = new Adjustment(cohort, adjust, patients)
            .AddTo(DesignMatrix.For(patients.Length).Intercept().Numeric("feature", values).Numeric("given", given))
            .Interaction("feature", "given")
            .ToDesign();
        var fit = LogisticRegression.Fit(design, [.. patients.Select(p => outcome.Responded[p] == true ? 1.0 : 0)]);
        if (!fit.IsEstimable)
            return None(yes, no, fit.Reason);
        var product = fit.Value.Coefficients.Single(c => c.Name.Contains(':', StringComparison.Ordinal));
        return double.IsNaN(product.Value)
            ? None(yes, no, product.Reason)
            : new TreatmentInteraction(
                treatment.Therapy,
                yes,
                no,
                product.OddsRatio,
                product.OddsRatioInterval,
                product.P,
                treatment.Randomised,
                NotEstimable.None
            );
    }

    private TreatmentInteraction None(Effect treated, Effect untreated, NotEstimable reason) =>
        new(
            treatment.Therapy,
            treated,
            untreated,
            double.NaN,
            Interval.None,
            PValue.None,
            treatment.Randomised,
            reason
        );
}
