using System.Numerics.Tensors;

namespace Refractor.Statistics.Mixtures;

/// <summary>Solves for the free components on the shared cross-products: fast, and safe for components that are not too alike.</summary>
internal sealed class FreeComponentsByCrossProducts : IFreeComponents
{
    // With less left of a squared length, the rounding of the cross-products would reach the digits that are promised.
    private const double Tolerance = 1e-9;

    private readonly ComponentGram _shared;
    private readonly GrowingCholesky _factor;
    private readonly List<int> _free;
    private readonly double[] _projections;
    private readonly double[] _products;
    private readonly double[] _ones;
    private readonly bool _sumToOne;

    // Added to all cross-products and projections, it changes nothing where the sum is 1, but lets components be free together that are
    // dependent as vectors and not as points.
    private readonly double _lift;

    public FreeComponentsByCrossProducts(ComponentGram shared, bool sumToOne)
    {
        (_shared, _sumToOne) = (shared, sumToOne);
        var p = shared.Components;
        _factor = new GrowingCholesky(p);
        _free = new List<int>(p);
        (_projections, _products, _ones) = (new double[p], new double[p], new double[p]);
        var longest = shared.Lengths.Max();
        _lift =
            !sumToOne ? 0
            : longest > 0 ? longest * longest
            : 1;
    }

    public bool NeedsRefinement => true;

    public void Begin(ReadOnlySpan<double> mixture, ReadOnlySpan<double> projections)
    {
        projections.CopyTo(_projections);
        _free.Clear();
        _factor.Clear();
    }

    public bool TryFree(int component)
    {
        var products = _shared.Products(component);
        for (var i = 0; i < _free.Count; i++)
            _products[i] = products[_free[i]] + _lift;
        _products[_free.Count] = products[component] + _lift;
        if (!_factor.TryAdd(_products.AsSpan(0, _free.Count + 1), _projections[component] + _lift, Tolerance))
            return false;
        _free.Add(component);
        return true;
    }

    public void BindAt(int place)
    {
        _free.RemoveAt(place);
        _factor.RemoveAt(place);
    }

    public void Solve(Span<double> z)
    {
        z = z[.._free.Count];
        _factor.Solve(z);
        if (_sumToOne)
            ShiftSumTo(1, z);
    }

    public void Refine(Span<double> gradient)
    {
        gradient = gradient[.._free.Count];
        _factor.SolveFor(gradient);
        if (_sumToOne)
            ShiftSumTo(0, gradient);
    }

    /// <summary>Moves along the solution for ones, as the Lagrange multiplier of the sum does.</summary>
    private void ShiftSumTo(double target, Span<double> z)
    {
        var ones = _ones.AsSpan(0, z.Length);
        _factor.SolveOnes(ones);
        var multiplier = (target - TensorPrimitives.Sum<double>(z)) / TensorPrimitives.Sum<double>(ones);
        TensorPrimitives.MultiplyAdd(ones, multiplier, z, z);
    }
}
