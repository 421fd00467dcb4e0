using Refractor.Statistics.Smoothing;

namespace Refractor.Statistics.Tests.Smoothing;

public class SmoothingTests
{
    // R: y <- sin(1:10 * 1.3) + 1:10/5; x <- (1:10)^1.5
    private static readonly double[] X = [.. Enumerable.Range(1, 10).Select(i => Math.Pow(i, 1.5))];
    private static readonly double[] Y = [.. Enumerable.Range(1, 10).Select(i => Math.Sin(i * 1.3) + i / 5.0)];

    // R: lowess(x, y, f = 0.6, iter = 3, delta = 0)$y
    [Fact]
    public void Lowess_agrees_with_R()
    {
        var curve = Lowess.Fit(X, Y, span: 0.6, iterations: 3, delta: 0);
        double[] expected =
        [
            0.956368536103012,
            0.738522975631569,
            0.530491543434683,
            0.398828383746601,
            1.11075930980712,
            1.57763227743716,
            1.49175327954241,
            1.29644432289927,
            1.58013426335669,
            1.92124321512729,
        ];
        for (var i = 0; i < curve.Length; i++)
            curve[i].ShouldBe(expected[i], 1e-12);
    }

    // R: lowess(x, y, f = 0.4, iter = 2, delta = 6)$y
    [Fact]
    public void Lowess_interpolates_near_points_as_R()
    {
        var curve = Lowess.Fit(X, Y, span: 0.4, iterations: 2, delta: 6);
        double[] expected =
        [
            1.25564033050436,
            0.747528006694899,
            0.0895469545618388,
            0.581738445112539,
            1.14001994456445,
            1.73458221647783,
            1.62083813669473,
            1.13182328427993,
            1.33743912833211,
            2.32076178792045,
        ];
        for (var i = 0; i < curve.Length; i++)
            curve[i].ShouldBe(expected[i], 1e-12);
    }

    // R: f <- lm(y ~ splines::ns(x, df = 4, intercept = TRUE) - 1); predict(f, data.frame(x = c(-3, 1, 8, 40))); summary(f)$sigma^2
    [Fact]
    public void A_natural_spline_agrees_with_R()
    {
        var spline = NaturalSpline.Fit(X, Y, df: 4);
        double[] at = [-3, 1, 8, 40];
        double[] expected = [0.951239161808664, 0.791667005523558, 0.660320898317674, 1.85340900966878];
        for (var i = 0; i < at.Length; i++)
            spline.At(at[i]).ShouldBe(expected[i], 1e-10);
        spline.ResidualVariance.ShouldBe(0.728431690120354, 1e-12);
    }

    [Fact]
    public void Lowess_of_a_straight_line_is_the_line()
    {
        double[] line = [.. X.Select(x => 3 - 2 * x)];
        var curve = Lowess.Fit(X, line, span: 0.5, iterations: 3, delta: 0);
        for (var i = 0; i < curve.Length; i++)
            curve[i].ShouldBe(line[i], 1e-12 * Math.Abs(line[i]));
    }
}
