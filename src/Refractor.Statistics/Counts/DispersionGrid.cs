using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Counts;

/// <summary>The dispersions at which likelihoods are tabulated: 0.1 times powers of 2, with a spline between.</summary>
internal static class DispersionGrid
{
    private const double Middle = 0.1;
    private const int Octaves = 10;

    /// <summary>Dispersions of the grid.</summary>
    public static double[] Dispersions { get; } =
    [.. Enumerable.Range(-Octaves, 2 * Octaves + 1).Select(k => Math.ScaleB(Middle, k))];

    /// <summary>The dispersion at which likelihoods on the grid have their maximum.</summary>
    public static double Best(ReadOnlySpan<double> likelihoods) =>
        Middle * Math.Pow(2, EvenSpline.Maximum(likelihoods) - Octaves);
}
