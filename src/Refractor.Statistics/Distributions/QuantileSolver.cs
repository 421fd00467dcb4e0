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
    public static double Solve(
        Func<double, LogTail> tailAt,
        Func<double, double> logDensityAt,
        LogTail target,
        double guess
    )
    {
        var sign = target.Tail == Tail.Lower ? 1 : -1;
        double low = double.NegativeInfinity,
            high = double.PositiveInfinity,
            w = guess,
            stretch = 1;
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
            var next = w + step;
            if (!(next > low && next < high) || double.IsInfinity(next))
            {
                // Outside the bracket: halve it, or walk on while one side is open.
                if (double.IsInfinity(low) || double.IsInfinity(high))
                    next = w + (excess < 0 ? stretch : -stretch);
                else
                    next = 0.5 * (low + high);
                stretch *= 2;
            }
            if (Math.Abs(next - w) <= 4e-16 * Math.Max(Math.Abs(next), 1e-3))
                return next;
            w = next;
        }
        return w;
    }
}
