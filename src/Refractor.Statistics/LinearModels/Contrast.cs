namespace Refractor.Statistics.LinearModels;

/// <summary>A weighted sum of the coefficients of a design, such as "arm Y minus arm X".</summary>
/// <param name="Name">What it is called in results.</param>
/// <param name="Weights">One weight per coefficient of the design, in its order.</param>
public sealed record Contrast(string Name, IReadOnlyList<double> Weights)
{
    internal double[] ToArray(int coefficients)
    {
        if (Weights.Count != coefficients)
            throw new ArgumentException(
                $"Contrast '{Name}' has {Weights.Count} weights; the design has {coefficients} coefficients.",
                nameof(coefficients)
            );
        return [.. Weights];
    }
}
