using System.Runtime.CompilerServices;

namespace Refractor.Statistics.Distributions;

/// <summary>Checks of arguments. NaN passes: it is data that is missing, and makes the result NaN.</summary>
internal static class Arguments
{
    public static void CheckPositive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value <= 0)
            throw new ArgumentOutOfRangeException(name, value, "expected a number above 0.");
    }

    public static void CheckNotNegative(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(name, value, "expected a number not below 0.");
    }

    public static void CheckProbability(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value is < 0 or > 1)
            throw new ArgumentOutOfRangeException(name, value, "expected a number from 0 to 1.");
    }

    public static void CheckLogProbability(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (value > 0)
            throw new ArgumentOutOfRangeException(name, value, "expected the logarithm of a probability, not above 0.");
    }

    public static void CheckSameLength(int found, int expected, string name)
    {
        if (found != expected)
            throw new ArgumentException($"{found} values; expected {expected}.", name);
    }
}
