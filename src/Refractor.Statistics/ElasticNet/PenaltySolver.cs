using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>
/// Moves to the optimum of one penalty: coordinate descent on one quadratic approximation of the likelihood after another, ended by Newton's
/// steps once the signs stay as they are.
/// </summary>
internal sealed class PenaltySolver(StandardizedFeatures features, PathModel model, PathState state)
{
    private const double Converged = 1e-10;
    private const int MaximalApproximations = 500;
    private const int MaximalHalvings = 30;

    // From this one on, Newton's steps are tried before the signs stay.
    private const int PatientApproximations = 3;

    // Squared moves at which the coefficients of an approximation count as settled.
    private const double FirstTolerance = 1e-6;
    private const double LastTolerance = 1e-24;

    // By how much the slope of a coefficient at 0 may exceed the penalty: rounding.
    private const double SlopeTolerance = 1e-9;

    private readonly CoordinateDescent _descent = new(features.Columns, state.Predictor.Length);
    private readonly ActiveNewton _newton = new(features, model);

    /// <summary>Moves to the optimum over the candidates; the slopes are then those there.</summary>
    public void Solve(int[] candidates, (double Absolute, double Square) penalty)
    {
        var tolerance = FirstTolerance;
        for (var i = 0; i < MaximalApproximations; i++)
        {
            var (start, startIntercept) = ((double[])state.Coefficients.Clone(), state.Intercept);
            var before = state.Objective(model, penalty);
            model.Approximate(state.Predictor, state.Slopes, state.Weights);
            _descent.Minimise(state, model.HasIntercept, candidates, penalty, tolerance);
            Accept(start, startIntercept, before, penalty);
            var move = Math.Abs(state.Intercept - startIntercept);
            var sameSigns = true;
            foreach (var j in candidates)
            {
                move = Math.Max(move, Math.Abs(state.Coefficients[j] - start[j]));
                sameSigns &= Math.Sign(state.Coefficients[j]) == Math.Sign(start[j]);
            }
            if (move < Converged)
                break;
            if (
                (sameSigns || i >= PatientApproximations)
                && _newton.TrySolve(state, penalty)
                && IsOptimal(candidates, penalty.Absolute)
            )
                break;
            // No need to solve an approximation better than it is.
            tolerance = Math.Clamp(1e-2 * move * move, LastTolerance, FirstTolerance);
        }
        model.Approximate(state.Predictor, state.Slopes, state.Weights);
    }

    private bool IsOptimal(int[] candidates, double penalty)
    {
        model.Approximate(state.Predictor, state.Slopes, state.Weights);
        return candidates.All(j =>
            state.Coefficients[j] != 0
            || Math.Abs(TensorPrimitives.Dot<double>(features.Columns[j], state.Slopes))
                <= penalty * (1 + SlopeTolerance)
        );
    }

    /// <summary>Goes back half the way as long as the approximation promised too much.</summary>
    private void Accept(double[] start, double startIntercept, double before, (double Absolute, double Square) penalty)
    {
        state.Predict(features);
        for (
            var halving = 0;
            state.Objective(model, penalty) > before + 1e-12 * Math.Abs(before) && halving < MaximalHalvings;
            halving++
        )
        {
            for (var j = 0; j < start.Length; j++)
                state.Coefficients[j] = (state.Coefficients[j] + start[j]) / 2;
            state.Intercept = (state.Intercept + startIntercept) / 2;
            state.Predict(features);
        }
    }
}
