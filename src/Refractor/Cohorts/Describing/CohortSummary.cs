using Refractor.Knowledge;
using Refractor.Statistics.Survival;

namespace Refractor.Cohorts.Describing;

/// <summary>A cohort in numbers: who, what was given, what became of them, what was measured.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Title">Title.</param>
/// <param name="Setting">When the patients were treated; null if not told.</param>
/// <param name="Patients">Number of patients.</param>
/// <param name="Samples">Number of samples.</param>
/// <param name="Treatments">Therapies with counts.</param>
/// <param name="Outcomes">Endpoints with counts.</param>
/// <param name="Variables">Clinical variables.</param>
/// <param name="Layers">What was measured in numbers.</param>
/// <param name="Mutations">Mutations; null if none were looked for.</param>
/// <param name="Source">Where the data come from and under which terms; null if not told.</param>
/// <param name="Times">Samples by the time they were taken; null if all are of one time.</param>
public sealed record CohortSummary(
    string Name,
    string Title,
    string? Setting,
    int Patients,
    int Samples,
    IReadOnlyList<TreatmentSummary> Treatments,
    IReadOnlyList<OutcomeSummary> Outcomes,
    IReadOnlyList<VariableSummary> Variables,
    IReadOnlyList<LayerSummary> Layers,
    MutationSummary? Mutations,
    string? Source = null,
    IReadOnlyDictionary<string, int>? Times = null
)
{
    /// <summary>Sums a cohort up.</summary>
    public static CohortSummary Of(Cohort cohort) =>
        new(
            cohort.Name,
            cohort.Title,
            cohort.Setting is { } setting ? Terms.Settings.NameOf(setting) : null,
            cohort.Patients.Count,
            cohort.Samples.Count,
            [.. cohort.Treatments.Select(t => new TreatmentSummary(t.Therapy, t.Yes, t.No, t.Unknown, t.Randomised))],
            [.. cohort.Outcomes.Select(OutcomeSummary.Of)],
            [.. cohort.Variables.Select(VariableSummary.Of)],
            [
                .. cohort.Layers.Select(l => new LayerSummary(
                    l.Name,
                    Terms.Levels.NameOf(l.Level),
                    l.Scale,
                    l.Features.Count,
                    l.Samples.Count
                )),
            ],
            cohort.Mutations is { } m ? MutationSummary.Of(m) : null,
            cohort.Source,
            TimesOf(cohort)
        );

    private static SortedDictionary<string, int>? TimesOf(Cohort cohort)
    {
        var times = cohort.Samples.CountBy(s => TimePoints.Names.NameOf(s.Time));
        var sorted = new SortedDictionary<string, int>(times.ToDictionary(), StringComparer.Ordinal);
        return sorted.Count > 1 ? sorted : null;
    }
}

/// <summary>Who was given a therapy.</summary>
/// <param name="Therapy">Therapy.</param>
/// <param name="Given">Patients known to have been given it.</param>
/// <param name="NotGiven">Patients known not to have been given it.</param>
/// <param name="Unknown">Patients of whom it is not known.</param>
/// <param name="Randomised">Whether chance decided.</param>
public sealed record TreatmentSummary(string Therapy, int Given, int NotGiven, int Unknown, bool Randomised);

/// <summary>An endpoint in numbers.</summary>
/// <param name="Endpoint">Endpoint.</param>
/// <param name="Known">Patients whose outcome is known.</param>
/// <param name="Positive">Patients with the event, or with the response.</param>
/// <param name="MedianFollowUp">Median months of follow-up by the reverse Kaplan-Meier method; null for a response or if it is not reached.</param>
public sealed record OutcomeSummary(string Endpoint, int Known, int Positive, double? MedianFollowUp)
{
    /// <summary>Sums an outcome up.</summary>
    public static OutcomeSummary Of(Outcome outcome) =>
        new(
            outcome.Endpoint,
            outcome.Known,
            outcome.Positive,
            outcome is SurvivalOutcome survival ? FollowUp(survival) : null
        );

    /// <summary>The median time to the end of observation, events being the ones censored (Schemper and Smith, Control Clin Trials 1996).</summary>
    private static double? FollowUp(SurvivalOutcome outcome)
    {
        var reversed = SurvivalTimes.Of(outcome.Months, [.. outcome.Event.Select(e => 1 - e)]);
        if (reversed.N == 0)
            return null;
        var ordered = Enumerable
            .Range(0, reversed.Count)
            .Where(i => !double.IsNaN(reversed.Times[i]))
            .OrderBy(i => reversed.Times[i])
            .ToList();
        var (survival, at) = (1.0, 0);
        while (at < ordered.Count)
        {
            var time = reversed.Times[ordered[at]];
            var tied = ordered.Skip(at).TakeWhile(i => reversed.Times[i] == time).ToList();
            survival *= 1 - (tied.Count(i => reversed.EventObserved[i]) / (double)(ordered.Count - at));
            if (survival <= 0.5)
                return time;
            at += tied.Count;
        }
        return null;
    }
}

