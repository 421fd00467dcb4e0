using Refractor.Statistics.Enrichment;

namespace Refractor.Statistics.SampleScores;

/// <summary>The members of feature sets that a method uses.</summary>
internal sealed class SetMembers
{
    private readonly int[][] _features;

    private SetMembers(int[][] features) => _features = features;

    /// <summary>Number of sets.</summary>
    public int Sets => _features.Length;

    /// <summary>Number of members of each set.</summary>
    public int[] Counts => Array.ConvertAll(_features, f => f.Length);

    /// <summary>The features of a set, ascending, each once.</summary>
    public ReadOnlySpan<int> this[int set] => _features[set];

    /// <summary>Takes the members over.</summary>
    /// <param name="sets">Sets over the features of the matrix.</param>
    /// <param name="matrix">f features.</param>
    /// <param name="isUsed">Leaves other features out; null for all.</param>
    /// <exception cref="ArgumentException">The sets are over another number of features.</exception>
    public static SetMembers Of(FeatureSets sets, FeatureMatrix matrix, Func<int, bool>? isUsed = null)
    {
        ArgumentNullException.ThrowIfNull(sets);
        ArgumentNullException.ThrowIfNull(matrix);
        if (sets.Features != matrix.Features)
            throw new ArgumentException(
                $"The sets are over {sets.Features} features; expected the {matrix.Features} of the matrix.",
                nameof(sets)
            );
        var features = new int[sets.Count][];
        for (var s = 0; s < features.Length; s++)
        {
            features[s] = sets.Members(s).ToArray();
            if (isUsed is not null)
                features[s] = Array.FindAll(features[s], f => isUsed(f));
            Array.Sort(features[s]);
        }
        return new SetMembers(features);
    }

    /// <summary>The reason of sets without member.</summary>
    public NotEstimable[] EmptySets =>
        Array.ConvertAll(_features, f => f.Length == 0 ? NotEstimable.EmptySet : NotEstimable.None);

    /// <summary>The reasons of sets without member, and of those that leave no other feature to compare with.</summary>
    /// <param name="used">Number of features that are used.</param>
    public NotEstimable[] Reasons(int used) =>
        Array.ConvertAll(
            _features,
            f =>
                f.Length == 0 ? NotEstimable.EmptySet
                : f.Length == used ? NotEstimable.OneGroup
                : NotEstimable.None
        );
}
