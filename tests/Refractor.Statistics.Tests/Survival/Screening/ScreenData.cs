using Refractor.Statistics.Survival;

namespace Refractor.Statistics.Tests.Survival.Screening;

/// <summary>Random follow-up and features with a fixed seed.</summary>
internal sealed class ScreenData
{
    public ScreenData(int samples, int features, bool entries = false, bool missing = false, int distinctTimes = 12)
    {
        var random = new Random(samples + 7 * features);
        double[] Draw(int n, Func<double> draw) => [.. Enumerable.Range(0, n).Select(_ => draw())];
        var stops = Draw(samples, () => 3 + random.Next(distinctTimes));
        var status = Draw(samples, () => random.Next(3) > 0 ? 1 : 0);
        if (missing)
            status[1] = double.NaN;
        Times = entries
            ? SurvivalTimes.Between(Draw(samples, () => random.Next(6)), stops, status)
            : SurvivalTimes.Of(stops, status);
        Strata = [.. Enumerable.Range(0, samples).Select(_ => random.Next(3))];
        Rows =
        [
            .. Enumerable
                .Range(0, features)
                .Select(_ =>
                    Draw(
                        samples,
                        () => missing && random.Next(10) == 0 ? double.NaN : Math.Round(8 + random.NextDouble() * 4, 1)
                    )
                ),
        ];
    }

    public SurvivalTimes Times { get; }

    public int[] Strata { get; }

    public double[][] Rows { get; }

    public FeatureMatrix Doubles => FeatureMatrix.Of(Rows.Length, Times.Count, Rows.SelectMany(r => r).ToArray());

    public FeatureMatrix Singles =>
        FeatureMatrix.Of(Rows.Length, Times.Count, Rows.SelectMany(r => r).Select(v => (float)v).ToArray());
}
