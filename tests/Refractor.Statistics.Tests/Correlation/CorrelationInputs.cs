namespace Refractor.Statistics.Tests.Correlation;

/// <summary>Features with and without ties, missing and infinite values, constant, nearly empty.</summary>
internal static class CorrelationInputs
{
    public static double[] Matrix(int features, int samples, ulong seed)
    {
        var random = new RandomSource(seed);
        var values = new double[features * samples];
        for (var i = 0; i < values.Length; i++)
        {
            var u = random.NextDouble();
            var (feature, sample) = (i / samples, i % samples);
            values[i] = (feature % 8) switch
            {
                0 => u + sample / 100.0,
                1 => Math.Round(4 * u) - sample / 30,
                2 => 1000 + u,
                3 => u < 0.2 ? double.NaN : u + sample / 300.0,
                4 => 3.1,
                5 => sample < 2 ? u : double.NaN,
                6 => sample == 5 ? double.PositiveInfinity : u,
                _ => sample == 7 ? 1 : double.NaN,
            };
        }
        return values;
    }

    public static double[] Variable(int samples, ulong seed, bool hasMissing)
    {
        var random = new RandomSource(seed);
        return
        [
            .. Enumerable
                .Range(0, samples)
                .Select(i => hasMissing && i % 9 == 4 ? double.NaN : Math.Round(random.NextDouble() * 50) + i / 4.0),
        ];
    }
}