/// <summary>A clinical variable in numbers.</summary>
/// <param name="Name">Role or column.</param>
/// <param name="Column">Column.</param>
/// <param name="Kind">number, status or category.</param>
/// <param name="Known">Patients whose value is known.</param>
/// <param name="Values">Median and range of numbers; counts of words.</param>
public sealed record VariableSummary(string Name, string Column, string Kind, int Known, string Values)
{
    private const int LevelsNamed = 6;

    /// <summary>Sums a variable up.</summary>
    public static VariableSummary Of(ClinicalVariable variable) =>
        variable switch
        {
            NumberVariable number => new(number.Name, number.Column, "number", number.Known, Range(number.Values)),
            StatusVariable status => new(
                status.Name,
                status.Column,
                "status",
                status.Known,
                $"positive {status.Values.Count(v => v == true)}, negative {status.Values.Count(v => v == false)}"
            ),
            CategoryVariable category => new(
                category.Name,
                category.Column,
                "category",
                category.Known,
                Counts(category)
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(variable), variable.GetType().Name, "No such variable."),
        };

    private static string Range(double[] values)
    {
        var sorted = values.Where(v => !double.IsNaN(v)).Order().ToArray();
        return sorted.Length == 0
            ? ""
            : FormattableString.Invariant($"median {sorted[sorted.Length / 2]:G5}, {sorted[0]:G5} to {sorted[^1]:G5}");
    }

    private static string Counts(CategoryVariable category)
    {
        var counts = category
            .Values.OfType<string>()
            .CountBy(v => v)
            .OrderByDescending(c => c.Value)
            .ThenBy(c => c.Key, StringComparer.Ordinal)
            .ToList();
        var named = string.Join(", ", counts.Take(LevelsNamed).Select(c => $"{c.Key} {c.Value}"));
        return counts.Count > LevelsNamed ? $"{named}, {counts.Count - LevelsNamed} more" : named;
    }
}

/// <summary>A layer in numbers.</summary>
/// <param name="Name">Name.</param>
/// <param name="Level">Level of the evidence schema.</param>
/// <param name="Scale">Scale.</param>
/// <param name="Features">Features.</param>
/// <param name="Samples">Samples.</param>
public sealed record LayerSummary(string Name, string Level, MeasuredScale Scale, int Features, int Samples);

/// <summary>Mutations in numbers.</summary>
/// <param name="Mutations">Mutations.</param>
/// <param name="Profiled">Samples that were sequenced.</param>
/// <param name="Panels">What samples were sequenced for.</param>
/// <param name="MostAltered">The genes altered in most samples, with the number of samples.</param>
public sealed record MutationSummary(
    int Mutations,
    int Profiled,
    IReadOnlyList<PanelSummary> Panels,
    IReadOnlyList<KeyValuePair<string, int>> MostAltered
)
{
    private const int GenesNamed = 10;

    /// <summary>Sums mutations up.</summary>
    public static MutationSummary Of(MutationLayer layer) =>
        new(
            layer.Mutations.Count,
            layer.Profiled,
            [
                .. layer.Panels.Select(p => new PanelSummary(
                    p.Name,
                    p.Scope,
                    p.Scope == PanelScope.Listed ? p.Genes.Count : null,
                    layer.PanelOf.Count(o => o?.Name == p.Name)
                )),
            ],
            [
                .. layer
                    .Genes.Select(g => KeyValuePair.Create(g, layer.AlteredIn(g).Count(a => a == true)))
                    .OrderByDescending(g => g.Value)
                    .ThenBy(g => g.Key, StringComparer.Ordinal)
                    .Take(GenesNamed),
            ]
        );
}

/// <summary>A panel of genes in numbers.</summary>
/// <param name="Name">Name.</param>
/// <param name="Scope">What is known of its genes.</param>
/// <param name="Genes">Number of its genes; null unless they are listed.</param>
/// <param name="Samples">Samples that were sequenced with it.</param>
public sealed record PanelSummary(string Name, PanelScope Scope, int? Genes, int Samples);
