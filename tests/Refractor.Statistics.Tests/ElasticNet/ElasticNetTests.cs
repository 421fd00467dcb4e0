using Refractor.Statistics.ElasticNet;
using Refractor.Statistics.Survival;

namespace Refractor.Statistics.Tests.ElasticNet;

public class ElasticNetTests
{
    private const int N = 60;
    private const int F = 90;

    [Theory]
    [InlineData(1)]
    [InlineData(0.5)]
    [InlineData(0.05)]
    public void No_coefficient_can_be_changed_to_advantage(double alpha)
    {
        var (features, response) = Random(1);
        var path = ElasticNetPath.Gaussian(features, response, new ElasticNetOptions { Alpha = alpha }).Value;
        var (mean, deviation) = Moments(response);
        for (var step = 1; step < path.Lambdas.Length; step++)
        {
            var b = path.Coefficients(step).ToArray();
            var columns = Enumerable.Range(0, F).Select(j => Feature(features, j)).ToArray();
            double[] residuals =
            [
                .. response.Select((y, i) => y - path.Intercepts[step] - columns.Select((c, j) => b[j] * c[i]).Sum()),
            ];
            residuals.Sum().ShouldBe(0, 1e-8);
            for (var j = 0; j < F; j++)
            {
                var (centre, scale) = Moments(columns[j]);
                var slope = columns[j].Select((x, i) => (x - centre) / scale * residuals[i]).Sum() / N;
                var shrinkage = path.Lambdas[step] * (1 - alpha) / deviation * b[j] * scale;
                var allowed = path.Lambdas[step] * alpha;
                if (b[j] == 0)
                    Math.Abs(slope).ShouldBeLessThan(allowed * (1 + 1e-7));
                else
                    (slope - shrinkage).ShouldBe(allowed * Math.Sign(b[j]), 1e-8);
            }
        }
        mean.ShouldNotBe(0);
    }

    [Fact]
    public void Threads_change_no_digit_of_a_cross_validation()
    {
        var (features, response) = Random(2);
        double[] outcomes = [.. response.Select(y => y > 0.4 ? 1.0 : 0.0)];
        int[] folds = [.. Enumerable.Range(0, N).Select(i => i % 4)];
        var one = ElasticNetCrossValidation.Binomial(features, outcomes, folds, threads: 1).Value;
        var four = ElasticNetCrossValidation.Binomial(features, outcomes, folds, threads: 4).Value;
        four.MeanLosses.ShouldBe(one.MeanLosses);
        one.Best.ShouldBeGreaterThanOrEqualTo(one.Sparsest);
    }

    [Fact]
    public void Scaling_and_shifting_a_feature_changes_only_its_own_coefficient()
    {
        var (features, response) = Random(3);
        var values = Enumerable.Range(0, F).SelectMany(j => Feature(features, j)).ToArray();
        for (var i = 0; i < N; i++)
            values[i] = 100 * values[i] - 7;
        var before = ElasticNetPath.Gaussian(features, response).Value;
        var after = ElasticNetPath.Gaussian(FeatureMatrix.Of(F, N, values), response).Value;
        var step = before.Lambdas.Length / 2;
        after.Coefficients(step)[0].ShouldBe(before.Coefficients(step)[0] / 100, 1e-9);
        after.Coefficients(step)[1].ShouldBe(before.Coefficients(step)[1], 1e-9);
    }

    [Fact]
    public void A_constant_feature_keeps_0_and_a_sample_with_a_missing_value_is_left_out()
    {
        var (features, response) = Random(4);
        var values = Enumerable.Range(0, F).SelectMany(j => Feature(features, j)).ToArray();
        Array.Fill(values, 3, 5 * N, N);
        values[7] = double.NaN;
        response[8] = double.NaN;
        var path = ElasticNetPath.Gaussian(FeatureMatrix.Of(F, N, values), response).Value;
        path.N.ShouldBe(N - 2);
        path.Coefficients(path.Lambdas.Length - 1)[5].ShouldBe(0);
    }

    [Fact]
    public void What_cannot_be_fitted_says_why()
    {
        var (features, response) = Random(5);
        double[] same = [.. response.Select(_ => 1.0)];
        ElasticNetPath.Gaussian(features, same).Reason.ShouldBe(NotEstimable.NoVariation);
        ElasticNetPath.Binomial(features, same).Reason.ShouldBe(NotEstimable.OneGroup);
        ElasticNetPath
            .Cox(features, SurvivalTimes.Of([.. response.Select(y => y + 5)], new bool[N]))
            .Reason.ShouldBe(NotEstimable.NoEvents);
        ElasticNetPath
            .Gaussian(FeatureMatrix.Of(1, 3, new double[] { 2, 2, 2 }), [1, 2, 3])
            .Reason.ShouldBe(NotEstimable.NoVariation);
    }

    [Fact]
    public void An_alpha_of_2_is_refused() =>
        Should
            .Throw<ArgumentOutOfRangeException>(() =>
                ElasticNetPath.Gaussian(Random(6).Features, Random(6).Response, new ElasticNetOptions { Alpha = 2 })
            )
            .Message.ShouldContain("Alpha lies between 0 and 1.");

    [Fact]
    public void Between_two_steps_coefficients_are_taken_in_proportion()
    {
        var (features, response) = Random(7);
        var path = ElasticNetPath.Gaussian(features, response).Value;
        var middle = path.At((path.Lambdas[9] + path.Lambdas[10]) / 2);
        middle.Intercept.ShouldBe((path.Intercepts[9] + path.Intercepts[10]) / 2, 1e-12);
        path.At(2 * path.Lambdas[0]).Coefficients.ShouldAllBe(b => b == 0);
        path.At(0).Intercept.ShouldBe(path.Intercepts[^1]);
    }

    private static (FeatureMatrix Features, double[] Response) Random(ulong seed)
    {
        var random = new RandomSource(seed);
        var values = new double[F * N];
        for (var i = 0; i < values.Length; i++)
            values[i] = random.NextDouble();
        var response = new double[N];
        for (var i = 0; i < N; i++)
            response[i] = values[i] - 0.7 * values[N + i] + 0.3 * random.NextDouble();
        return (FeatureMatrix.Of(F, N, values), response);
    }

    private static double[] Feature(FeatureMatrix features, int j)
    {
        var values = new double[N];
        features.CopyFeature(j, values);
        return values;
    }

    private static (double Mean, double Deviation) Moments(double[] values)
    {
        var mean = values.Average();
        return (mean, Math.Sqrt(values.Average(v => (v - mean) * (v - mean))));
    }
}
