using System.Globalization;
using Refractor.Plots;
using Refractor.Statistics.Roc;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Cohorts.Testing;

/// <summary>The figures of the test of a feature.</summary>
/// <param name="Curves">Survival of the two groups at the first cut-off; null for response.</param>
/// <param name="Roc">ROC curve for response; null for survival, for a status, or with one group of patients alone.</param>
/// <param name="Values">The values of responders and of the others; null for survival and for a status.</param>
/// <param name="Rates">Rates of response at each split; null for survival.</param>
/// <param name="Effects">The effect in all patients, adjusted, by arm and by subtype; null if it is one line alone.</param>
public sealed record FeatureTestFigures(Figure? Curves, Figure? Roc, Figure? Values, Figure? Rates, Figure? Effects)
{
    /// <summary>Draws the figures of a test.</summary>
    public static FeatureTestFigures Of(FeatureTest test) =>
        new(CurvesOf(test), RocOf(test), ValuesOf(test), RatesOf(test), EffectsOf(test));

    /// <summary>Those on groups of patients.</summary>
    public IEnumerable<Figure> OfGroups => new[] { Curves, Values, Roc, Rates }.OfType<Figure>();

    private static string Subject(FeatureTest test) => $"{test.Feature.Name} and {test.Population.Outcome.Endpoint}";

    private static Figure? CurvesOf(FeatureTest test)
    {
        if (test.Survival is not { Low: { } low, High: { } high, Splits: [var split, ..] })
            return null;
        var groups = FeatureGroups.Of(test.Feature);
        var rule = split.Kind == SplitKind.Published ? "the cut-off given" : "the median";
        var cut = test.Feature.IsStatus
            ? ""
            : $" Cut at {rule}, {FigureTable.Text(split.CutOff)}; values at it are {groups.Low}.";
        return KaplanMeierFigure.Of(
            $"{Subject(test)}, Kaplan-Meier",
            $"{Curve(groups.Low, low)}; {Curve(groups.High, high)}. Log-rank P {Equal(split.P.ToString())}.{cut} Bands: pointwise 95 % intervals (log scale); ticks: patients censored.",
            test.Population.Outcome.Endpoint,
            [(groups.Low, low), (groups.High, high)]
        );
    }

    private static string Curve(string name, Statistics.Survival.Curves.KaplanMeierCurve curve) =>
        $"{name}: {curve.N} patients, {curve.EventCount} events";

    private static Figure? RocOf(FeatureTest test)
    {
        if (test.Response is not { Auc: { IsEstimable: true, Value: var auc } })
            return null;
        var outcome = (ResponseOutcome)test.Population.Outcome;
        var patients = test.Population.Indices();
        var curve = RocCurve.Of(
            [.. patients.Select(p => test.Feature.Values[p])],
            [.. patients.Select(p => outcome.Responded[p] == true)]
        );
        return !curve.IsEstimable
            ? null
            : RocFigure.Of(
                $"{Subject(test)}, ROC",
                $"Area {Ratio(auc.Value)} (95 % CI by DeLong {Ratio(auc.Interval.Low)}–{Ratio(auc.Interval.High)}) for response, higher values expected in responders; {curve.Value.Cases} responders, {curve.Value.Controls} others. Band: pointwise 95 % interval of the sensitivity (Wilson).",
                curve.Value
            );
    }

    private static Figure? ValuesOf(FeatureTest test)
    {
        if (test.Feature.IsStatus || test.Population.Outcome is not ResponseOutcome outcome || test.Population.N == 0)
            return null;
        var patients = test.Population.Indices();
        IReadOnlyList<double> Where(bool responded) =>
            [.. patients.Where(p => outcome.Responded[p] == responded).Select(p => test.Feature.Values[p])];
        var wilcoxon = test.Response!.Wilcoxon is { IsEstimable: true, Value: var w }
            ? $" Wilcoxon P {Equal(w.P.ToString())}."
            : "";
        return DistributionFigure.Of(
            $"{Subject(test)}, values",
            $"Every patient a point; lines: median and quartiles.{wilcoxon}",
            test.Feature.Name,
            [($"no {outcome.Endpoint}", Where(false)), (outcome.Endpoint, Where(true))]
        );
    }

    private static Figure? RatesOf(FeatureTest test)
    {
        if (test.Response is not { Splits.Count: > 0 } response)
            return null;
        var groups = FeatureGroups.Of(test.Feature);
        var bars = response.Splits.SelectMany(s =>
        {
            var label = test.Feature.IsStatus ? test.Feature.Name : $"{s.Rule} ({FigureTable.Text(s.CutOff)})";
            return new[]
            {
                Bar(label, groups.Low, s.Table.C, s.Table.SecondRow, s.LowRate),
                Bar(label, groups.High, s.Table.A, s.Table.FirstRow, s.HighRate),
            };
        });
        return BarFigure.Rates(
            $"{Subject(test)}, rates",
            "Patients with response of all in the group, with Wilson's 95 % interval. Values at a cut-off are low.",
            test.Population.Outcome.Endpoint,
            [.. bars]
        );
    }

    private static RateBar Bar(string label, string group, long responses, long of, Statistics.Interval interval) =>
        new(label, group, of == 0 ? double.NaN : responses / (double)of, interval, $"{responses}/{of}");

    private static Figure? EffectsOf(FeatureTest test)
    {
        var lines = Lines(test).ToList();
        if (lines.Count < 2)
            return null;
        var isResponse = test.Response is not null;
        return ForestFigure.Of(
            $"{Subject(test)}, effects",
            $"{(isResponse ? "Odds ratio of response" : "Hazard ratio")} for {test.Effect.Unit}, with 95 % interval. Subtypes overlap; each is a test of its own, not corrected for their number.",
            isResponse ? "odds ratio" : "hazard ratio",
            lines,
            isResponse ? "less response" : "fewer events",
            isResponse ? "more response" : "more events"
        );
    }

    private static IEnumerable<ForestLine> Lines(FeatureTest test)
    {
        yield return Line("all patients", "all", test.Response?.Effect ?? test.Survival!.Effect);
        if ((test.Response?.Adjusted ?? test.Survival?.Adjusted) is { } adjusted)
            yield return Line($"adjusted for {string.Join(", ", test.Request.Adjust)}", "all", adjusted);
        if (test.Interaction is { } interaction)
        {
            var therapy = interaction.Therapy.Replace('_', ' ');
            yield return Line($"{therapy} given", "by therapy", interaction.Treated);
            yield return Line($"{therapy} not given", "by therapy", interaction.Untreated);
        }
        foreach (var subtype in test.Subtypes)
            yield return Line(subtype.Subtype.Label, "by subtype", subtype.Effect);
    }

    private static ForestLine Line(string label, string kind, Effect effect) =>
        new(label, kind, effect.Value, effect.Interval, effect.N);

    private static string Equal(string p) => p.StartsWith('<') ? p : $"= {p}";

    private static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
