using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Cox;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Survival.CutPoints;
using Refractor.Statistics.Survival.Discrimination;

namespace Refractor.Cohorts.Testing;

/// <summary>Tests a feature against the time to an event in some patients.</summary>
internal sealed class SurvivalTester
{
    private readonly Cohort _cohort;
    private readonly CohortFeature _feature;
    private readonly int[] _patients;
    private readonly double[] _values;
    private readonly SurvivalTimes _times;
    private readonly double? _scale;

    /// <param name="cohort">The cohort.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="outcome">The endpoint.</param>
    /// <param name="patients">Who is looked at; all of them measured and with a known outcome.</param>
    /// <param name="scale">The unit of effects; null for one standard deviation of these patients.</param>
    public SurvivalTester(
        Cohort cohort,
        CohortFeature feature,
        SurvivalOutcome outcome,
        int[] patients,
        double? scale = null
    )
    {
        (_cohort, _feature, _patients, _scale) = (cohort, feature, patients, scale);
        _values = [.. patients.Select(p => feature.Values[p])];
        _times = SurvivalTimes.Of(
            [.. patients.Select(p => outcome.Months[p])],
            [.. patients.Select(p => outcome.Event[p])]
        );
    }

    public SurvivalTest Run(IReadOnlyList<string> adjust, double? cutOff)
    {
        var adjustment = new Adjustment(_cohort, adjust, _patients);
        var model = Fit(new Adjustment(_cohort, [], _patients));
        var splits = Splits(cutOff);
        var (low, high) = splits.Count > 0 ? Curves(splits[0].CutOff) : (null, null);
        return new SurvivalTest(
            Of(model),
            adjustment.IsEmpty ? null : Of(Fit(adjustment)),
            model is { IsEstimable: true, Value.Penalised: false }
                ? model.Value.TestProportionalHazards().Global.P
                : Statistics.PValue.None,
            _feature.IsStatus ? NotEstimable.NotComputed : Concordance.Of(_times, _values),
            splits,
            low,
            high
        );
    }

    /// <summary>The hazard ratio; separated data get Firth's estimate, which the reason says.</summary>
    public Effect HazardRatio(Adjustment adjustment) => Of(Fit(adjustment));

    private Estimate<CoxModel> Fit(Adjustment adjustment)
    {
        var scale = Scale.Of(_feature, _values, _scale);
        if (double.IsNaN(scale))
            return NotEstimable.NoVariation;
        return CoxRegression.Fit(
            _times,
            [Covariate.Numeric("feature", [.. _values.Select(v => v / scale)]), .. adjustment.ForCox()]
        );
    }

    private Effect Of(Estimate<CoxModel> fit)
    {
        var unit = Scale.Unit(_feature);
        if (!fit.IsEstimable)
            return Effect.None(Metric.HazardRatio, unit, fit.Reason, _times.N, _times.Events);
        var (model, coefficient) = (fit.Value, fit.Value["feature"]);
        return double.IsNaN(coefficient.Value)
            ? Effect.None(Metric.HazardRatio, unit, coefficient.Reason, model.N, model.Events)
            : new Effect(
                Metric.HazardRatio,
                unit,
                coefficient.HazardRatio,
                coefficient.Interval,
                coefficient.P,
                model.N,
                model.Events,
                model.Penalised ? NotEstimable.Separation : NotEstimable.None
            );
    }

    private IReadOnlyList<SurvivalSplit> Splits(double? cutOff)
    {
        if (_values.Length == 0)
            return [];
        if (_feature.IsStatus)
            return [.. SurvivalSplit.Compare(_times, _values, [0.5]).Where(s => s.Kind == SplitKind.Published)];
        return cutOff is { } published
            ? SurvivalSplit.Compare(_times, _values, [published])
            : SurvivalSplit.Compare(_times, _values);
    }

    private (KaplanMeierCurve Low, KaplanMeierCurve High) Curves(double cutOff) =>
        (
            KaplanMeierCurve.Of(_times.Where([.. _values.Select(v => v <= cutOff)])),
            KaplanMeierCurve.Of(_times.Where([.. _values.Select(v => v > cutOff)]))
        );
}
