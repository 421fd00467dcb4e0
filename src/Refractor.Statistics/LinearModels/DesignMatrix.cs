namespace Refractor.Statistics.LinearModels;

/// <summary>
/// The design of a linear model: n samples × p coefficients, with names. Made by <see cref="For"/>, a builder in the words of R's
/// <c>model.matrix</c>, or from columns by <see cref="Of"/>. A sample with a missing cell (NaN) takes no part in any fit.
/// </summary>
public sealed class DesignMatrix
{
    private readonly double[][] _columns;
    private readonly int[]? _within;

    internal DesignMatrix(int samples, IReadOnlyList<string> names, double[][] columns, int[]? within)
    {
        (Samples, Names, _columns, _within) = (samples, names, columns, within);
    }

    /// <summary>Number of samples n.</summary>
    public int Samples { get; }

    /// <summary>Names of the p coefficients; a level of a factor is factor and level together, such as <c>groupB</c>.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Number of coefficients p.</summary>
    public int Coefficients => Names.Count;

    /// <summary>A cell.</summary>
    public double this[int sample, int coefficient] => _columns[coefficient][sample];

    /// <summary>A builder for the samples, such as <c>For(24).Intercept().Factor("group", groups).ToDesign()</c>.</summary>
    /// <param name="samples">n.</param>
    public static DesignBuilder For(int samples) => new(samples);

    /// <summary>A design from its columns.</summary>
    /// <param name="columns">Name and n values of each coefficient; NaN is missing.</param>
    /// <exception cref="ArgumentException">No column, or columns of different lengths.</exception>
    public static DesignMatrix Of(params IReadOnlyList<(string Name, double[] Values)> columns)
    {
        if (columns.Count == 0)
            throw new ArgumentException("A design needs at least one column; found none.", nameof(columns));
        var builder = new DesignBuilder(columns[0].Values.Length);
        foreach (var (name, values) in columns)
            builder.Numeric(name, values);
        return builder.ToDesign();
    }

    /// <summary>The contrast that is one coefficient.</summary>
    /// <param name="name">Name of the coefficient.</param>
    /// <exception cref="ArgumentException">There is no such coefficient; the message lists those there are.</exception>
    public Contrast Coefficient(string name) => Contrast(name, (name, 1));

    /// <summary>A contrast by the names of coefficients, as limma's <c>makeContrasts</c>.</summary>
    /// <param name="name">What to call it.</param>
    /// <param name="weights">Coefficient and weight; coefficients left out have weight 0.</param>
    /// <exception cref="ArgumentException">There is no such coefficient; the message lists those there are.</exception>
    public Contrast Contrast(string name, params ReadOnlySpan<(string Coefficient, double Weight)> weights)
    {
        var all = new double[Coefficients];
        foreach (var (coefficient, weight) in weights)
            all[IndexOf(coefficient)] += weight;
        return new Contrast(name, all);
    }

    internal double[][] Columns => _columns;

    /// <summary>Block of each sample whose mean is removed, −1 for unknown; null if there is none.</summary>
    internal int[]? Within => _within;

    internal int IndexOf(string name)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i] == name)
                return i;
        }
        throw new ArgumentException(
            $"The design has no coefficient '{name}'; expected one of {string.Join(", ", Names)}.",
            nameof(name)
        );
    }

    /// <summary>Samples without a missing cell.</summary>
    internal int[] CompleteSamples() =>
        [
            .. Enumerable
                .Range(0, Samples)
                .Where(s => (_within is null || _within[s] >= 0) && !_columns.Any(c => double.IsNaN(c[s]))),
        ];
}
