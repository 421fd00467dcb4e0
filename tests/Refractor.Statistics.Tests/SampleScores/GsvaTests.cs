using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.SampleScores;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.SampleScores;

public class GsvaTests
{
    private const int Features = 70;
    private const int Samples = 21;

    [Theory]
    [InlineData("expected_gsva", GsvaKernel.GaussianTable, true, false)]
    [InlineData("expected_gsva_maxdev", GsvaKernel.GaussianTable, false, false)]
    [InlineData("expected_gsva_absrank", GsvaKernel.GaussianTable, true, true)]
    [InlineData("expected_gsva_nokcdf", GsvaKernel.None, true, false)]
    [InlineData("expected_gsva_poisson_counts", GsvaKernel.Poisson, true, false)]
    public void Agrees_with_R(string expected, GsvaKernel kernel, bool maxDifference, bool absoluteRanking)
    {
        var table = kernel == GsvaKernel.Poisson ? "counts" : "expr";
        var options = new GsvaOptions
        {
            Kernel = kernel,
            MaxDifference = maxDifference,
            AbsoluteRanking = absoluteRanking,
        };
        var scores = Gsva.Score(SetReference.Matrix(table), SetReference.Sets(table), options);
        SetReference.ShouldAgree(scores.Values, expected, 1e-9);
    }

    [Fact]
    public void The_exact_normal_distribution_gives_nearly_the_scores_of_R() =>
        SetReference.ShouldAgree(
            Gsva.Score(
                SetReference.Matrix("expr"),
                SetReference.Sets("expr"),
                new GsvaOptions { Kernel = GsvaKernel.Gaussian }
            ).Values,
            "expected_gsva",
            0.01
        );

    [Theory]
    [InlineData(GsvaKernel.GaussianTable)]
    [InlineData(GsvaKernel.Gaussian)]
    [InlineData(GsvaKernel.Poisson)]
    [InlineData(GsvaKernel.None)]
    public void Places_are_those_of_the_definition(GsvaKernel kernel)
    {
        var random = new RandomSource(4);
        var values = new double[40];
        for (var i = 0; i < values.Length; i++)
            values[i] = Math.Floor(Math.Pow(40, random.NextDouble()) * (kernel == GsvaKernel.Poisson ? 1 : 100));
        values[7] = 9000;
        values[3] = double.NaN;
        var places = SamplePlaces.Of(FeatureMatrix.Of(1, values.Length, values), kernel, threads: 1);
        var actual = new double[values.Length];
        places.Descending.CopyFeature(0, actual);
        actual[3].ShouldBe(double.NaN);
        var agreement = new Agreement();
        for (var j = 0; j < values.Length; j++)
        {
            if (j != 3)
                agreement.Check($"value {values[j]}", -actual[j], Place(values, j, kernel), 2e-14);
        }
        agreement.Verify();
    }

    // GSVA 1.46: x <- c(0, 17, -31, 43, -59); plogis(GSVA:::compute.gene.density(t(x), 1:5, FALSE, TRUE)). The bandwidth is 10: all
    // distances are whole numbers of steps, so that the rounding of the index shows.
    [Fact]
    public void Distances_on_a_lattice_are_rounded_as_by_R()
    {
        var matrix = FeatureMatrix.Of(1, 5, new double[] { 0, 17, -31, 43, -59 });
        var places = new double[5];
        SamplePlaces.Of(matrix, GsvaKernel.GaussianTable, threads: 1).Descending.CopyFeature(0, places);
        SetReference.ShouldBe(
            Array.ConvertAll(places, p => -p),
            [0.50874010533640113, 0.69200016057765834, 0.29968106793375343, 0.89906605441414844, 0.10051261173803874],
            1e-14
        );
    }

    [Theory]
    [InlineData(1e-200)]
    [InlineData(1e200)]
    public void Tiny_and_huge_values_keep_their_places(double factor)
    {
        double[] x = [1, 3, 3, 7, 12];
        var (expected, actual) = (new double[5], new double[5]);
        foreach (var kernel in new[] { GsvaKernel.GaussianTable, GsvaKernel.Gaussian })
        {
            SamplePlaces.Of(FeatureMatrix.Of(1, 5, x), kernel, 1).Descending.CopyFeature(0, expected);
            var scaled = Array.ConvertAll(x, v => v * factor);
            SamplePlaces.Of(FeatureMatrix.Of(1, 5, scaled), kernel, 1).Descending.CopyFeature(0, actual);
            SetReference.ShouldBe(actual, expected, 1e-3);
        }
    }

    [Fact]
    public void A_feature_that_varies_little_around_a_large_mean_keeps_its_places()
    {
        var small = Enumerable.Range(0, 40).Select(i => (double)(i * i % 41)).ToArray();
        var large = Array.ConvertAll(small, v => (v / (1L << 30)) + 1024);
        var (expected, actual) = (new double[40], new double[40]);
        Places(small).CopyFeature(0, expected);
        Places(large).CopyFeature(0, actual);
        SetReference.ShouldBe(actual, expected, 1e-15);

        static FeatureMatrix Places(double[] values) =>
            SamplePlaces.Of(FeatureMatrix.Of(1, 40, values), GsvaKernel.GaussianTable, threads: 1).Descending;
    }

