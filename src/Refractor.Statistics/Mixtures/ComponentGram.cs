using System.Numerics.Tensors;

namespace Refractor.Statistics.Mixtures;

/// <summary>The p components with their p × p cross-products, shared by all samples.</summary>
internal sealed class ComponentGram
{
    private readonly double[][] _columns;
    private readonly double[][] _products;

    public ComponentGram(double[][] columns)
    {
        _columns = columns;
        _products = [.. columns.Select(_ => new double[columns.Length])];
        for (var i = 0; i < columns.Length; i++)
        for (var j = 0; j <= i; j++)
            _products[i][j] = _products[j][i] = TensorPrimitives.Dot<double>(columns[i], columns[j]);
        Lengths = [.. columns.Select((_, i) => Math.Sqrt(_products[i][i]))];
    }

    /// <summary>p.</summary>
    public int Components => _columns.Length;

    /// <summary>Euclidean lengths of the components.</summary>
    public double[] Lengths { get; }

    /// <summary>n values of a component.</summary>
    public double[] Column(int component) => _columns[component];

    /// <summary>Its p cross-products.</summary>
    public double[] Products(int component) => _products[component];

    /// <summary>The same components on some of the rows.</summary>
    public ComponentGram Keep(bool[] rows) => new([.. _columns.Select(c => c.Where((_, r) => rows[r]).ToArray())]);

    /// <summary>A'b.</summary>
    public void Project(ReadOnlySpan<double> b, Span<double> result)
    {
        for (var j = 0; j < _columns.Length; j++)
            result[j] = TensorPrimitives.Dot(_columns[j], b);
    }

    /// <summary>b − Ax.</summary>
    public void Residuals(ReadOnlySpan<double> b, ReadOnlySpan<double> x, Span<double> result)
    {
        b.CopyTo(result);
        for (var j = 0; j < _columns.Length; j++)
        {
            if (x[j] != 0)
                TensorPrimitives.MultiplyAdd(_columns[j], -x[j], result, result);
        }
    }

    /// <summary>|b − Ax|².</summary>
    public double ResidualSquares(ReadOnlySpan<double> b, ReadOnlySpan<double> x)
    {
        var residuals = new double[b.Length];
        Residuals(b, x, residuals);
        return TensorPrimitives.SumOfSquares<double>(residuals);
    }
}
