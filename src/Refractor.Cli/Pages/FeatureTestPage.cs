using System.Globalization;
using Refractor.Cohorts;
using Refractor.Cohorts.Selecting;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Refractor.Overviews;
using Refractor.Statistics.Survival.Curves;
using Refractor.Statistics.Survival.CutPoints;

namespace Refractor.Cli.Pages;

/// <summary>Lays out the test of one feature in a cohort, with the published evidence beside it.</summary>
internal static class FeatureTestPage
{
    private const int PublishedShown = 5;

    public static Page Of(Cohort cohort, IReadOnlyList<FeatureTest> tests, MarkerView? published, string version)
    {
        var blocks = new List<Block>
        {
            new Title($"{tests[0].Feature.Name} and {tests[0].Population.Outcome.Endpoint} in {cohort.Title}"),
        };
        foreach (var test in tests)
            blocks.AddRange(Of(cohort, test));
        if (published is { IsEmpty: false })
            blocks.AddRange(Published(published));
        blocks.Add(
            new Footer(
                "Cut-offs that were looked for are shown with the p that corrects for the search; the effect per unit comes first because it needs none."
            )
        );
        if (published is not null)
            blocks.Add(Parts.Footer(published.Knowledge, version));
        return new Page(blocks);
    }

    private static IEnumerable<Block> Of(Cohort cohort, FeatureTest test)
    {
        var (figures, recipes) = (FeatureTestFigures.Of(test), new FeatureTestRecipes(cohort, test));
        yield return new Heading($"{test.Feature.Name}, {Measured(test)}");
        yield return new Remark(PopulationText.Of(cohort, test.Population));
        yield return Statement(test.Response?.Effect ?? test.Survival!.Effect, "");
        if ((test.Response?.Adjusted ?? test.Survival?.Adjusted) is not null)
            yield return Statement(test.Effect, $"adjusted for {string.Join(", ", test.Request.Adjust)}");
        if (recipes.Effects.Count > 0)
            yield return new Derivation(recipes.Effects);
        if (test.Response is { } response)
            foreach (var block in Of(response, test.Feature))
                yield return block;
        if (test.Survival is { } survival)
            foreach (var block in Of(survival, test.Feature))
                yield return block;
        foreach (var figure in figures.OfGroups)
            yield return new Drawing(figure);
        if (recipes.Splits.Count > 0)
            yield return new Derivation(recipes.Splits);
        if (test.Interaction is { } interaction)
            foreach (var block in Of(interaction).Append(new Derivation(recipes.Interaction)))
                yield return block;
        else
            yield return new Remark(
                "Predictive and prognostic cannot be told apart here: no therapy was named of which the cohort tells both who was given it and who was not."
            );
        if (test.Subtypes.Count > 0)
            yield return Subtypes(test.Subtypes);
        if (figures.Effects is { } effects)
            yield return new Drawing(effects);
        if (recipes.Subtypes.Count > 0)
            yield return new Derivation(recipes.Subtypes);
    }

    private static string Measured(FeatureTest test) =>
        test.Feature.Source != "clinical"
            ? $"{test.Feature.Source} ({Terms.Levels.NameOf(test.Feature.Level).Replace('_', ' ')})"
        : test.Feature.IsStatus ? "clinical status"
        : "clinical number";

    private static Statement Statement(Refractor.Cohorts.Testing.Effect effect, string note)
    {
        var direction = EffectText.Direction(effect);
        var text =
            $"{EffectText.Of(effect)} for {effect.Unit}; {EffectText.Counts(effect)}{(note.Length > 0 ? $"; {note}" : "")}.";
        return new Statement(
            "",
            Tone.Body,
            text,
            direction,
            direction.StartsWith("no", StringComparison.Ordinal) ? Tone.Quiet : Tone.Notice
        );
    }

    private static IEnumerable<Block> Of(ResponseTest test, CohortFeature feature)
    {
        if (test.Auc is { IsEstimable: true, Value: var auc })
            yield return new Statement(
                "",
                Tone.Body,
                $"AUC {EffectText.Ratio(auc.Value)} {EffectText.Interval(auc.Interval)} for response, higher values expected in responders; Wilcoxon {EffectText.P(test.Wilcoxon.ValueOrDefault?.P ?? Statistics.PValue.None)}."
            );
        if (test.Splits.Count == 0)
            yield break;
        yield return new Table(
            [
                new("split"),
                new(FeatureGroups.Of(feature).High),
                new(FeatureGroups.Of(feature).Low),
                new("OR (95 % CI)"),
                new("Fisher P", true),
            ],
            [.. test.Splits.Select(Row)]
        );
    }

    private static IReadOnlyList<string> Row(ResponseSplit s) =>
        [
            double.IsNaN(s.CutOff) || s.Rule is "altered" or "positive" ? s.Rule : $"{s.Rule}, {Number(s.CutOff)}",
            Rate(s.Table.A, s.Table.FirstRow, s.HighRate),
            Rate(s.Table.C, s.Table.SecondRow, s.LowRate),
            s.Fisher is { IsEstimable: true, Value: var f }
                ? $"{EffectText.Ratio(f.OddsRatio)} {EffectText.Interval(f.Interval)}"
                : "–",
            s.Fisher is { IsEstimable: true, Value: var g } ? g.P.ToString() : "–",
        ];