    [Theory]
    [InlineData(true, false, 1)]
    [InlineData(false, false, 1)]
    [InlineData(true, true, 0.5)]
    public void The_score_is_the_deviation_of_the_walk(bool maxDifference, bool absoluteRanking, double tau)
    {
        var options = new GsvaOptions
        {
            MaxDifference = maxDifference,
            AbsoluteRanking = absoluteRanking,
            Tau = tau,
        };
        var walk = new RankingWalk(Features, options);
        var ranking = Enumerable.Range(0, Features).ToArray();
        var random = new RandomSource(8);
        for (var set = 0; set < 20; set++)
        {
            random.Shuffle<int>(ranking);
            walk.Fill(ranking);
            var members = ranking.Take(1 + (3 * set)).Order().ToArray();
            random.Shuffle<int>(ranking);
            walk.Fill(ranking);
            walk.Score(members).ShouldBe(Walk(ranking, members, options), 1e-13);
        }
    }

    [Fact]
    public void The_number_of_threads_and_the_order_of_samples_change_no_digit()
    {
        var values = SetReference.Values(Features, 100, 1, missing: 0.05);
        var sets = SetReference.Sets(8, Features, 2);
        var one = Gsva.Score(FeatureMatrix.Of(Features, 100, values), sets, threads: 1);
        Gsva.Score(FeatureMatrix.Of(Features, 100, values), sets, threads: 3).Values.ShouldBe(one.Values);
        var reversed = Gsva.Score(SetReference.ReverseSamples(values, 100), sets);
        for (var s = 0; s < sets.Count; s++)
            reversed.OfSet(s).ToArray().Reverse().ShouldBe(one.OfSet(s).ToArray());
    }

    [Fact]
    public void More_samples_than_fit_into_exact_sums_give_the_same_places_to_rounding()
    {
        var random = new RandomSource(4);
        var values = Enumerable.Range(0, 3000).Select(_ => random.NextDouble()).ToArray();
        var places = SamplePlaces.Of(FeatureMatrix.Of(1, 3000, values), GsvaKernel.GaussianTable, threads: 1);
        var actual = new double[3000];
        places.Descending.CopyFeature(0, actual);
        for (var j = 0; j < 3000; j += 500)
            (-actual[j]).ShouldBe(Place(values, j, GsvaKernel.GaussianTable), 1e-13);
    }

    [Fact]
    public void Constant_features_are_left_out_and_counted()
    {
        var values = SetReference.Values(Features, Samples, 1);
        var sets = FeatureSets.Of(
            Features,
            [
                [0, 1, 2, 3],
                [1, 2, 3],
                [0],
            ]
        );
        values.AsSpan(0, Samples).Fill(3);
        var scores = Gsva.Score(FeatureMatrix.Of(Features, Samples, values), sets);
        scores.ConstantFeatures.ShouldBe(1);
        scores.MembersFound.ShouldBe([3, 3, 0]);
        scores.Reasons.ShouldBe([NotEstimable.None, NotEstimable.None, NotEstimable.EmptySet]);
        scores.OfSet(0).ToArray().ShouldBe(scores.OfSet(1).ToArray());
        scores.OfSet(2).ToArray().ShouldAllBe(v => double.IsNaN(v));
    }

    [Fact]
    public void A_matrix_without_samples_or_with_one_has_no_scores_and_raises_nothing()
    {
        var sets = FeatureSets.Of(
            2,
            [
                [0],
                [0, 1],
            ]
        );
        Gsva.Score(FeatureMatrix.Of(2, 0, Array.Empty<double>()), sets).Values.ShouldBeEmpty();
        var one = Gsva.Score(FeatureMatrix.Of(2, 1, new double[] { 1, 2 }), sets);
        one.Values.ShouldAllBe(v => double.IsNaN(v));
        one.Reasons.ShouldAllBe(r => r == NotEstimable.EmptySet);
    }

    // The kernel sums of Hänzelmann et al., term by term.
    private static double Place(double[] values, int at, GsvaKernel kernel)
    {
        var present = values.Where(v => !double.IsNaN(v)).ToArray();
        var mean = present.Average();
        var bandwidth = Math.Sqrt(present.Sum(v => (v - mean) * (v - mean)) / (present.Length - 1)) / 4;
        return present.Average(v =>
        {
            var u = (values[at] - v) / bandwidth;
            return kernel switch
            {
                GsvaKernel.Gaussian => Normal.Probability(u),
                GsvaKernel.GaussianTable when Math.Abs(u) > 10 => u > 0 ? 1 : 0,
                GsvaKernel.GaussianTable => u < 0
                    ? 1 - Normal.Probability(Math.Floor(-u / 10 * 10000) / 1000)
                    : Normal.Probability(Math.Floor(u / 10 * 10000) / 1000),
                GsvaKernel.Poisson => Poisson.Probability(values[at], v + 0.5),
                _ => v <= values[at] ? 1 : 0,
            };
        });
    }

    private static double Walk(int[] ranking, int[] members, GsvaOptions options)
    {
        var p = ranking.Length;
        var weights = ranking
            .Select((f, i) => members.Contains(f) ? Math.Pow(Math.Abs((p / 2.0) - i), options.Tau) : 0)
            .ToArray();
        var (walk, highest, lowest) = (0.0, 0.0, 0.0);
        for (var i = 0; i < p; i++)
        {
            walk += members.Contains(ranking[i]) ? weights[i] / weights.Sum() : -1.0 / (p - members.Length);
            (highest, lowest) = (Math.Max(highest, walk), Math.Min(lowest, walk));
        }
        if (!options.MaxDifference)
            return highest > -lowest ? highest : lowest;
        return options.AbsoluteRanking ? highest - lowest : highest + lowest;
    }
}
