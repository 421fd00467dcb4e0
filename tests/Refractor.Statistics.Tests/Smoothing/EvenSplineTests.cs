using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Tests.Smoothing;

public class EvenSplineTests
{
    [Fact]
    public void The_maximum_of_a_cubic_is_found_exactly()
    {
        // -(x - 4.3)² (x + 20) has its maximum at 4.3.
        double[] values = [.. Enumerable.Range(0, 12).Select(x => -(x - 4.3) * (x - 4.3) * (x + 20))];
        EvenSpline.Maximum(values).ShouldBe(4.3, 1e-10);
        double[] parabola = [.. Enumerable.Range(0, 9).Select(x => -(x - 2.75) * (x - 2.75))];
        EvenSpline.Maximum(parabola).ShouldBe(2.75, 1e-10);
    }

    [Fact]
    public void A_monotone_curve_has_its_maximum_at_the_end()
    {
        double[] rising = [.. Enumerable.Range(0, 8).Select(x => Math.Sqrt(x + 1.0))];
        EvenSpline.Maximum(rising).ShouldBe(7);
        Array.Reverse(rising);
        EvenSpline.Maximum(rising).ShouldBe(0);
    }

    [Fact]
    public void The_maximum_of_a_smooth_bump_is_near_its_top()
    {
        double[] values = [.. Enumerable.Range(0, 21).Select(x => Math.Exp(-(x - 9.37) * (x - 9.37) / 18))];
        EvenSpline.Maximum(values).ShouldBe(9.37, 1e-2);
    }
}
