using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>A likelihood of m samples as the path sees it: through its quadratic approximation in the linear predictors.</summary>
internal abstract class PathModel
{
    /// <summary>Whether an intercept is fitted, without penalty.</summary>
    public abstract bool HasIntercept { get; }

    /// <summary>Linear predictor of all samples without features.</summary>
    public abstract double NullPredictor { get; }

    /// <summary>What the penalty of squares is divided by, beside the penalty of absolute values.</summary>
    public virtual double SquarePenaltyScale => 1;

    /// <summary>The power of the whole fall of the penalty that is one of so many steps.</summary>
    public virtual double StepPower(int steps) => 1.0 / (steps - 1);

    /// <summary>Twice the log likelihood missing to a saturated model, without features.</summary>
    public abstract double NullDeviance { get; }

    /// <summary>Deviance at linear predictors.</summary>
    public abstract double Deviance(ReadOnlySpan<double> predictor);

    /// <summary>Slope and curvature of the log likelihood / m in each linear predictor.</summary>
    /// <param name="predictor">m values.</param>
    /// <param name="slopes">Receives m derivatives.</param>
    /// <param name="weights">Receives m negated second derivatives (of Cox' likelihood the diagonal).</param>
    public abstract void Approximate(ReadOnlySpan<double> predictor, Span<double> slopes, Span<double> weights);

    /// <summary>
    /// Full curvature of the log likelihood / m in the coefficients of columns, where <see cref="Approximate"/> was called last.
    /// </summary>
    /// <param name="columns">a columns of m values.</param>
    /// <param name="weights">The curvatures in the predictors.</param>
    /// <returns>a × a.</returns>
    public virtual double[,] Curvature(double[][] columns, ReadOnlySpan<double> weights)
    {
        var curvature = new double[columns.Length, columns.Length];
        AddProducts(curvature, columns, weights, 1);
        return curvature;
    }

    /// <summary>Adds the weighted cross-products of columns.</summary>
    private protected static void AddProducts(
        double[,] sum,
        double[][] columns,
        ReadOnlySpan<double> weights,
        double factor
    )
    {
        var weighted = new double[weights.Length];
        for (var a = 0; a < columns.Length; a++)
        {
            TensorPrimitives.Multiply(columns[a], weights, weighted);
            for (var b = 0; b <= a; b++)
                sum[a, b] += factor * TensorPrimitives.Dot<double>(columns[b], weighted);
        }
    }
}
