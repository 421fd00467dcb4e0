namespace Refractor.Statistics.Distributions;

/// <summary>
/// The logarithm of the tail that was calculated directly; the other follows by complement. Algorithms choose the tail whose logarithm is
/// not close to 0, so that both keep their digits.
/// </summary>
internal readonly record struct LogTail(double Log, Tail Tail)
{
    public LogTail Swap => new(Log, Tail == Tail.Lower ? Tail.Upper : Tail.Lower);

    public double ProbabilityOf(Tail tail) => tail == Tail ? Math.Exp(Log) : -Elementary.Expm1(Log);

    public double LogOf(Tail tail) => tail == Tail ? Log : Elementary.LogOneMinusExp(Log);

    /// <summary>Certain: all mass lies in this tail.</summary>
    public static LogTail All(Tail tail) => new(0, tail);

    /// <summary>Cuts what rounding left above 0.</summary>
    public static LogTail Of(double log, Tail tail) => new(Math.Min(log, 0), tail);
}
