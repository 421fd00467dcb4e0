namespace Refractor.Statistics.LinearModels;

/// <summary>The minimum of a function of one variable (Brent, Algorithms for Minimization without Derivatives, 1973).</summary>
internal static class Minimum
{
    private const double Golden = 0.3819660112501051;
    private const double RelativeTolerance = 1e-9;
    private const double AbsoluteTolerance = 1e-10;

    /// <summary>Searches between two ends; the function may be +∞ near them.</summary>
    public static double Of(Func<double, double> function, double low, double high, int steps)
    {
        var best = low + Golden * (high - low);
        var (second, third) = (best, best);
        var bestValue = function(best);
        var (secondValue, thirdValue) = (bestValue, bestValue);
        var (step, before) = (0.0, 0.0);
        for (var i = 0; i < steps; i++)
        {
            var middle = (low + high) / 2;
            var tolerance = RelativeTolerance * Math.Abs(best) + AbsoluteTolerance;
            if (Math.Abs(best - middle) <= 2 * tolerance - (high - low) / 2)
                break;
            var parabola = Parabola(best, bestValue, second, secondValue, third, thirdValue);
            var target = best + parabola;
            if (Math.Abs(parabola) < Math.Abs(before) / 2 && target > low && target < high)
            {
                (before, step) = (step, parabola);
                if (target - low < 2 * tolerance || high - target < 2 * tolerance)
                    step = best < middle ? tolerance : -tolerance;
            }
            else
            {
                before = best < middle ? high - best : low - best;
                step = Golden * before;
            }
            var at = best + (Math.Abs(step) >= tolerance ? step : Math.CopySign(tolerance, step));
            var value = function(at);
            if (value <= bestValue)
            {
                (low, high) = at < best ? (low, best) : (best, high);
                (third, thirdValue) = (second, secondValue);
                (second, secondValue) = (best, bestValue);
                (best, bestValue) = (at, value);
                continue;
            }
            (low, high) = at < best ? (at, high) : (low, at);
            if (value <= secondValue || second == best)
            {
                (third, thirdValue) = (second, secondValue);
                (second, secondValue) = (at, value);
            }
            else if (value <= thirdValue || third == best || third == second)
            {
                (third, thirdValue) = (at, value);
            }
        }
        return best;
    }

    // Step from the best point to the vertex of the parabola through three points; NaN if there is none.
    private static double Parabola(double x, double fx, double w, double fw, double v, double fv)
    {
        var r = (x - w) * (fx - fv);
        var q = (x - v) * (fx - fw);
        return -((x - v) * q - (x - w) * r) / (2 * (q - r));
    }
}
