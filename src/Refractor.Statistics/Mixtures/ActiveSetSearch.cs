using System.Numerics.Tensors;

namespace Refractor.Statistics.Mixtures;

/// <summary>
/// Lawson and Hanson's search: frees the component along which the residual sum of squares falls fastest, solves for the free ones, and
/// binds again those that would turn negative, until no bound component promises a fall.
/// </summary>
internal sealed class ActiveSetSearch
{
    // A slope below this fraction of |a||b| is rounding.
    private const double SlopeTolerance = 1e-13;

    private readonly ComponentGram _shared;
    private readonly IFreeComponents _solver;
    private readonly bool _sumToOne;
    private readonly List<int> _free = [];
    private readonly double _longest;
    private readonly bool[] _isFree;
    private readonly bool[] _isClosed;
    private readonly double[] _slopes;
    private readonly double[] _z;
    private double[] _residuals = [];
    private double _slopeTolerance;
    private bool _foundDependence;

    public ActiveSetSearch(ComponentGram shared, IFreeComponents solver, bool sumToOne)
    {
        (_shared, _solver, _sumToOne) = (shared, solver, sumToOne);
        _longest = shared.Lengths.Max();
        _isFree = new bool[shared.Components];
        _isClosed = new bool[shared.Components];
        _slopes = new double[shared.Components];
        _z = new double[shared.Components];
    }

    /// <summary>Solves; false if it did not end, or if free components were found dependent and the solver is not fit for that.</summary>
    public bool TrySolve(ReadOnlySpan<double> mixture, ReadOnlySpan<double> projections, Span<double> x)
    {
        Begin(mixture, projections, x);
        if (_sumToOne)
            FreeNearest(projections, x);
        UpdateSlopes(projections, x);
        var isExact = false;
        for (var step = 0; step < 10 * (x.Length + 10); step++)
        {
            if (_foundDependence && _solver.NeedsRefinement)
                return false;
            var next = Steepest();
            if (next >= 0)
            {
                if (TryMove(next, x))
                {
                    UpdateSlopes(projections, x);
                    isExact = false;
                }
            }
            else if (isExact)
                return true;
            else
                isExact = Refine(mixture, x);
        }
        return false;
    }

    private void Begin(ReadOnlySpan<double> mixture, ReadOnlySpan<double> projections, Span<double> x)
    {
        if (_residuals.Length != mixture.Length)
            _residuals = new double[mixture.Length];
        _solver.Begin(mixture, projections);
        _free.Clear();
        Array.Clear(_isFree);
        Array.Clear(_isClosed);
        x.Clear();
        _foundDependence = false;
        var length = TensorPrimitives.Norm(mixture);
        _slopeTolerance = SlopeTolerance * (_sumToOne ? length + _longest : length);
    }

    /// <summary>With the sum fixed, the search starts from the component that alone fits best.</summary>
    private void FreeNearest(ReadOnlySpan<double> projections, Span<double> x)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var j = 0; j < x.Length; j++)
        {
            var distance = _shared.Products(j)[j] / 2 - projections[j];
            if (distance < least)
                (best, least) = (j, distance);
        }
        Free(best);
        x[best] = 1;
    }

    private bool Free(int component)
    {
        if (!_solver.TryFree(component))
            return false;
        _free.Add(component);
        return _isFree[component] = true;
    }

    private void BindAt(int place)
    {
        _solver.BindAt(place);
        _isFree[_free[place]] = false;
        _free.RemoveAt(place);
    }

    /// <summary>A'(b − Ax) on the cross-products.</summary>
    private void UpdateSlopes(ReadOnlySpan<double> projections, ReadOnlySpan<double> x)
    {
        projections.CopyTo(_slopes);
        foreach (var j in _free)
            TensorPrimitives.MultiplyAdd(_shared.Products(j), -x[j], _slopes, _slopes);
    }

    private int Steepest()
    {
        var level = MultiplierOfSum();
        var (steepest, slope) = (-1, _slopeTolerance);
        for (var j = 0; j < _slopes.Length; j++)
        {
            // With the sum fixed, components are compared as points, and their own lengths do not matter.
            var length = _sumToOne ? _longest : _shared.Lengths[j];
            var excess = (_slopes[j] - level) / length;
            if (excess > slope && !_isFree[j] && !_isClosed[j])
                (steepest, slope) = (j, excess);
        }
        return steepest;
    }

    private double MultiplierOfSum()
    {
        if (!_sumToOne)
            return 0;
        var sum = 0.0;
        foreach (var j in _free)
            sum += _slopes[j];
        return sum / _free.Count;
    }

    /// <summary>Frees a component and moves to the new solution; false, with the component closed for now, if that leads nowhere.</summary>
    private bool TryMove(int component, Span<double> x)
    {
        if (!Free(component))
        {
            _foundDependence = true;
            _isClosed[component] = true;
            return false;
        }
        _solver.Solve(_z);
        if (!(_z[_free.Count - 1] > 0))
        {
            BindAt(_free.Count - 1);
            _isClosed[component] = true;
            return false;
        }
        Settle(x);
        Array.Clear(_isClosed);
        return true;
    }

    /// <summary>Moves towards the solution of the free components, binding those that reach 0 on the way.</summary>
    private void Settle(Span<double> x)
    {
        while (true)
        {
            var (share, blocking) = (1.0, -1);
            for (var i = 0; i < _free.Count; i++)
            {
                if (_z[i] > 0)
                    continue;
                var reach = x[_free[i]] == 0 ? 0 : x[_free[i]] / (x[_free[i]] - _z[i]);
                if (blocking < 0 || reach < share)
                    (share, blocking) = (reach, i);
            }
            for (var i = 0; i < _free.Count; i++)
                x[_free[i]] += share * (_z[i] - x[_free[i]]);
            if (blocking < 0)
            {
                for (var i = 0; i < _free.Count; i++)
                    x[_free[i]] = _z[i];
                return;
            }
            x[_free[blocking]] = 0;
            BindAt(blocking);
            _solver.Solve(_z);
        }
    }

    /// <summary>
    /// Takes what rounding of the cross-products left in the residuals, and the slopes from the residuals themselves; false if that bound a
    /// component.
    /// </summary>
    private bool Refine(ReadOnlySpan<double> mixture, Span<double> x)
    {
        var free = _free.Count;
        if (_solver.NeedsRefinement && _free.Count > 0)
        {
            SlopesOfResiduals(mixture, x);
            for (var i = 0; i < _free.Count; i++)
                _z[i] = _slopes[_free[i]];
            _solver.Refine(_z);
            for (var i = 0; i < _free.Count; i++)
                _z[i] += x[_free[i]];
            Settle(x);
        }
        SlopesOfResiduals(mixture, x);
        return _free.Count == free;
    }

    private void SlopesOfResiduals(ReadOnlySpan<double> mixture, ReadOnlySpan<double> x)
    {
        _shared.Residuals(mixture, x, _residuals);
        _shared.Project(_residuals, _slopes);
    }
}
