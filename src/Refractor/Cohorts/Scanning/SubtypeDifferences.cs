using Refractor.Statistics.Distributions;
using Refractor.Statistics.MultipleTesting;

namespace Refractor.Cohorts.Scanning;

/// <summary>
/// Whether the effect of each feature differs between subtypes without a patient in common: Cochran's Q over their effects, weighted by
/// the inverse of the squared standard errors, against χ² (Cochran, Biometrics 1954). Columns of f features.
/// </summary>
public sealed class SubtypeDifferences
{
    private SubtypeDifferences(int features) =>
        (Q, Df, LogP) = (new double[features], new int[features], new double[features]);

    /// <summary>Cochran's Q; NaN where fewer than two subtypes have an effect.</summary>
    public double[] Q { get; }

    /// <summary>Degrees of freedom: subtypes with an effect, less one.</summary>
    public int[] Df { get; }

    /// <summary>Natural logarithms of p.</summary>
    public double[] LogP { get; }

    /// <summary>Natural logarithms of p adjusted by Benjamini and Hochberg over all features.</summary>
    public double[] LogQ { get; private set; } = [];

    /// <summary>Compares the effects of scans of the same features in different patients.</summary>
    public static SubtypeDifferences Of(IReadOnlyList<CohortScan> scans)
    {
        var differences = new SubtypeDifferences(scans[0].Effects.Length);
        for (var f = 0; f < differences.Q.Length; f++)
            differences.Set(f, [.. scans.Select(s => (s.Effects[f], s.StandardErrors[f]))]);
        differences.LogQ = AdjustedP.BenjaminiHochbergOfLog(differences.LogP);
        return differences;
    }

    /// <summary>Rows of features by p, the smallest first; equal p stand in the order of the features.</summary>
    public IReadOnlyList<int> ByP() =>
        [.. Enumerable.Range(0, LogP.Length).Where(f => !double.IsNaN(LogP[f])).OrderBy(f => LogP[f])];

    private void Set(int feature, (double Effect, double Error)[] effects)
    {
        var known = effects.Where(e => double.IsFinite(e.Effect) && e.Error > 0).ToArray();
        Df[feature] = Math.Max(0, known.Length - 1);
        if (Df[feature] == 0)
        {
            (Q[feature], LogP[feature]) = (double.NaN, double.NaN);
            return;
        }
        var weights = Array.ConvertAll(known, e => 1 / (e.Error * e.Error));
        var mean = known.Zip(weights, (e, w) => w * e.Effect).Sum() / weights.Sum();
        Q[feature] = known.Zip(weights, (e, w) => w * (e.Effect - mean) * (e.Effect - mean)).Sum();
        LogP[feature] = ChiSquared.LogProbability(Q[feature], Df[feature], Tail.Upper);
    }
}
