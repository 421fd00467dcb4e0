namespace Refractor.Statistics.Distributions;

/// <summary>
/// The root of a monotone function by regula falsi with halved weights (Illinois; Dowell and Jarratt, BIT 1971), after steps that double
/// until the sign changes.
/// </summary>
internal static class MonotoneRoot
{
    private const double Precision = 1e-15;

    /// <param name="function">Increasing in x; may be infinite at places.</param>
    /// <param name="guess">Where to begin.</param>
    /// <param name="step">First step towards the root.</param>
    public static double Find(Func<double, double> function, double guess, double step)
    {
        var low = guess;
        var atLow = function(guess);
        if (atLow == 0 || double.IsNaN(atLow))
            return atLow == 0 ? guess : double.NaN;
        var direction = atLow < 0 ? 1 : -1;
        var high = guess + direction * step;
        var atHigh = function(high);
        for (var i = 0; i < 200 && atHigh * direction < 0; i++)
        {
            (low, atLow) = (high, atHigh);
            step *= 2;
            high = low + direction * step;
            atHigh = function(high);
        }
        return Within(function, low, atLow, high, atHigh);
    }

    /// <summary>The root between two places where the signs differ.</summary>
    public static double FindWithin(Func<double, double> function, double low, double high) =>
        Within(function, low, function(low), high, function(high));

    private static double Within(Func<double, double> function, double a, double atA, double b, double atB)
    {
        for (var i = 0; i < 300 && atB != 0; i++)
        {
            if (Math.Abs(b - a) <= Precision * Math.Max(Math.Abs(b), 1e-3))
                break;
            var next = b - atB * ((b - a) / (atB - atA));
            if (!double.IsFinite(next) || (next - a) * (next - b) >= 0 || i % 8 == 7)
                next = 0.5 * (a + b);
            var value = function(next);
            if (double.IsNaN(value))
                return double.NaN;
            if (value * atB < 0)
                (a, atA) = (b, atB);
            else
                atA *= 0.5;
            (b, atB) = (next, value);
        }
        return b;
    }
}
