using Refractor.Statistics.Ordering;

namespace Refractor.Statistics.Correlation;

/// <summary>The correlation of one variable with every feature of a matrix, as columns of length f.</summary>
/// <remarks>
/// Checked against R <c>cor.test</c> for every feature. P values are those of Student's t, for Spearman's ρ as with
/// <c>exact = FALSE</c>.
/// </remarks>
public sealed class CorrelationScreen
{
    internal CorrelationScreen(int features)
    {
        (Coefficients, LogP) = (new double[features], new double[features]);
        (N, Reasons) = (new int[features], new NotEstimable[features]);
    }

    /// <summary>Correlation with each feature, −1 to 1; NaN where <see cref="Reasons"/> says why.</summary>
    public double[] Coefficients { get; }

    /// <summary>Natural logarithm of the two-sided p; NaN with fewer than three pairs.</summary>
    public double[] LogP { get; }

    /// <summary>Complete pairs of each feature.</summary>
    public int[] N { get; }

    /// <summary>
    /// Why there is no correlation: <see cref="NotEstimable.TooFewValues"/> with fewer than two pairs,
    /// <see cref="NotEstimable.NoVariation"/> if feature or variable is constant in them, <see cref="NotEstimable.OutOfRange"/> if a
    /// value is infinite (Pearson).
    /// </summary>
    public NotEstimable[] Reasons { get; }

    /// <summary>Pearson's correlation of a variable with every feature.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="variable">n values in the order of the samples; samples with NaN are left out.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <exception cref="ArgumentException">The variable has not n values.</exception>
    public static CorrelationScreen Pearson(FeatureMatrix matrix, ReadOnlySpan<double> variable, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        CheckLength(variable, matrix.Samples);
        return PearsonScreen.Run(matrix, variable.ToArray(), threads);
    }

    /// <summary>Pearson's correlation of one feature with every feature, itself included.</summary>
    /// <param name="matrix">f features × n samples; NaN is missing.</param>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    public static CorrelationScreen Pearson(FeatureMatrix matrix, int feature, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var variable = new double[matrix.Samples];
        matrix.CopyFeature(feature, variable);
        return PearsonScreen.Run(matrix, variable, threads);
    }

    /// <summary>Spearman's correlation of a variable with every feature, from the stored order.</summary>
    /// <param name="order">Order of n samples by f features.</param>
    /// <param name="variable">n values in the order of the samples; samples with NaN are left out.</param>
    /// <param name="threads">How many threads at most; 0 for one per core. The result does not depend on it.</param>
    /// <exception cref="ArgumentException">The variable has not n values.</exception>
    public static CorrelationScreen Spearman(SampleOrder order, ReadOnlySpan<double> variable, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(order);
        CheckLength(variable, order.Samples);
        return SpearmanScreen.Run(order, Midranks.Of(variable), threads);
    }

    /// <summary>Spearman's correlation of one feature with every feature, itself included, from the stored order.</summary>
    /// <param name="order">Order of n samples by f features.</param>
    /// <param name="feature">0 to f − 1.</param>
    /// <param name="threads">How many threads at most; 0 for one per core.</param>
    public static CorrelationScreen Spearman(SampleOrder order, int feature, int threads = 0)
    {
        ArgumentNullException.ThrowIfNull(order);
        var ranks = new double[order.Samples];
        order.CopyMidranks(feature, ranks);
        return SpearmanScreen.Run(order, ranks, threads);
    }

    /// <summary>Writes one result.</summary>
    internal void Set(int feature, double coefficient, int n, NotEstimable reason)
    {
        N[feature] = n;
        Reasons[feature] = reason;
        Coefficients[feature] = reason == NotEstimable.None ? Math.Clamp(coefficient, -1, 1) : double.NaN;
        LogP[feature] =
            reason == NotEstimable.None && n > 2
                ? Distributions.StudentT.TwoSided(CorrelationT.Of(Coefficients[feature], n - 2), n - 2).Log
                : double.NaN;
    }

    private static void CheckLength(ReadOnlySpan<double> variable, int samples)
    {
        if (variable.Length != samples)
            throw new ArgumentException(
                $"Found {variable.Length} values; expected {samples}, one a sample.",
                nameof(variable)
            );
    }
}
