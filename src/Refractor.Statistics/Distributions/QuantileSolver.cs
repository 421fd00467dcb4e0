namespace Refractor.Statistics.Distributions;

/// <summary>Inverts a tail by Newton's method on its logarithm, kept within a bracket.</summary>
internal static class QuantileSolver
{
    /// <summary>The tail to be met, the smaller of the two, given the probability of one of them.</summary>
    public static LogTail Target(double p, Tail tail) =>
        p <= 0.5 ? new LogTail(Math.Log(p), tail) : new LogTail(Elementary.Log1p(-p), tail).Swap;

    /// <summary>The tail to be met, the smaller of the two, given the logarithm of the probability of one of them.</summary>
    public static LogTail TargetOfLog(double logP, Tail tail) =>
        logP <= -Elementary.LogTwo ? new LogTail(logP, tail) : new LogTail(Elementary.LogOneMinusExp(logP), tail).Swap;

    /// <summary>Solves tail(w) = target.</summary>
    /// <param name="tailAt">Tails at w, all real w.</param>
    /// <param name="logDensityAt">Logarithm of the density of w.</param>
    /// <param name="target">What to meet.</param>
    /// <param name="guess">Where to begin.</param>
    /// <param name="width">Scale of w: no step is longer than 8 of it at first, since a tail close to 1 is flat and points too far.</param>
    public static double Solve(
        Func<double, LogTail> tailAt,
        Func<double, double> logDensityAt,
        LogTail target,
        double guess,
        double width
    )
    {
        var sign = target.Tail == Tail.Lower ? 1 : -1;
        double low = double.NegativeInfinity,
            high = double.PositiveInfinity,
            w = guess,
            longest = 8 * width;
        for (var i = 0; i < 500; i++)
        {
            var log = tailAt(w).LogOf(target.Tail);
            var excess = sign * (log - target.Log);
            if (excess == 0)
                return w;
            if (excess < 0)
                low = w;
            else
                high = w;
            var step = -excess / Math.Exp(logDensityAt(w) - log);
            if (!(Math.Abs(step) <= longest))
            {
                step = excess < 0 ? longest : -longest;
                longest *= 2;
            }
            var next = w + step;
            if (Math.Abs(step) <= 4e-16 * Math.Max(Math.Abs(w), 1e-3))
                return next;
            if (!(next > low && next < high))
                next = 0.5 * (low + high);
            w = next;
        }
        return w;
    }
}
