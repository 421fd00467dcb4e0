namespace Refractor.Statistics.Normalisation;

/// <summary>
/// An additive fit of features and samples by medians (Tukey, Exploratory Data Analysis, 1977): value = overall + feature + sample +
/// residual. Summarises probe sets and finds sample effects without bending to outliers.
/// </summary>
/// <remarks>
/// The sweeps are over rows, then over columns, until the sum of the absolute residuals changes by less than a share of itself. The
/// fit depends on which comes first. Checked against R <c>medpolish</c>.
/// </remarks>
public sealed class MedianPolish
{
    private MedianPolish(double[] residuals, int features, int samples)
    {
        Residuals = residuals;
        (Features, Samples) = (new double[features], new double[samples]);
    }

    /// <summary>The overall value.</summary>
    public double Overall { get; private set; }

    /// <summary>f effects of the features.</summary>
    public double[] Features { get; }

    /// <summary>n effects of the samples.</summary>
    public double[] Samples { get; }

    /// <summary>f × n residuals; NaN where the value is missing.</summary>
    public double[] Residuals { get; }

    /// <summary>Number of sweeps over rows and columns.</summary>
    public int Iterations { get; private set; }

    /// <summary>Whether the sweeps met the tolerance.</summary>
    public bool Converged { get; private set; }

    /// <summary>Fits.</summary>
    /// <param name="matrix">
    /// f features × n samples; NaN is missing and left out of the medians. A row or column without value has the effect 0.
    /// </param>
    /// <param name="maxIterations">Most sweeps; R's default.</param>
    /// <param name="tolerance">The change, as a share of the sum of absolute residuals, that ends the sweeps; R's default.</param>
    public static MedianPolish Fit(FeatureMatrix matrix, int maxIterations = 10, double tolerance = 0.01)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var (f, n) = (matrix.Features, matrix.Samples);
        var residuals = new double[f * n];
        for (var i = 0; i < f; i++)
            matrix.CopyFeature(i, residuals.AsSpan(i * n, n));
        var polish = new MedianPolish(residuals, f, n);
        var last = 0.0;
        while (polish.Iterations < maxIterations && !polish.Converged)
        {
            polish.Sweep();
            var sum = residuals.Where(r => !double.IsNaN(r)).Sum(Math.Abs);
            polish.Converged = sum == 0 || Math.Abs(sum - last) < tolerance * sum;
            last = sum;
        }
        return polish;
    }

    private void Sweep()
    {
        Iterations++;
        Subtract(Features, Samples.Length, 1, Samples.Length);
        Move(Samples);
        Subtract(Samples, 1, Samples.Length, Features.Length);
        Move(Features);
    }

    /// <summary>Moves the median of each row or column from the residuals into its effect.</summary>
    private void Subtract(double[] effects, int stride, int step, int length)
    {
        var line = new double[length];
        for (var i = 0; i < effects.Length; i++)
        {
            for (var j = 0; j < length; j++)
                line[j] = Residuals[(i * stride) + (j * step)];
            var median = Median.Of(line);
            if (double.IsNaN(median))
                continue;
            effects[i] += median;
            for (var j = 0; j < length; j++)
                Residuals[(i * stride) + (j * step)] -= median;
        }
    }

    /// <summary>Moves the median of the effects of the other direction into the overall value.</summary>
    private void Move(double[] effects)
    {
        var median = Median.Of((double[])effects.Clone());
        if (double.IsNaN(median))
            return;
        Overall += median;
        for (var i = 0; i < effects.Length; i++)
            effects[i] -= median;
    }
}
