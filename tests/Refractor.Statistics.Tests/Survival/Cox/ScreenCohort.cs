using Refractor.Statistics.Survival;

namespace Refractor.Statistics.Tests.Survival.Cox;

/// <summary>Random features and survival with many ties: most features continuous, some with few values, separated or constant.</summary>
internal sealed class ScreenCohort
{
    private readonly double[] _values;

    private ScreenCohort(double[] values, int samples)
    {
        _values = values;
        Matrix = FeatureMatrix.Of(values.Length / samples, samples, values);
    }

    public FeatureMatrix Matrix { get; }

    public required SurvivalTimes Times { get; set; }

    public required int[] Strata { get; init; }

    public required bool[] Treated { get; init; }

    public required double[] Age { get; init; }

    public double[] Feature(int feature) => _values[(feature * Matrix.Samples)..((feature + 1) * Matrix.Samples)];

    public FeatureMatrix Negated() =>
        FeatureMatrix.Of(Matrix.Features, Matrix.Samples, _values.Select(v => -v).ToArray());

    /// <summary>The same values rounded to single precision, stored so and in double precision.</summary>
    public (FeatureMatrix Singles, FeatureMatrix Doubles) Rounded()
    {
        var singles = Array.ConvertAll(_values, v => (float)v);
        return (
            FeatureMatrix.Of(Matrix.Features, Matrix.Samples, singles),
            FeatureMatrix.Of(Matrix.Features, Matrix.Samples, Array.ConvertAll(singles, v => (double)v))
        );
    }

    /// <summary>The same with samples and features in reverse order.</summary>
    public ScreenCohort Reversed()
    {
        var (times, status) = (Times.Times.ToArray(), Times.EventObserved.ToArray());
        return new ScreenCohort([.. Enumerable.Reverse(_values)], Matrix.Samples)
        {
            Times = SurvivalTimes.Of([.. Enumerable.Reverse(times)], (bool[])[.. Enumerable.Reverse(status)]),
            Strata = [.. Enumerable.Reverse(Strata)],
            Treated = [.. Enumerable.Reverse(Treated)],
            Age = [.. Enumerable.Reverse(Age)],
        };
    }

    /// <summary>The same patients, each observed from some time before the end.</summary>
    public ScreenCohort WithEntries()
    {
        var (random, starts) = (new RandomSource(77), new double[Matrix.Samples]);
        for (var i = 0; i < starts.Length; i++)
            starts[i] = Math.Floor(Times.Times[i] * 0.9 * random.NextDouble()) - (i % 2);
        Times = SurvivalTimes.Between(starts, Times.Times, Times.EventObserved);
        return this;
    }

    public static ScreenCohort Random(ulong seed, int samples, int features, bool missing, int largestTime = 30)
    {
        var random = new RandomSource(seed);
        var values = new double[samples * features];
        for (var g = 0; g < features; g++)
        for (var i = 0; i < samples; i++)
        {
            var value = random.NextDouble() + random.NextDouble() - 1;
            values[g * samples + i] = (g % 9) switch
            {
                3 => Math.Round(value),
                5 => 100 + 10 * value * value * value,
                7 => i % 40 == 0 ? 1 : 0,
                8 when g > 20 => 4.2,
                _ => value,
            };
            if (missing && random.NextDouble() < 0.05)
                values[g * samples + i] = double.NaN;
        }
        var (time, status) = (new double[samples], new double[samples]);
        for (var i = 0; i < samples; i++)
        {
            time[i] = 1 + Math.Floor(largestTime * Math.Abs(random.NextDouble() - 0.3 * values[i]));
            status[i] = i % 40 != 0 && random.NextDouble() < 0.6 ? 1 : 0;
        }
        return new ScreenCohort(values, samples)
        {
            Times = SurvivalTimes.Of(time, status),
            Strata = [.. Enumerable.Range(0, samples).Select(_ => random.NextInt(3))],
            Treated = [.. Enumerable.Range(0, samples).Select(_ => random.NextInt(2) == 1)],
            Age = [.. Enumerable.Range(0, samples).Select(_ => Math.Round(30 + 50 * random.NextDouble()))],
        };
    }
}
