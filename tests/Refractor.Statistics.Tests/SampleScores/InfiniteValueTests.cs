using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Normalisation;
using Refractor.Statistics.SampleScores;

namespace Refractor.Statistics.Tests.SampleScores;

public class InfiniteValueTests
{
    private const int Features = 30;
    private const int Samples = 12;

    public static TheoryData<string> Methods => ["gsva", "gsva exact", "poisson", "none", "zscore", "plage", "ulm"];

    // The logarithm of a count of 0 is −∞.
    [Theory]
    [MemberData(nameof(Methods))]
    public void Infinite_values_count_as_missing(string method)
    {
        var values = SetReference.Values(Features, Samples, 6);
        var sets = SetReference.Sets(4, Features, 3);
        var (infinite, missing) = ((double[])values.Clone(), (double[])values.Clone());
        foreach (var i in new[] { 3, 40, 41, 200 })
            (infinite[i], missing[i]) = (i == 40 ? double.PositiveInfinity : double.NegativeInfinity, double.NaN);
        Score(method, infinite, sets).ShouldBe(Score(method, missing, sets));
    }

    [Fact]
    public void Infinite_values_have_the_last_rank_in_ssGSEA()
    {
        var values = SetReference.Values(Features, Samples, 6);
        var sets = SetReference.Sets(4, Features, 3);
        values[3] = -100;
        var expected = Ssgsea.Score(FeatureMatrix.Of(Features, Samples, values), sets).Values;
        values[3] = double.NegativeInfinity;
        Ssgsea.Score(FeatureMatrix.Of(Features, Samples, values), sets).Values.ShouldBe(expected);
    }

    [Fact]
    public void Infinite_values_raise_nothing_in_normalisation()
    {
        var values = SetReference.Values(Features, Samples, 6);
        values[3] = double.NegativeInfinity;
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        PrincipalComponents.Of(matrix).Value.FeaturesUsed.ShouldBe(Features - 1);
        QuantileNormalisation.Normalise(matrix).Features.ShouldBe(Features);
        CyclicLoess.Normalise(matrix).Features.ShouldBe(Features);
        MedianPolish.Fit(matrix).Overall.ShouldNotBe(double.NaN);
        ComBat.Adjust(matrix, [.. Enumerable.Range(0, Samples).Select(j => j % 2)]).IsEstimable.ShouldBeTrue();
    }

    private static double[] Score(string method, double[] values, FeatureSets sets)
    {
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        return method switch
        {
            "gsva" => Gsva.Score(matrix, sets).Values,
            "gsva exact" => Gsva.Score(matrix, sets, new GsvaOptions { Kernel = GsvaKernel.Gaussian }).Values,
            "poisson" => Gsva.Score(matrix, sets, new GsvaOptions { Kernel = GsvaKernel.Poisson }).Values,
            "none" => Gsva.Score(matrix, sets, new GsvaOptions { Kernel = GsvaKernel.None }).Values,
            "zscore" => CombinedZScore.Score(matrix, sets).Values,
            "plage" => Plage.Score(matrix, sets).Values,
            _ => UnivariateLinearModel.Score(matrix, sets).T.Values,
        };
    }
}
