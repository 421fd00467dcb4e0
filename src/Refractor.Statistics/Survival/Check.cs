namespace Refractor.Statistics.Survival;

/// <summary>Checks of arguments, with messages that say what was found and what was expected.</summary>
internal static class Check
{
    public static void Length(int expected, int found, string parameter)
    {
        if (found != expected)
            throw new ArgumentException($"{found} values for {expected} patients.", parameter);
    }

    public static void Weights(int expected, ReadOnlySpan<double> weights, string parameter)
    {
        Length(expected, weights.Length, parameter);
        for (var i = 0; i < weights.Length; i++)
            if (weights[i] < 0 || double.IsInfinity(weights[i]))
                throw new ArgumentException($"Weight {i} is {weights[i]}; expected a number ≥ 0 or NaN.", parameter);
    }

    public static void Level(double level)
    {
        if (!(level > 0 && level < 1))
            throw new ArgumentException($"{level} is no level; expected a number between 0 and 1.", nameof(level));
    }
}
