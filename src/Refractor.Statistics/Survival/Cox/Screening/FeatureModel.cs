namespace Refractor.Statistics.Survival.Cox.Screening;

/// <summary>What the model of one feature says about the feature's columns.</summary>
/// <param name="Outcome">None, or why there is no estimate.</param>
/// <param name="Feature">Coefficient of the feature.</param>
/// <param name="Product">Coefficient of its product with the treatment; 0 without treatment.</param>
/// <param name="FeatureVariance">Variance of <paramref name="Feature"/>.</param>
/// <param name="ProductVariance">Variance of <paramref name="Product"/>.</param>
/// <param name="CrossVariance">Their covariance.</param>
/// <param name="LikelihoodRatio">Twice the gain of the log likelihood over the model without the feature; NaN if unknown.</param>
internal readonly record struct FeatureModel(
    NotEstimable Outcome,
    double Feature,
    double Product,
    double FeatureVariance,
    double ProductVariance,
    double CrossVariance,
    double LikelihoodRatio
)
{
    /// <summary>From coefficients of which the first one or two belong to the feature.</summary>
    public static FeatureModel Of(
        int featureColumns,
        double[] coefficients,
        double[,] covariance,
        double likelihoodRatio
    ) =>
        featureColumns == 1
            ? new(NotEstimable.None, coefficients[0], 0, covariance[0, 0], 0, 0, likelihoodRatio)
            : new(
                NotEstimable.None,
                coefficients[0],
                coefficients[1],
                covariance[0, 0],
                covariance[1, 1],
                covariance[0, 1],
                likelihoodRatio
            );

    /// <summary>No estimate.</summary>
    public static FeatureModel None(NotEstimable reason, double likelihoodRatio = double.NaN) =>
        new(reason, double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, likelihoodRatio);
}
