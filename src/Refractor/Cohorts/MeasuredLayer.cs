using Refractor.Knowledge;
using Refractor.Statistics;
using Refractor.Statistics.Ordering;

namespace Refractor.Cohorts;

/// <summary>Numbers measured for many features in the samples of a cohort: expression of genes, scores of signatures, proteins.</summary>
public sealed class MeasuredLayer
{
    private readonly Dictionary<string, int> _rows;
    private readonly Lazy<SampleOrder> _order;

    /// <summary>Makes a layer.</summary>
    /// <param name="name">Its name in the cohort, such as <c>expression</c>.</param>
    /// <param name="level">Where in the tumour it was measured.</param>
    /// <param name="scale">How the numbers are scaled.</param>
    /// <param name="features">f names, each once.</param>
    /// <param name="samples">n samples, as indices into those of the cohort.</param>
    /// <param name="matrix">f × n.</param>
    /// <param name="order">The stored order of the samples; null to sort when it is first needed.</param>
    public MeasuredLayer(
        string name,
        Level level,
        MeasuredScale scale,
        IReadOnlyList<string> features,
        IReadOnlyList<int> samples,
        FeatureMatrix matrix,
        SampleOrder? order = null
    )
    {
        (Name, Level, Scale, Features, Samples, Matrix) = (name, level, scale, features, samples, matrix);
        _rows = features.Select((f, i) => (f, i)).ToDictionary(x => x.f, x => x.i, StringComparer.OrdinalIgnoreCase);
        _order = order is null ? new Lazy<SampleOrder>(() => SampleOrder.Of(matrix)) : new Lazy<SampleOrder>(order);
    }

    /// <summary>Name in the cohort.</summary>
    public string Name { get; }

    /// <summary>Where in the tumour it was measured.</summary>
    public Level Level { get; }

    /// <summary>How the numbers are scaled.</summary>
    public MeasuredScale Scale { get; }

    /// <summary>f names of features.</summary>
    public IReadOnlyList<string> Features { get; }

    /// <summary>n samples, as indices into those of the cohort.</summary>
    public IReadOnlyList<int> Samples { get; }

    /// <summary>f features × n samples; NaN is missing.</summary>
    public FeatureMatrix Matrix { get; }

    /// <summary>The samples sorted by every feature.</summary>
    public SampleOrder Order => _order.Value;

    /// <summary>The row of a feature, whatever its letter case; −1 if it was not measured.</summary>
    public int RowOf(string feature) => _rows.GetValueOrDefault(feature, -1);
}

/// <summary>How measured numbers are scaled.</summary>
public enum MeasuredScale
{
    /// <summary>Logarithms, or scores on a scale that is linear in effect.</summary>
    Log,

    /// <summary>Standard deviations from the mean of a cohort.</summary>
    ZScore,

    /// <summary>Logarithms of the ratio to a reference.</summary>
    LogRatio,

    /// <summary>Amounts that need a logarithm before they are compared.</summary>
    Linear,

    /// <summary>Counts of reads.</summary>
    Counts,
}
