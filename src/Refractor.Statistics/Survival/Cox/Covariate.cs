using System.Globalization;

namespace Refractor.Statistics.Survival.Cox;

/// <summary>A term of a regression: a measured value, a factor, or the product of two terms. A factor has several columns.</summary>
/// <example><code>
/// CoxRegression.Fit(times, [Covariate.Numeric("age", age), Covariate.Factor("size", size, "&lt;=20"), Covariate.Numeric("nodes", nodes)])
/// </code></example>
public sealed class Covariate
{
    private Covariate(string name, int count, string[] columnNames, double[][] columns) =>
        (Name, Count, ColumnNames, Columns) = (name, count, columnNames, columns);

    /// <summary>Name of the term.</summary>
    public string Name { get; }

    /// <summary>Names of its columns, as in R: <c>age</c>, <c>size20-50</c>, <c>hormon:er</c>.</summary>
    public IReadOnlyList<string> ColumnNames { get; }

    /// <summary>Number of rows n.</summary>
    public int Count { get; }

    /// <summary>Columns of n values each; NaN is missing.</summary>
    internal double[][] Columns { get; }

    /// <summary>A measured value.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">n values; NaN is missing.</param>
    public static Covariate Numeric(string name, ReadOnlySpan<double> values) =>
        new(name, values.Length, [name], [values.ToArray()]);

    /// <summary>A yes or no: 1 for true.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="values">n flags.</param>
    public static Covariate Flag(string name, IReadOnlyList<bool> values) =>
        new(
            name,
            values.Count,
            [name],
            [
                [.. values.Select(v => v ? 1.0 : 0.0)],
            ]
        );

    /// <summary>A factor: each level but the base has a column of 0 and 1, so that its hazard ratio is against the base.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="labels">n labels; null is missing.</param>
    /// <param name="baseLevel">The level compared with; by default the first in order, numbers by value, others by code point.</param>
    /// <returns>One column fewer than there are levels: none if all labels are equal.</returns>
    /// <exception cref="ArgumentException">No label is the base level.</exception>
    public static Covariate Factor(string name, IReadOnlyList<string?> labels, string? baseLevel = null)
    {
        var levels = Sorted(labels.OfType<string>().Distinct());
        baseLevel ??= levels.FirstOrDefault();
        if (baseLevel is not null && !levels.Contains(baseLevel))
            throw new ArgumentException(
                $"{name} has no level '{baseLevel}'; it has {string.Join(", ", levels)}.",
                nameof(baseLevel)
            );
        var others = levels.Where(l => l != baseLevel).ToArray();
        return new Covariate(
            name,
            labels.Count,
            Array.ConvertAll(others, l => name + l),
            Array.ConvertAll(others, l => Indicator(labels, l))
        );
    }

    /// <summary>The product of two terms, column by column: how the effect of the one changes with the other.</summary>
    /// <remarks>Both terms belong into the model as well.</remarks>
    /// <exception cref="ArgumentException">The terms differ in length.</exception>
    public static Covariate Interaction(Covariate first, Covariate second)
    {
        if (first.Count != second.Count)
            throw new ArgumentException(
                $"{second.Name} has {second.Count} rows; expected {first.Count}, as many as {first.Name}.",
                nameof(second)
            );
        var pairs = (
            from s in Enumerable.Range(0, second.Columns.Length)
            from f in Enumerable.Range(0, first.Columns.Length)
            select (First: f, Second: s)
        ).ToArray();
        return new Covariate(
            $"{first.Name}:{second.Name}",
            first.Count,
            Array.ConvertAll(pairs, p => $"{first.ColumnNames[p.First]}:{second.ColumnNames[p.Second]}"),
            Array.ConvertAll(pairs, p => Product(first.Columns[p.First], second.Columns[p.Second]))
        );
    }

    private static double[] Product(double[] x, double[] y) => [.. x.Zip(y, (a, b) => a * b)];

    private static double[] Indicator(IReadOnlyList<string?> labels, string level) =>
        [
            .. labels.Select(l =>
                l is null ? double.NaN
                : l == level ? 1.0
                : 0.0
            ),
        ];

    private static string[] Sorted(IEnumerable<string> levels)
    {
        var sorted = levels.Order(StringComparer.Ordinal).ToArray();
        return sorted.All(l => double.TryParse(l, CultureInfo.InvariantCulture, out _))
            ? [.. sorted.OrderBy(l => double.Parse(l, CultureInfo.InvariantCulture))]
            : sorted;
    }
}
