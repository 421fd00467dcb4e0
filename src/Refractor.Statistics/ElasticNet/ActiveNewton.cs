using System.Numerics.Tensors;
using Refractor.Statistics.LinearAlgebra;

namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// Ends the search for a penalty: once coordinate descent has found which coefficients are not 0, and their signs, the penalised likelihood is
/// smooth in them, and Newton's steps with the full curvature reach full precision at once.
/// </summary>
/// <remarks>
/// Coordinate descent alone needs thousands of rounds where features are alike or almost as many as samples; for Cox' likelihood, of which it
/// sees only the diagonal curvature, also otherwise.
/// </remarks>
internal sealed class ActiveNewton(StandardizedFeatures features, PathModel model)
{
    private const int MaximalSteps = 100;

    // The error after a step is about its square.
    private const double SmallStep = 1e-6;
    private const int MostActive = 1000;

    /// <summary>Moves to the optimum of the coefficients that are not 0; one that would change its sign becomes 0.</summary>
    /// <param name="state">Coefficients and predictors; where the search fails, not worse than before.</param>
    /// <param name="penalty">Of absolute values and of squares.</param>
    /// <returns>False if the curvature is singular, or the steps do not settle.</returns>
    public bool TrySolve(PathState state, (double Absolute, double Square) penalty)
    {
        int[] active = [.. Enumerable.Range(0, state.Coefficients.Length).Where(j => state.Coefficients[j] != 0)];
        if (active.Length > MostActive)
            return false;
        for (var step = 0; step < MaximalSteps; step++)
        {
            if (StepOf(state, active, penalty) is not { } move)
                return false;
            var (share, leaving) = ShareOf(state, active, move);
            if (!TryMove(state, active, move, share, leaving, penalty))
                return false;
            if (leaving >= 0)
                active = [.. active.Where(j => j != leaving)];
            else if (move.Length == 0 || Math.Abs(TensorPrimitives.MaxMagnitude<double>(move)) < SmallStep)
                return true;
        }
        return false;
    }

    /// <summary>How far the step can go until a coefficient is 0, and which one.</summary>
    private static (double Share, int Leaving) ShareOf(PathState state, int[] active, double[] move)
    {
        var (share, leaving) = (1.0, -1);
        for (var a = 0; a < active.Length; a++)
        {
            var coefficient = state.Coefficients[active[a]];
            if ((coefficient + move[a]) * coefficient > 0)
                continue;
            var reach = -coefficient / move[a];
            if (leaving < 0 || reach < share)
                (share, leaving) = (reach, active[a]);
        }
        return (share, leaving);
    }

    private double[]? StepOf(PathState state, int[] active, (double Absolute, double Square) penalty)
    {
        double[][] columns =
        [
            .. active.Select(j => features.Columns[j]),
            .. model.HasIntercept ? [state.Ones] : Array.Empty<double[]>(),
        ];
        model.Approximate(state.Predictor, state.Slopes, state.Weights);
        var curvature = model.Curvature(columns, state.Weights);
        double[] step = [.. columns.Select(c => TensorPrimitives.Dot<double>(c, state.Slopes))];
        for (var a = 0; a < active.Length; a++)
        {
            var coefficient = state.Coefficients[active[a]];
            curvature[a, a] += penalty.Square;
            step[a] -= penalty.Absolute * Math.Sign(coefficient) + penalty.Square * coefficient;
        }
        if (Cholesky.Of(curvature) is not { } factor)
            return null;
        factor.Solve(step);
        return step;
    }

    private bool TryMove(
        PathState state,
        int[] active,
        double[] move,
        double share,
        int leaving,
        (double Absolute, double Square) penalty
    )
    {
        var (coefficients, intercept) = ((double[])state.Coefficients.Clone(), state.Intercept);
        var before = state.Objective(model, penalty);
        for (var a = 0; a < active.Length; a++)
            state.Coefficients[active[a]] += share * move[a];
        if (leaving >= 0)
            state.Coefficients[leaving] = 0;
        if (model.HasIntercept)
            state.Intercept += share * move[^1];
        state.Predict(features);
        if (state.Objective(model, penalty) <= before + 1e-12 * Math.Abs(before))
            return true;
        coefficients.CopyTo(state.Coefficients, 0);
        state.Intercept = intercept;
        state.Predict(features);
        return false;
    }
}
