using System.Globalization;

namespace Refractor.Statistics;

/// <summary>A confidence interval, or a prediction interval where the property says so.</summary>
/// <param name="Low">Lower bound; may be −∞ or, for what could not be computed, NaN.</param>
/// <param name="High">Upper bound; may be +∞ or NaN.</param>
/// <param name="Level">Coverage, between 0 and 1.</param>
public readonly record struct Interval(double Low, double High, double Level = 0.95)
{
    /// <summary>No interval.</summary>
    public static Interval None { get; } = new(double.NaN, double.NaN);

    /// <summary>Whether both bounds are numbers.</summary>
    public bool IsEstimable => !double.IsNaN(Low) && !double.IsNaN(High);

    /// <summary>Whether the value lies within the bounds, the bounds included.</summary>
    public bool Contains(double value) => Low <= value && value <= High;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Low:G4}–{High:G4} ({100 * Level:G4} %)");
}
