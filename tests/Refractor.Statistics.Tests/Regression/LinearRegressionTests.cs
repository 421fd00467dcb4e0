using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Regression;

namespace Refractor.Statistics.Tests.Regression;

public class LinearRegressionTests
{
    private static readonly double[] X = [1, 2, 3, 4, 5, 7];
    private static readonly double[] Y = [2.1, 3.9, 6.2, 7.8, 10.1, 14.3];

    [Fact]
    public void Weights_count_as_identical_samples_but_for_the_degrees_of_freedom()
    {
        double[] weights = [1, 2, 1, 3, 1, 1];
        var weighted = LinearRegression.Fit(Design(X), Y, weights).Value;
        int[] rows = [.. X.SelectMany((_, i) => Enumerable.Repeat(i, (int)weights[i]))];
        var repeated = LinearRegression.Fit(Design([.. rows.Select(i => X[i])]), [.. rows.Select(i => Y[i])]).Value;
        weighted["x"].Value.ShouldBe(repeated["x"].Value, 1e-13);
        weighted.ResidualDegreesOfFreedom.ShouldBe(4);
        repeated.ResidualDegreesOfFreedom.ShouldBe(7);
    }

    [Fact]
    public void The_F_of_one_covariate_is_its_squared_t()
    {
        var fit = LinearRegression.Fit(Design(X), Y).Value;
        fit.F.ShouldBe(fit["x"].T * fit["x"].T, 1e-8 * fit.F);
        fit.FP.Log.ShouldBe(fit["x"].P.Log, 1e-8);
    }

    [Fact]
    public void A_repeated_column_is_collinear_and_a_missing_value_leaves_its_sample_out()
    {
        double[] x = [.. X, double.NaN];
        var design = DesignMatrix.For(7).Intercept().Numeric("x", x).Numeric("z", [.. x.Select(v => 1 - v)]).ToDesign();
        var fit = LinearRegression.Fit(design, [.. Y, 3]).Value;
        fit.N.ShouldBe(6);
        fit["z"].Reason.ShouldBe(NotEstimable.Collinear);
        fit["x"].Value.ShouldBe(LinearRegression.Fit(Design(X), Y).Value["x"].Value, 1e-13);
    }

    [Fact]
    public void As_many_coefficients_as_samples_leave_nothing_to_estimate()
    {
        LinearRegression.Fit(Design([1, 2]), [3, 4]).Reason.ShouldBe(NotEstimable.NoResidualDegreesOfFreedom);
        LinearRegression.Fit(Design([1]), [double.NaN]).Reason.ShouldBe(NotEstimable.TooFewValues);
    }

    [Fact]
    public void A_negative_weight_and_a_design_within_blocks_are_refused()
    {
        Should
            .Throw<ArgumentException>(() => LinearRegression.Fit(Design(X), Y, [1, 1, -2, 1, 1, 1]))
            .Message.ShouldContain("Weight 2 is -2; expected a number ≥ 0 or NaN.");
        var within = DesignMatrix.For(6).Numeric("x", X).Within(["a", "a", "b", "b", "c", "c"]).ToDesign();
        Should
            .Throw<ArgumentException>(() => LinearRegression.Fit(within, Y))
            .Message.ShouldContain("expected the blocks as a factor");
    }

    private static DesignMatrix Design(double[] x) => DesignMatrix.For(x.Length).Intercept().Numeric("x", x).ToDesign();
}
