namespace Refractor.Statistics.LinearModels;

/// <summary>Builds a <see cref="DesignMatrix"/> term by term, with the column order and names of R's <c>model.matrix</c>.</summary>
public sealed class DesignBuilder
{
    private readonly int _samples;
    private readonly List<string> _names = [];
    private readonly List<double[]> _columns = [];
    private readonly Dictionary<string, (int First, int Count)> _terms = [];
    private int[]? _within;

    internal DesignBuilder(int samples)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(samples);
        _samples = samples;
    }

    /// <summary>Adds the intercept, named <c>(Intercept)</c>.</summary>
    public DesignBuilder Intercept() => Numeric("(Intercept)", Enumerable.Repeat(1.0, _samples).ToArray());

    /// <summary>Adds a numeric covariate.</summary>
    /// <param name="name">Name of the term and of its coefficient.</param>
    /// <param name="values">n values; NaN is missing.</param>
    /// <exception cref="ArgumentException">Not n values, or a name used before.</exception>
    public DesignBuilder Numeric(string name, ReadOnlySpan<double> values)
    {
        CheckLength(values.Length, nameof(values));
        return Add(name, [(name, values.ToArray())]);
    }

    /// <summary>Adds a factor as differences from a reference level: one column for each other level.</summary>
    /// <param name="name">Name of the term; coefficients are named by it and the level.</param>
    /// <param name="labels">n labels; null is missing.</param>
    /// <param name="reference">The level that the others are compared with; the first in ordinal order by default.</param>
    /// <exception cref="ArgumentException">Not n labels, a name used before, or a reference that no sample has.</exception>
    public DesignBuilder Factor(string name, IReadOnlyList<string?> labels, string? reference = null)
    {
        var levels = Levels(labels);
        reference ??= levels.FirstOrDefault();
        if (reference is not null && !levels.Contains(reference))
            throw new ArgumentException(
                $"No sample has the level '{reference}' of {name}; found {string.Join(", ", levels)}.",
                nameof(reference)
            );
        return Add(name, [.. levels.Where(l => l != reference).Select(l => (name + l, Indicator(labels, l)))]);
    }

    /// <summary>Adds one column for each level, for a design without intercept whose coefficients are group means.</summary>
    /// <param name="name">Name of the term; coefficients are named by it and the level.</param>
    /// <param name="labels">n labels; null is missing.</param>
    /// <exception cref="ArgumentException">Not n labels, or a name used before.</exception>
    public DesignBuilder GroupMeans(string name, IReadOnlyList<string?> labels) =>
        Add(name, [.. Levels(labels).Select(l => (name + l, Indicator(labels, l)))]);

    /// <summary>Adds the products of all columns of two terms, named such as <c>groupB:age</c>.</summary>
    /// <param name="first">A term added before.</param>
    /// <param name="second">A term added before.</param>
    /// <exception cref="ArgumentException">There is no such term.</exception>
    public DesignBuilder Interaction(string first, string second)
    {
        var (a, b) = (Term(first, nameof(first)), Term(second, nameof(second)));
        var products =
            from j in Enumerable.Range(b.First, b.Count)
            from i in Enumerable.Range(a.First, a.Count)
            select ($"{_names[i]}:{_names[j]}", _columns[i].Zip(_columns[j], (x, y) => x * y).ToArray());
        return Add($"{first}:{second}", [.. products]);
    }

    /// <summary>
    /// Compares within blocks, such as the patients of a paired design: equal to a factor with one level per block, whose coefficients
    /// are not reported but removed from the data beforehand, so that thousands of pairs cost no more than two groups. The design then
    /// needs no intercept; one that is given cannot be estimated.
    /// </summary>
    /// <param name="labels">n labels; null is missing.</param>
    /// <exception cref="ArgumentException">Not n labels.</exception>
    public DesignBuilder Within(IReadOnlyList<string?> labels)
    {
        CheckLength(labels.Count, nameof(labels));
        _within = Blocks.Number(labels);
        return this;
    }

    /// <summary>The design.</summary>
    /// <exception cref="InvalidOperationException">No term was added.</exception>
    public DesignMatrix ToDesign() =>
        _columns.Count > 0
            ? new DesignMatrix(_samples, [.. _names], [.. _columns], _within)
            : throw new InvalidOperationException("A design needs at least one term; none was added.");

    private DesignBuilder Add(string term, IReadOnlyList<(string Name, double[] Values)> columns)
    {
        if (!_terms.TryAdd(term, (_columns.Count, columns.Count)))
            throw new ArgumentException($"The design has a term '{term}' already.", nameof(term));
        foreach (var (name, values) in columns)
        {
            _names.Add(name);
            _columns.Add(values);
        }
        return this;
    }

    private (int First, int Count) Term(string name, string parameter) =>
        _terms.TryGetValue(name, out var term)
            ? term
            : throw new ArgumentException(
                $"The design has no term '{name}'; expected one of {string.Join(", ", _terms.Keys)}.",
                parameter
            );

    private string[] Levels(IReadOnlyList<string?> labels)
    {
        CheckLength(labels.Count, nameof(labels));
        return [.. labels.OfType<string>().Distinct().Order(StringComparer.Ordinal)];
    }

    private static double[] Indicator(IReadOnlyList<string?> labels, string level) =>
        [
            .. labels.Select(l =>
                l is null ? double.NaN
                : l == level ? 1.0
                : 0.0
            ),
        ];

    private void CheckLength(int length, string parameter)
    {
        if (length != _samples)
            throw new ArgumentException($"The design has {_samples} samples; found {length} values.", parameter);
    }
}
