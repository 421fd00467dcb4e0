using Refractor.Knowledge;
using Refractor.Statistics;

namespace Refractor.Cohorts;

/// <summary>
/// The clinical variables of a cohort as a layer, so that they can be scanned like anything else that was measured: those with a role
/// (age, receptors, grade, nodes and so on) that are numbers or a status, each in standard deviations of the cohort.
/// </summary>
/// <remarks>
/// Columns without a role are left out: among them are outcomes and treatments under other names. So are roles that are known only after
/// treatment, such as the residual cancer burden.
/// </remarks>
public static class ClinicalLayer
{
    /// <summary>Its name.</summary>
    public const string Name = "clinical";

    private static readonly string[] AfterTreatment = ["rcb", "rcb_class", "response"];

    /// <summary>The layer; null if no variable can be part of it.</summary>
    /// <param name="cohort">The cohort.</param>
    public static MeasuredLayer? Of(Cohort cohort)
    {
        var samples = FirstSamples(cohort);
        var features = cohort
            .Variables.Where(v => v.Name != v.Column && !AfterTreatment.Contains(v.Name))
            .Select(v => (v.Name, Values: Standardised(v)))
            .Where(f => f.Values is not null)
            .ToList();
        if (features.Count == 0 || samples.Length == 0)
            return null;
        var values = features.SelectMany(f => samples.Select(s => (float)f.Values![cohort.Samples[s].Patient]));
        return new MeasuredLayer(
            Name,
            Level.CellPhenotype,
            MeasuredScale.ZScore,
            [.. features.Select(f => f.Name)],
            samples,
            FeatureMatrix.Of(features.Count, samples.Length, values.ToArray())
        );
    }

    /// <summary>One sample before treatment for each patient.</summary>
    private static int[] FirstSamples(Cohort cohort)
    {
        var seen = new HashSet<int>();
        return
        [
            .. Enumerable
                .Range(0, cohort.Samples.Count)
                .Where(s => cohort.Samples[s].Time == TimePoint.Baseline && seen.Add(cohort.Samples[s].Patient)),
        ];
    }

    private static double[]? Standardised(ClinicalVariable variable)
    {
        double[]? values = variable switch
        {
            NumberVariable number => number.Values,
            StatusVariable status =>
            [
                .. status.Values.Select(v =>
                    v is null ? double.NaN
                    : v.Value ? 1.0
                    : 0
                ),
            ],
            _ => null,
        };
        var known = values?.Where(v => !double.IsNaN(v)).ToArray() ?? [];
        if (known.Length < 2 || known.Min() == known.Max())
            return null;
        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(v => (v - mean) * (v - mean)) / (known.Length - 1));
        return [.. values!.Select(v => (v - mean) / deviation)];
    }
}
