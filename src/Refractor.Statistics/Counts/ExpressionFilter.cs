using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Counts;

/// <summary>
/// Which genes have enough reads in enough samples to be worth testing (edgeR's <c>filterByExpr</c>). It looks at the design only for the
/// size of the smallest group, never at the outcome.
/// </summary>
public sealed record ExpressionFilter
{
    /// <summary>edgeR's defaults.</summary>
    public static ExpressionFilter Default { get; } = new();

    /// <summary>Reads that a gene should have in a sample of median depth; 10 by default.</summary>
    public double MinCount { get; init; } = 10;

    /// <summary>Reads that a gene should have in all samples together; 15 by default.</summary>
    public double MinTotalCount { get; init; } = 15;

    /// <summary>A group of more samples counts as large; 10 by default.</summary>
    public double LargeGroup { get; init; } = 10;

    /// <summary>Share of the samples of a group beyond a large one that should have the gene; 0.7 by default.</summary>
    public double MinShare { get; init; } = 0.7;

    /// <summary>Chooses genes.</summary>
    /// <param name="counts">f features × n samples of read counts.</param>
    /// <param name="design">n samples × p coefficients; the smallest group is one over the largest leverage.</param>
    /// <param name="librarySizes">n effective sizes: library size × normalisation factor. Null for the sums of the samples.</param>
    /// <returns>Numbers of the features to keep, ascending; for <see cref="FeatureMatrix.Select"/>.</returns>
    /// <exception cref="ArgumentException">Not n samples in the design, or not n library sizes above 0.</exception>
    /// <remarks>Checked against edgeR 3.40.</remarks>
    public int[] Keep(FeatureMatrix counts, DesignMatrix design, IReadOnlyList<double>? librarySizes = null)
    {
        var sizes = CountColumns.LibrarySizes(counts, librarySizes);
        var smallest = SmallestGroup(counts, design);
        var needed = smallest > LargeGroup ? LargeGroup + (smallest - LargeGroup) * MinShare : smallest;
        var median = Quantile.Of(sizes, 0.5);
        var cutoff = MinCount / median * 1e6;
        var row = new double[counts.Samples];
        var kept = new List<int>();
        for (var f = 0; f < counts.Features; f++)
        {
            counts.CopyFeature(f, row);
            var (above, total) = (0, 0.0);
            for (var s = 0; s < row.Length; s++)
            {
                above += row[s] / sizes[s] * 1e6 >= cutoff ? 1 : 0;
                total += row[s];
            }
            if (above >= needed - 1e-14 && total >= MinTotalCount - 1e-14)
                kept.Add(f);
        }
        return [.. kept];
    }

    private static double SmallestGroup(FeatureMatrix counts, DesignMatrix design)
    {
        var space = new ModelPlan(counts, design, LinearModelOptions.Default).Common;
        var largest = 0.0;
        for (var s = 0; s < space.Samples.Length; s++)
        {
            var leverage = 0.0;
            for (var k = 0; k < space.Rank; k++)
                leverage += space.Basis(k)[s] * space.Basis(k)[s];
            largest = Math.Max(largest, leverage);
        }
        return 1 / largest;
    }
}
