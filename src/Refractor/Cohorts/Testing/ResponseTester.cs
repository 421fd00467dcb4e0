using Refractor.Cohorts.Selecting;
using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.RankTests;
using Refractor.Statistics.Regression;
using Refractor.Statistics.Roc;

namespace Refractor.Cohorts.Testing;

/// <summary>Tests a feature against response in some patients.</summary>
/// <param name="cohort">The cohort.</param>
/// <param name="feature">The feature.</param>
/// <param name="outcome">The endpoint.</param>
/// <param name="patients">Who is looked at; all of them measured and with a known outcome.</param>
/// <param name="scale">The unit of effects; null for one standard deviation of these patients.</param>
internal sealed class ResponseTester(
    Cohort cohort,
    CohortFeature feature,
    ResponseOutcome outcome,
    int[] patients,
    double? scale = null
)
{
    private readonly double[] _values = [.. patients.Select(p => feature.Values[p])];
    private readonly bool[] _responded = [.. patients.Select(p => outcome.Responded[p] == true)];

    public ResponseTest Run(IReadOnlyList<string> adjust, double? cutOff)
    {
        var adjustment = new Adjustment(cohort, adjust, patients);
        var splits = new List<ResponseSplit>();
        if (feature.IsStatus)
            splits.Add(
                ResponseSplit.Of(
                    feature.State == FeatureState.Mutated ? "altered" : "positive",
                    0.5,
                    _values,
                    _responded
                )
            );
        else if (patients.Length > 0)
        {
            if (cutOff is { } published)
                splits.Add(ResponseSplit.Of("published cut-off", published, _values, _responded));
            splits.Add(ResponseSplit.Of("median", Scale.Median(_values), _values, _responded));
        }
        return new ResponseTest(
            OddsRatio(new Adjustment(cohort, [], patients)),
            adjustment.IsEmpty ? null : OddsRatio(adjustment),
            feature.IsStatus ? NotEstimable.NotComputed : AreaUnderCurve.Of(_values, _responded),
            feature.IsStatus ? NotEstimable.NotComputed : WilcoxonTest.RankSum(Of(true), Of(false)),
            splits
        );
    }

    /// <summary>The odds ratio of response; separated data get Firth's estimate, which the reason says.</summary>
    public Effect OddsRatio(Adjustment adjustment)
    {
        var unit = Scale.Unit(feature);
        var responses = _responded.Count(r => r);
        var unitSize = Scale.Of(feature, _values, scale);
        if (double.IsNaN(unitSize))
            return Effect.None(Metric.OddsRatio, unit, NotEstimable.NoVariation, patients.Length, responses);
        var design = adjustment
            .AddTo(
                DesignMatrix.For(patients.Length).Intercept().Numeric("feature", [.. _values.Select(v => v / unitSize)])
            )
            .ToDesign();
        var fit = LogisticRegression.Fit(design, [.. _responded.Select(r => r ? 1.0 : 0)]);
        if (!fit.IsEstimable)
            return Effect.None(Metric.OddsRatio, unit, fit.Reason, patients.Length, responses);
        var coefficient = fit.Value["feature"];
        return double.IsNaN(coefficient.Value)
            ? Effect.None(Metric.OddsRatio, unit, coefficient.Reason, fit.Value.N, (int)fit.Value.Events)
            : new Effect(
                Metric.OddsRatio,
                unit,
                coefficient.OddsRatio,
                coefficient.OddsRatioInterval,
                coefficient.P,
                fit.Value.N,
                (int)fit.Value.Events,
                fit.Value.IsPenalised ? NotEstimable.Separation : NotEstimable.None
            );
    }

    private double[] Of(bool responded) => [.. _values.Where((_, i) => _responded[i] == responded)];
}
