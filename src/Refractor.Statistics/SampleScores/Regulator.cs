using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.SampleScores;

/// <summary>The targets of a regulator and their weights.</summary>
internal sealed record Regulator(int[] Targets, double[] Weights)
{
    /// <summary>Takes the targets of all regulators over.</summary>
    /// <exception cref="ArgumentException">See <see cref="UnivariateLinearModel"/>.</exception>
    public static Regulator[] All(
        FeatureMatrix matrix,
        FeatureSets targets,
        IReadOnlyList<IReadOnlyList<double>>? weights
    )
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Features != matrix.Features)
            throw new ArgumentException(
                $"The sets are over {targets.Features} features; expected the {matrix.Features} of the matrix.",
                nameof(targets)
            );
        if (weights is not null && weights.Count != targets.Count)
            throw new ArgumentException(
                $"Weights of {weights.Count} regulators found; expected {targets.Count}.",
                nameof(weights)
            );
        return [.. Enumerable.Range(0, targets.Count).Select(r => Of(targets.Members(r), weights?[r], r))];
    }

    /// <summary>Why there is no slope in any sample.</summary>
    public NotEstimable Reason(int features)
    {
        if (Targets.Length == 0)
            return NotEstimable.EmptySet;
        var first = Targets.Length < features ? 0 : Weights[0];
        return Weights.All(w => w.Equals(first)) ? NotEstimable.NoVariation : NotEstimable.None;
    }

    private static Regulator Of(ReadOnlySpan<int> targets, IReadOnlyList<double>? weights, int number)
    {
        if (weights is not null && weights.Count != targets.Length)
            throw new ArgumentException(
                $"Regulator {number} has {weights.Count} weights; expected one for each of its {targets.Length} targets.",
                nameof(weights)
            );
        var (sorted, values) = (
            targets.ToArray(),
            weights?.ToArray() ?? Enumerable.Repeat(1.0, targets.Length).ToArray()
        );
        Array.Sort(sorted, values);
        return new Regulator(sorted, values);
    }
}
