namespace Refractor.Statistics.MultipleTesting;

/// <summary>How probabilities are written: as they are, or as logarithms. Every adjustment needs only order and products.</summary>
internal interface IProbabilityScale
{
    /// <summary>Certainty.</summary>
    public static abstract double One { get; }

    /// <summary>A probability times a factor.</summary>
    public static abstract double Times(double p, double factor);

    /// <summary>Whether this can stand for a probability; NaN can.</summary>
    public static abstract bool IsValid(double p);
}

internal readonly struct PlainScale : IProbabilityScale
{
    public static double One => 1;

    public static double Times(double p, double factor) => p * factor;

    public static bool IsValid(double p) => !(p is < 0 or > 1);
}

internal readonly struct LogScale : IProbabilityScale
{
    public static double One => 0;

    public static double Times(double p, double factor) => p + Math.Log(factor);

    public static bool IsValid(double p) => !(p > 0);
}
