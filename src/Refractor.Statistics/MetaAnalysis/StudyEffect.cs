namespace Refractor.Statistics.MetaAnalysis;

/// <summary>
/// What one study found: an effect on a scale where it is about normally distributed, and its sampling variance. A study whose effect
/// is not finite, or whose variance is not a positive finite number, is left out of every pooled result, and not counted.
/// </summary>
/// <param name="Effect">Such as a log odds ratio, a log hazard ratio or a log₂ fold change; case minus reference.</param>
/// <param name="Variance">The squared standard error of the effect, > 0.</param>
public readonly record struct StudyEffect(double Effect, double Variance)
{
    /// <summary>A study of which the effect is unknown.</summary>
    public static StudyEffect Missing { get; } = new(double.NaN, double.NaN);

    /// <summary>Square root of the variance.</summary>
    public double StandardError => Math.Sqrt(Variance);

    /// <summary>Whether the study can be pooled.</summary>
    public bool IsUsable => double.IsFinite(Effect) && double.IsFinite(Variance) && Variance > 0;

    /// <summary>Pairs effects with variances.</summary>
    /// <param name="effects">k values.</param>
    /// <param name="variances">k values.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static StudyEffect[] FromColumns(ReadOnlySpan<double> effects, ReadOnlySpan<double> variances)
    {
        if (effects.Length != variances.Length)
            throw new ArgumentException(
                $"{effects.Length} effects need as many variances; found {variances.Length}.",
                nameof(variances)
            );
        var studies = new StudyEffect[effects.Length];
        for (var i = 0; i < studies.Length; i++)
            studies[i] = new StudyEffect(effects[i], variances[i]);
        return studies;
    }
}
