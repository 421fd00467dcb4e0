using Refractor.Statistics.Survival;

namespace Refractor.Statistics.Tests.Survival;

public class SurvivalTimesTests
{
    [Fact]
    public void Rows_without_time_or_status_are_left_out_and_counted()
    {
        var times = SurvivalTimes.Of([3, double.NaN, 1, double.PositiveInfinity, 2], [1, 1, double.NaN, 1, 0]);
        (times.Count, times.N, times.Missing, times.Events).ShouldBe((5, 2, 3, 1));
        times.Order.ShouldBe([4, 0]);
    }

    // R 4.2.2: aeqSurv(Surv(c(1000, 1000 + 1e-6, 1000 + 1e-5, 1000 + 2.1e-5, 3000), rep(1, 5)))
    [Fact]
    public void A_chain_of_near_equal_times_becomes_its_smallest() =>
        SurvivalTimes
            .Of([1000, 1000 + 1e-6, 1000 + 1e-5, 1000 + 2.1e-5, 3000], new bool[5])
            .Times.ToArray()
            .ShouldBe([1000, 1000, 1000, 1000, 3000]);

    // R 4.2.2: aeqSurv(Surv(c(1, 1 + 1e-6, 1), 1:1)) keeps them apart; with 1000 among them they become equal, however often 1 occurs.
    [Fact]
    public void Nearness_is_relative_to_the_mean_of_the_distinct_times()
    {
        SurvivalTimes.Of([1, 1 + 1e-6, 1], new bool[3]).Times.ToArray().ShouldBe([1, 1 + 1e-6, 1]);
        double[] times = [.. Enumerable.Repeat(1.0, 50), 1 + 2e-6, 1000];
        SurvivalTimes.Of(times, new bool[52]).Times[50].ShouldBe(1);
    }

    [Fact]
    public void An_interval_without_length_is_left_out()
    {
        var times = SurvivalTimes.Between([0, 2, 1, 3], [1, 2, 1 + 1e-9, 9], [true, true, true, true]);
        (times.N, times.Missing).ShouldBe((2, 2));
        times.EntryOrder.ShouldBe([0, 3]);
    }

    [Fact]
    public void Distinct_times_start_where_the_order_says()
    {
        var times = SurvivalTimes.Of([5, 2, 5, 1, 2], new bool[5]);
        times.Order.ShouldBe([3, 1, 4, 0, 2]);
        times.TimeStarts.ShouldBe([0, 1, 3, 5]);
    }

    [Fact]
    public void Rows_not_kept_count_as_missing()
    {
        var times = SurvivalTimes.Of([3, 1, 2], [true, true, false]);
        var kept = times.Where([true, false, true]);
        (kept.Count, kept.N, kept.Missing, kept.Events).ShouldBe((3, 2, 1, 1));
        kept.Order.ShouldBe([2, 0]);
        times.Where([true, true, true]).ShouldBeSameAs(times);
    }

    [Fact]
    public void Wrong_arguments_are_named()
    {
        Should.Throw<ArgumentException>(() => SurvivalTimes.Of([1, 2], [true])).ParamName.ShouldBe("events");
        Should
            .Throw<ArgumentException>(() => SurvivalTimes.Of([1, 2], [1.0, 2.0]))
            .Message.ShouldStartWith("Status 1 is 2; expected 1 (event), 0 (censored) or NaN (missing).");
    }

    [Fact]
    public void Nobody_is_no_error() => SurvivalTimes.Of([], Array.Empty<bool>()).N.ShouldBe(0);
}
