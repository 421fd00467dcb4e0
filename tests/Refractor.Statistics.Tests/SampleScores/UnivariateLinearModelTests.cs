using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.SampleScores;

public class UnivariateLinearModelTests
{
    private const int Features = 60;
    private const int Samples = 70;

    // R 4.2.2: x <- c(2.1, 3.4, -0.7, 5.2, 1.1, 0.3, 4.4, 2.8, -1.5, 3.9); w <- c(1, 0, -1, 1, 0, 0, 0.5, 0, -1, 0)
    // summary(lm(x ~ w))$coefficients[2, ]; the second sample lacks the fourth value; the second set is features 1 and 4 of weight 1.
    [Fact]
    public void Agrees_with_lm()
    {
        double[] x = [2.1, 3.4, -0.7, 5.2, 1.1, 0.3, 4.4, 2.8, -1.5, 3.9];
        var values = x.SelectMany((v, i) => new[] { v, i == 3 ? double.NaN : v }).ToArray();
        var sets = FeatureSets.Of(
            10,
            [
                [8, 0, 2, 3, 6],
                [0, 3],
            ]
        );
        var activities = UnivariateLinearModel.Score(
            FeatureMatrix.Of(10, 2, values),
            sets,
            [
                [-1, 1, -1, 1, 0.5],
                [1, 1],
            ]
        );
        activities.DegreesOfFreedom.ShouldBe([8, 7]);
        activities.T[0, 0].ShouldBe(3.4058536261979584, 1e-13);
        activities.T[0, 1].ShouldBe(2.5781790836374996, 1e-13);
        activities.T[1, 0].ShouldBe(1.1049780088136980, 1e-13);
        Math.Exp(activities.LogP[0]).ShouldBe(0.0092798218262991339, 1e-14);
        Math.Exp(activities.LogP[1]).ShouldBe(0.036569238773561434, 1e-14);
        Math.Exp(activities.LogP[2]).ShouldBe(0.3012905582934946, 1e-13);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.2)]
    public void Is_the_regression_of_every_sample_on_the_weights(double missing)
    {
        var values = SetReference.Values(Features, Samples, 1, missing);
        var sets = SetReference.Sets(6, Features, 2);
        var weights = TurnedWeights(sets);
        var activities = UnivariateLinearModel.Score(FeatureMatrix.Of(Features, Samples, values), sets, weights);
        var agreement = new Agreement();
        for (var s = 0; s < sets.Count; s++)
        for (var j = 0; j < Samples; j++)
        {
            var w = new double[Features];
            for (var i = 0; i < sets.Size(s); i++)
                w[sets.Members(s)[i]] = weights[s][i];
            var (t, df) = Slope(w, [.. Enumerable.Range(0, Features).Select(i => values[(i * Samples) + j])]);
            agreement.Check($"t {s} {j}", activities.T[s, j], t, 1e-11, 1e-12);
            agreement.CheckEqual($"df {j}", activities.DegreesOfFreedom[j], df);
            agreement.Check(
                $"p {s} {j}",
                activities.LogP[(s * Samples) + j],
                StudentT.TwoSided(t, df).Log,
                1e-10,
                1e-12
            );
        }
        agreement.Verify();
    }

    [Fact]
    public void Opposite_weights_give_the_opposite_score()
    {
        var matrix = FeatureMatrix.Of(Features, Samples, SetReference.Values(Features, Samples, 1));
        var sets = SetReference.Sets(3, Features, 2);
        var weights = TurnedWeights(sets);
        var opposite = weights.Select(w => (IReadOnlyList<double>)w.Select(v => -v).ToArray()).ToArray();
        UnivariateLinearModel
            .Score(matrix, sets, opposite)
            .T.Values.ShouldBe(Array.ConvertAll(UnivariateLinearModel.Score(matrix, sets, weights).T.Values, t => -t));
    }

    [Fact]
    public void The_number_of_threads_and_single_precision_change_no_digit()
    {
        var values = Array.ConvertAll(SetReference.Values(Features, 200, 1, missing: 0.01), v => (double)(float)v);
        var sets = SetReference.Sets(6, Features, 2);
        var one = UnivariateLinearModel.Score(FeatureMatrix.Of(Features, 200, values), sets, threads: 1);
        var three = UnivariateLinearModel.Score(FeatureMatrix.Of(Features, 200, values), sets, threads: 3);
        three.T.Values.ShouldBe(one.T.Values);
        three.LogP.ShouldBe(one.LogP);
        UnivariateLinearModel
            .Score(FeatureMatrix.Of(Features, 200, Array.ConvertAll(values, v => (float)v)), sets)
            .T.Values.ShouldBe(one.T.Values);
    }

    [Fact]
    public void What_has_no_slope_carries_a_reason_and_no_number()
    {
        var matrix = FeatureMatrix.Of(4, 2, new double[] { 1, 5, 2, 5, 4, 5, 8, 5 });
        var activities = UnivariateLinearModel.Score(
            matrix,
            FeatureSets.Of(
                4,
                [
                    [],
                    [0, 1, 2, 3],
                    [0, 2],
                ]
            )
        );
        activities.T.Reasons.ShouldBe([NotEstimable.EmptySet, NotEstimable.NoVariation, NotEstimable.None]);
        activities.T.Values[..4].ShouldAllBe(t => double.IsNaN(t));
        activities.T[2, 0].ShouldBe(-2.5 / Math.Sqrt(11.25), 1e-14);
        activities.T[2, 1].ShouldBe(double.NaN);
        activities.LogP[5].ShouldBe(double.NaN);
    }

    [Fact]
    public void Weights_that_do_not_fit_the_targets_are_a_wrong_argument()
    {
        var (matrix, sets) = (
            FeatureMatrix.Of(2, 1, new double[] { 1, 2 }),
            FeatureSets.Of(
                2,
                [
                    [0, 1],
                ]
            )
        );
        Should
            .Throw<ArgumentException>(() =>
                UnivariateLinearModel.Score(
                    matrix,
                    sets,
                    [
                        [1.0],
                    ]
                )
            )
            .Message.ShouldContain("Regulator 0 has 1 weights; expected one for each of its 2 targets");
        Should.Throw<ArgumentException>(() => UnivariateLinearModel.Score(matrix, sets, []));
    }

    private static double[][] TurnedWeights(FeatureSets sets) =>
        [
            .. Enumerable
                .Range(0, sets.Count)
                .Select(s => Enumerable.Range(0, sets.Size(s)).Select(i => new[] { 1, -1, 0.5 }[i % 3]).ToArray()),
        ];

    private static (double T, int DegreesOfFreedom) Slope(double[] w, double[] x)
    {
        var rows = Enumerable.Range(0, x.Length).Where(i => !double.IsNaN(x[i])).ToArray();
        var (mw, mx) = (rows.Average(i => w[i]), rows.Average(i => x[i]));
        var slope = rows.Sum(i => (w[i] - mw) * (x[i] - mx)) / rows.Sum(i => (w[i] - mw) * (w[i] - mw));
        var residual = rows.Sum(i => Math.Pow(x[i] - mx - (slope * (w[i] - mw)), 2));
        var df = rows.Length - 2;
        return (slope / Math.Sqrt(residual / df / rows.Sum(i => (w[i] - mw) * (w[i] - mw))), df);
    }
}
