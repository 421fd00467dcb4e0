namespace Refractor.Statistics.Roc;

/// <summary>A part of the area under a ROC curve.</summary>
/// <param name="Area">The area, at most the width of the range.</param>
/// <param name="Corrected">
/// McClish's standardised area: 0.5 on the diagonal, 1 for a perfect marker in the range (Med Decis Making 1989).
/// <see cref="NotEstimable.OutOfRange"/> if the curve runs below the diagonal there, where the correction has no meaning.
/// </param>
public sealed record PartialArea(double Area, Estimate<double> Corrected)
{
    /// <summary>Area under the straight lines through points of ascending x, between two bounds of x.</summary>
    internal static PartialArea Under(ReadOnlySpan<(double X, double Y)> points, double low, double high)
    {
        if (!(low >= 0 && high <= 1 && low < high))
            throw new ArgumentException(
                $"The range is {1 - high} to {1 - low}; expected a lower and a higher bound from 0 to 1.",
                nameof(low)
            );
        var area = 0.0;
        for (var i = 1; i < points.Length; i++)
        {
            var (a, b) = (points[i - 1], points[i]);
            var (from, to) = (Math.Max(low, a.X), Math.Min(high, b.X));
            if (from < to)
                area += (to - from) * (At(a, b, from) + At(a, b, to)) / 2;
        }
        var least = (high - low) * (high + low) / 2;
        var most = high - low;
        return area < least
            ? new PartialArea(area, NotEstimable.OutOfRange)
            : new PartialArea(area, (1 + (area - least) / (most - least)) / 2);
    }

    private static double At((double X, double Y) a, (double X, double Y) b, double x) =>
        a.Y + (b.Y - a.Y) * ((x - a.X) / (b.X - a.X));
}
