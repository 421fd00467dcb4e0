namespace Refractor.Statistics.Distributions;

/// <summary>
/// A quantile of the beta distribution as logarithm of the odds x / (1 − x), in which x and 1 − x both keep their digits; Student's t
/// and F follow from the odds.
/// </summary>
internal readonly record struct OddsQuantile(double LogOdds)
{
    /// <summary>Beyond these log odds the first term of the series at either end is the whole of it.</summary>
    private const double SolelyFirstTerm = 600;

    public double X => 1 / (1 + Math.Exp(-LogOdds));

    public static OddsQuantile Of(LogTail target, double a, double b)
    {
        if (double.IsNaN(target.Log + a + b))
            return new OddsQuantile(double.NaN);
        if (double.IsNegativeInfinity(target.Log))
            return new OddsQuantile(target.Tail == Tail.Lower ? double.NegativeInfinity : double.PositiveInfinity);
        var guess = Guess(target, a, b);
        return Math.Abs(guess) > SolelyFirstTerm
            ? new OddsQuantile(guess)
            : new OddsQuantile(
                QuantileSolver.Solve(
                    w => TailAt(w, a, b),
                    w => LogDensityAt(w, a, b),
                    target,
                    guess,
                    Math.Sqrt(1 / a + 1 / b)
                )
            );
    }

    private static LogTail TailAt(double w, double a, double b)
    {
        var (x, y) = (1 / (1 + Math.Exp(-w)), 1 / (1 + Math.Exp(w)));
        return IncompleteBeta.LogTailOf(a, b, x, y, a * y - b * x);
    }

    private static double LogDensityAt(double w, double a, double b)
    {
        var (x, y) = (1 / (1 + Math.Exp(-w)), 1 / (1 + Math.Exp(w)));
        return SaddlePoint.LogBeta(a, b, x, y, a * y - b * x);
    }

    /// <summary>First term of the series at either end if it stays there, else the normal approximation of the log odds.</summary>
    private static double Guess(LogTail target, double a, double b)
    {
        var logBeta = LogGammaFunction.Beta(a, b);
        var lowest = (target.LogOf(Tail.Lower) + Math.Log(a) + logBeta) / a;
        if (lowest < -1 - Elementary.Log1p(b))
            return lowest;
        var highest = -(target.LogOf(Tail.Upper) + Math.Log(b) + logBeta) / b;
        if (highest > 1 + Elementary.Log1p(a))
            return highest;
        var middle = Math.Log(a / b);
        return middle + Normal.QuantileOfLog(target.Log, target.Tail) * Math.Sqrt(1 / a + 1 / b);
    }
}