    private static string Rate(int responses, long of, Statistics.Interval interval) =>
        of == 0
            ? "–"
            : $"{responses}/{of} = {EffectText.Percent(responses / (double)of)} ({EffectText.Percent(interval.Low)}–{EffectText.Percent(interval.High)})";

    private static IEnumerable<Block> Of(SurvivalTest test, CohortFeature feature)
    {
        var concordance = test.Concordance is { IsEstimable: true, Value: var c }
            ? $"Concordance {EffectText.Ratio(c.Value)} {EffectText.Interval(c.Interval)}. "
            : "";
        var average =
            test.ProportionalHazards.Value < 0.05
                ? "; the hazard ratio changes over time, so that one number is an average"
                : "";
        yield return new Statement(
            "",
            Tone.Body,
            $"{concordance}Proportional hazards: {EffectText.P(test.ProportionalHazards)}{average}."
        );
        if (test is not { Low: { } low, High: { } high })
            yield break;
        var (high1, low1) = FeatureGroups.Of(feature);
        if (!feature.IsStatus)
            yield return new Table(
                [new("split"), new("cut-off", true), new("low", true), new("high", true), new("P", true)],
                [
                    .. test.Splits.Select(s =>
                        (IReadOnlyList<string>)
                            [Name(s.Kind), Number(s.CutOff), Parts.Number(s.Low), Parts.Number(s.High), s.P.ToString()]
                    ),
                ]
            );
        var at = feature.IsStatus
            ? $"Log-rank {EffectText.P(test.Splits[0].P)}"
            : $"At the {Name(test.Splits[0].Kind)} cut-off";
        yield return new Statement("", Tone.Body, $"{at}: {Curve(low1, low)}; {Curve(high1, high)}.");
    }

    private static string Curve(string name, KaplanMeierCurve curve)
    {
        var median = double.IsFinite(curve.Median.Time)
            ? $"median {Number(curve.Median.Time)} months"
            : "median not reached";
        var five = curve.At(60) is { IsEstimable: true, Value: var point }
            ? $", {EffectText.Percent(point.Survival)} free of the event at 60 months ({EffectText.Percent(point.Interval.Low)}–{EffectText.Percent(point.Interval.High)})"
            : "";
        return $"{name} {Parts.Number(curve.N)} patients, {Parts.Count(curve.EventCount, "event")}, {median}{five}";
    }

    private static string Name(SplitKind kind) =>
        kind switch
        {
            SplitKind.Published => "published",
            SplitKind.Median => "median",
            _ => "best, P corrected",
        };

    private static IEnumerable<Block> Of(TreatmentInteraction i)
    {
        var therapy = i.Therapy.Replace('_', ' ');
        yield return new Subheading($"Does it change the benefit of {therapy}?");
        yield return new Statement(
            "",
            Tone.Body,
            $"Given: {EffectText.Of(i.Treated)}, {EffectText.Counts(i.Treated)}. Not given: {EffectText.Of(i.Untreated)}, {EffectText.Counts(i.Untreated)}."
        );
        if (double.IsNaN(i.Ratio))
        {
            yield return new Remark(
                $"Predictive and prognostic cannot be told apart here: {EffectText.Reason(i.Reason)}."
            );
            yield break;
        }
        yield return new Statement(
            "",
            Tone.Body,
            $"Ratio of the two {EffectText.Ratio(i.Ratio)} {EffectText.Interval(i.Interval)}, {EffectText.P(i.P)} for interaction.",
            i.Interval.Contains(1) ? "no interaction shown" : "interaction",
            i.Interval.Contains(1) ? Tone.Quiet : Tone.Notice
        );
        if (!i.Randomised)
            yield return new Remark(
                $"Who was given {therapy} was not decided by chance: its indication confounds this comparison."
            );
    }

    private static Table Subtypes(IReadOnlyList<SubtypeEffect> subtypes) =>
        new(
            [new("subtype"), new("n", true), new("events or responses", true), new("effect")],
            [
                .. subtypes.Select(s =>
                    (IReadOnlyList<string>)
                        [
                            s.Subtype.Label,
                            Parts.Number(s.Effect.N),
                            Parts.Number(s.Effect.Events),
                            EffectText.Of(s.Effect),
                        ]
                ),
            ]
        );

    private static IEnumerable<Block> Published(MarkerView view)
    {
        yield return new Heading("Published");
        var shown = view.Associations.Take(PublishedShown).ToList();
        foreach (var association in shown)
            yield return new Statement(
                Associations.Grading.Letter(association.Association.Grade),
                Tone.Body,
                association.Claims[0].Text ?? string.Join(", ", association.Claims[0].Items.Select(i => i.Id))
            );
        if (view.Associations.Count > PublishedShown)
            yield return new Remark(
                $"{Parts.Number(view.Associations.Count - PublishedShown)} more; 'refractor marker {view.Feature.Name}' shows all."
            );
        var cited = shown.SelectMany(a => a.Claims[0].Items).Select(i => i.Paper).ToHashSet();
        foreach (var block in Parts.References([.. view.References.Where(r => cited.Contains(r.Paper))]))
            yield return block;
    }

    private static string Number(double value) => value.ToString("G4", CultureInfo.InvariantCulture);
}
