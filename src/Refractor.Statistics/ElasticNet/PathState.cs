using System.Numerics.Tensors;

namespace Refractor.Statistics.ElasticNet;

/// <summary>Coefficients on the way along the path, with what follows from them for the samples.</summary>
internal sealed class PathState
{
    public PathState(int features, int samples, double intercept)
    {
        Coefficients = new double[features];
        (Predictor, Slopes, Weights, Ones) = (
            new double[samples],
            new double[samples],
            new double[samples],
            new double[samples]
        );
        Intercept = intercept;
        Array.Fill(Predictor, intercept);
        Array.Fill(Ones, 1);
    }

    /// <summary>Coefficients of the standardised features.</summary>
    public double[] Coefficients { get; }

    public double Intercept { get; set; }

    /// <summary>Linear predictors.</summary>
    public double[] Predictor { get; }

    /// <summary>Slopes of the log likelihood / m in the predictors.</summary>
    public double[] Slopes { get; }

    /// <summary>Its curvatures.</summary>
    public double[] Weights { get; }

    /// <summary>The column of the intercept.</summary>
    public double[] Ones { get; }

    /// <summary>Makes the predictors follow the coefficients.</summary>
    public void Predict(StandardizedFeatures features)
    {
        Array.Fill(Predictor, Intercept);
        for (var j = 0; j < Coefficients.Length; j++)
        {
            if (Coefficients[j] != 0)
                TensorPrimitives.MultiplyAdd(features.Columns[j], Coefficients[j], Predictor, Predictor);
        }
    }

    /// <summary>What is minimised: half the mean deviance, and the penalty.</summary>
    public double Objective(PathModel model, (double Absolute, double Square) penalty) =>
        model.Deviance(Predictor) / (2 * Predictor.Length)
        + penalty.Absolute * TensorPrimitives.SumOfMagnitudes<double>(Coefficients)
        + penalty.Square / 2 * TensorPrimitives.SumOfSquares<double>(Coefficients);
}
