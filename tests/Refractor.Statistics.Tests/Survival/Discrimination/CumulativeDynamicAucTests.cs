using Refractor.Statistics.Survival;
using Refractor.Statistics.Survival.Discrimination;

namespace Refractor.Statistics.Tests.Survival.Discrimination;

public class CumulativeDynamicAucTests
{
    private static readonly double[] Time = [3, 5, 5, 2, 8, 8, 1, 4, 4, 4, 9, 7, 6, 6, 2, 3, 3, 5, 8, 1, 7, 9, 2, 6];

    private static readonly double[] Status = [1, 1, 0, 1, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1, 1];

    private static readonly double[] Marker = [.. Time.Select((t, i) => Math.Round(Math.Sin(i * 1.7) - t / 10, 1))];

    [Fact]
    public void Area_and_error_agree_with_the_definition_and_its_derivatives_by_case_weight()
    {
        foreach (var horizon in new[] { 2.0, 4, 5.5, 7 })
        {
            var auc = CumulativeDynamicAuc.At(SurvivalTimes.Of(Time, Status), Marker, horizon).Value;
            var ones = Enumerable.Repeat(1.0, Time.Length).ToArray();
            auc.Value.ShouldBe(Definition(ones, horizon), 1e-13);
            var variance = 0.0;
            for (var i = 0; i < Time.Length; i++)
            {
                var (more, less) = ((double[])ones.Clone(), (double[])ones.Clone());
                (more[i], less[i]) = (1 + 1e-5, 1 - 1e-5);
                variance += Math.Pow((Definition(more, horizon) - Definition(less, horizon)) / 2e-5, 2);
            }
            auc.StandardError.ShouldBe(Math.Sqrt(variance), 1e-8);
        }
    }

    [Fact]
    public void Without_censoring_it_is_the_area_under_the_ordinary_curve_and_a_marker_turned_round_mirrors_it()
    {
        var times = SurvivalTimes.Of(Time, [.. Time.Select(_ => 1.0)]);
        var auc = CumulativeDynamicAuc.At(times, Marker, 4).Value;
        var (wins, pairs) = (0.0, 0);
        for (var i = 0; i < Time.Length; i++)
        for (var j = 0; j < Time.Length; j++)
        {
            if (Time[i] > 4 || Time[j] <= 4)
                continue;
            wins += (Math.Sign(Marker[i].CompareTo(Marker[j])) + 1) / 2.0;
            pairs++;
        }
        auc.Value.ShouldBe(wins / pairs, 1e-14);
        var mirrored = CumulativeDynamicAuc.At(times, Array.ConvertAll(Marker, m => -m), 4).Value;
        mirrored.Value.ShouldBe(1 - auc.Value, 1e-14);
        mirrored.StandardError.ShouldBe(auc.StandardError, 1e-14);
    }

    [Fact]
    public void What_is_not_known_at_the_time_is_counted_or_gives_the_reason()
    {
        var times = SurvivalTimes.Of(Time, Status);
        var auc = CumulativeDynamicAuc.At(times, Marker, 4).Value;
        (auc.Cases + auc.Controls + auc.Unknown).ShouldBe(Time.Length);
        auc.Unknown.ShouldBe(Time.Where((t, i) => t <= 4 && Status[i] == 0).Count());
        CumulativeDynamicAuc.At(times, Marker, 0.5).Reason.ShouldBe(NotEstimable.NoEvents);
        CumulativeDynamicAuc.At(times, Marker, 9).Reason.ShouldBe(NotEstimable.OutOfRange);
    }

    private static double Definition(double[] weights, double horizon)
    {
        var n = Time.Length;
        double Free(double before)
        {
            var g = 1.0;
            foreach (var c in Time.Distinct().Where(t => t < before))
            {
                var atRisk = Enumerable
                    .Range(0, n)
                    .Where(i => Time[i] > c || (Time[i] == c && Status[i] == 0))
                    .Sum(i => weights[i]);
                var censored = Enumerable.Range(0, n).Where(i => Time[i] == c && Status[i] == 0).Sum(i => weights[i]);
                g *= atRisk > 0 ? 1 - censored / atRisk : 1;
            }
            return g;
        }
        var (wins, pairs) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            if (Time[i] > horizon || Status[i] == 0 || Time[j] <= horizon)
                continue;
            var pair = weights[i] * weights[j] / Free(Time[i]);
            wins += pair * (Math.Sign(Marker[i].CompareTo(Marker[j])) + 1) / 2;
            pairs += pair;
        }
        return wins / pairs;
    }
}
