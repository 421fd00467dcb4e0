using System.Numerics.Tensors;

namespace Refractor.Statistics.Mixtures;

/// <summary>Solves one sample after another; keeps buffers, hence one solver a thread.</summary>
internal sealed class ActiveSetSolver
{
    private readonly ComponentGram _shared;
    private readonly MixtureConstraint _constraint;
    private readonly double[] _projections;
    private readonly ActiveSetSearch?[] _searches = new ActiveSetSearch?[4];

    public ActiveSetSolver(ComponentGram shared, MixtureConstraint constraint)
    {
        (_shared, _constraint) = (shared, constraint);
        _projections = new double[shared.Components];
    }

    /// <summary>Finds the coefficients of a sample.</summary>
    /// <returns>None, or that the iteration did not end.</returns>
    public NotEstimable Solve(ReadOnlySpan<double> mixture, Span<double> x)
    {
        _shared.Project(mixture, _projections);
        if (_constraint == MixtureConstraint.SumToOne)
            return Solve(mixture, x, sumToOne: true);
        var reason = Solve(mixture, x, sumToOne: false);
        // The problem is convex: if its optimum without the bound on the sum exceeds the bound, the optimum with it lies on the bound.
        return
            _constraint == MixtureConstraint.SumAtMostOne
            && reason == NotEstimable.None
            && TensorPrimitives.Sum<double>(x) > 1
            ? Solve(mixture, x, sumToOne: true)
            : reason;
    }

    private NotEstimable Solve(ReadOnlySpan<double> mixture, Span<double> x, bool sumToOne)
    {
        var fast = Search(sumToOne, byQr: false);
        return fast.TrySolve(mixture, _projections, x) ? NotEstimable.None
            : Search(sumToOne, byQr: true).TrySolve(mixture, _projections, x) ? NotEstimable.None
            : NotEstimable.NotConverged;
    }

    private ActiveSetSearch Search(bool sumToOne, bool byQr) =>
        _searches[(sumToOne ? 1 : 0) + (byQr ? 2 : 0)] ??= new ActiveSetSearch(
            _shared,
            byQr ? new FreeComponentsByQr(_shared, sumToOne) : new FreeComponentsByCrossProducts(_shared, sumToOne),
            sumToOne
        );
}
