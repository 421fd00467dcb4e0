using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.Mixtures;

/// <summary>Solves for the free components by a QR decomposition each time: slow, for components that are nearly or fully dependent.</summary>
internal sealed class FreeComponentsByQr(ComponentGram shared, bool sumToOne) : IFreeComponents
{
    private readonly List<int> _free = [];
    private double[] _mixture = [];
    private QrDecomposition? _factor;

    public bool NeedsRefinement => false;

    public void Begin(ReadOnlySpan<double> mixture, ReadOnlySpan<double> projections)
    {
        _mixture = mixture.ToArray();
        _free.Clear();
        _factor = null;
    }

    public bool TryFree(int component)
    {
        if (!sumToOne && shared.Lengths[component] == 0)
            return false;
        _free.Add(component);
        var factor = Factor();
        if (factor.Rank < (sumToOne ? _free.Count - 1 : _free.Count))
        {
            _free.RemoveAt(_free.Count - 1);
            return false;
        }
        _factor = factor;
        return true;
    }

    public void BindAt(int place)
    {
        _free.RemoveAt(place);
        _factor = Factor();
    }

    public void Solve(Span<double> z)
    {
        var y = (double[])_mixture.Clone();
        if (!sumToOne)
        {
            _factor!.MultiplyTransposed(y);
            _factor.SolveUpper(y, z);
            return;
        }
        var origin = shared.Column(_free[0]);
        for (var i = 0; i < y.Length; i++)
            y[i] -= origin[i];
        _factor!.MultiplyTransposed(y);
        _factor.SolveUpper(y, z[1..]);
        z[0] = 1;
        foreach (var value in z[1.._free.Count])
            z[0] -= value;
    }

    public void Refine(Span<double> gradient) => gradient[.._free.Count].Clear();

    /// <summary>Of the free components; with the sum fixed, of their differences from the first.</summary>
    private QrDecomposition Factor() =>
        new(sumToOne ? [.. _free.Skip(1).Select(Difference)] : [.. _free.Select(shared.Column)], _mixture.Length);

    private double[] Difference(int component) =>
        [.. shared.Column(component).Zip(shared.Column(_free[0]), (a, b) => a - b)];
}
