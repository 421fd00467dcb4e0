namespace Refractor.Statistics.LinearModels;

/// <summary>A design with its options, checked against the matrix, ready to fit features.</summary>
internal sealed class ModelPlan
{
    private readonly int[]? _within;
    private readonly int[]? _blocks;
    private readonly double _correlation;
    private readonly double[]? _sampleWeights;

    public ModelPlan(FeatureMatrix values, DesignMatrix design, LinearModelOptions options)
    {
        Check(values, design, options);
        Weights = options.Weights;
        _within = design.Within;
        _blocks = options.Blocks is null ? null : Blocks.Number(options.Blocks);
        _correlation = options.Correlation;
        _sampleWeights = options.SampleWeights?.ToArray();
        int[] samples =
        [
            .. design
                .CompleteSamples()
                .Where(s => (_blocks is null || _blocks[s] >= 0) && (_sampleWeights is null || _sampleWeights[s] > 0)),
        ];
        Columns = design.Columns;
        var first = SpaceOf(samples, []);
        Kept = first.Independent;
        Columns = Array.ConvertAll(Kept, k => design.Columns[k]);
        Common = first.Rank == design.Coefficients ? first : SpaceOf(samples, []);
    }

    /// <summary>Columns of the design that are no combination of earlier ones, over all samples.</summary>
    public double[][] Columns { get; }

    /// <summary>Their places in the design.</summary>
    public int[] Kept { get; }

    /// <summary>The design on all samples whose covariates are known.</summary>
    public ModelSpace Common { get; }

    /// <summary>Weights of single measurements, or null.</summary>
    public FeatureMatrix? Weights { get; }

    /// <summary>The design on some samples.</summary>
    /// <param name="samples">Those observed.</param>
    /// <param name="weights">Weights of the measurements of all samples; read only if there are <see cref="Weights"/>.</param>
    public ModelSpace SpaceOf(int[] samples, double[] weights)
    {
        double[]? roots = null;
        if (_sampleWeights is not null || weights.Length > 0)
        {
            roots = Array.ConvertAll(
                samples,
                s => Math.Sqrt((_sampleWeights?[s] ?? 1) * (weights.Length > 0 ? weights[s] : 1))
            );
        }
        return new ModelSpace(Columns, samples, new RowTransform(samples, roots, _within, _blocks, _correlation));
    }

    private static void Check(FeatureMatrix values, DesignMatrix design, LinearModelOptions options)
    {
        if (design.Samples != values.Samples)
            throw Wrong("samples in the design", design.Samples, values.Samples, nameof(design));
        if (options.SampleWeights is { } weights && weights.Count != values.Samples)
            throw Wrong("sample weights", weights.Count, values.Samples, nameof(options));
        if (options.Blocks is { } blocks && blocks.Count != values.Samples)
            throw Wrong("block labels", blocks.Count, values.Samples, nameof(options));
        if (options.Weights is { } cells && (cells.Samples != values.Samples || cells.Features != values.Features))
            throw new ArgumentException(
                $"Found {cells.Features} × {cells.Samples} weights; expected {values.Features} × {values.Samples}.",
                nameof(options)
            );
        if (options.Blocks is not null && design.Within is not null)
            throw new ArgumentException(
                "A design within blocks has no correlation of blocks left; give one of the two.",
                nameof(options)
            );
        CheckCorrelation(options);
    }

    private static void CheckCorrelation(LinearModelOptions options)
    {
        if (options.Blocks is not { Count: > 0 } blocks)
            return;
        var largest = blocks.OfType<string>().GroupBy(b => b).Select(g => g.Count()).DefaultIfEmpty(1).Max();
        var lowest = largest > 1 ? -1.0 / (largest - 1) : -1;
        if (!(options.Correlation > lowest && options.Correlation < 1))
            throw new ArgumentException(
                $"Found a correlation of {options.Correlation}; expected one above {lowest} and below 1.",
                nameof(options)
            );
    }

    private static ArgumentException Wrong(string what, int found, int expected, string parameter) =>
        new($"Found {found} {what}; expected {expected}, the samples of the matrix.", parameter);
}
