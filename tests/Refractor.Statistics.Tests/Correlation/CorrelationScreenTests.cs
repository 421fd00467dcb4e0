using Refractor.Statistics.Correlation;
using Refractor.Statistics.Ordering;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Correlation;

public class CorrelationScreenTests
{
    private const int Features = 40;
    private const int Samples = 150;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Screens_agree_with_single_correlations(bool variableHasMissing)
    {
        var values = CorrelationInputs.Matrix(Features, Samples, seed: 11);
        var variable = CorrelationInputs.Variable(Samples, seed: 12, variableHasMissing);
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        var pearson = CorrelationScreen.Pearson(matrix, variable);
        var spearman = CorrelationScreen.Spearman(SampleOrder.Of(matrix), variable);
        var agreement = new Agreement();
        for (var f = 0; f < Features; f++)
        {
            var x = values.AsSpan(f * Samples, Samples);
            var p = PearsonCorrelation.Of(x, variable);
            Check(agreement, pearson, f, p.Reason, p.ValueOrDefault?.R, p.ValueOrDefault?.P.Log, p.ValueOrDefault?.N);
            var s = SpearmanCorrelation.Of(x, variable, CorrelationMethod.Approximate);
            Check(
                agreement,
                spearman,
                f,
                s.Reason,
                s.ValueOrDefault?.Rho,
                s.ValueOrDefault?.P.Log,
                s.ValueOrDefault?.N
            );
        }
        agreement.Verify();
    }

    [Fact]
    public void A_feature_against_all_is_its_values_against_all_and_1_against_itself()
    {
        var values = CorrelationInputs.Matrix(Features, Samples, seed: 21);
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        var order = SampleOrder.Of(matrix);
        var (pearson, spearman) = (CorrelationScreen.Pearson(matrix, 2), CorrelationScreen.Spearman(order, 2));
        var variable = values.AsSpan(2 * Samples, Samples);
        pearson.Coefficients.ShouldBe(CorrelationScreen.Pearson(matrix, variable).Coefficients);
        spearman.Coefficients.ShouldBe(CorrelationScreen.Spearman(order, variable).Coefficients);
        pearson.Coefficients[2].ShouldBe(1, 1e-15);
        spearman.Coefficients[2].ShouldBe(1);
    }

    [Fact]
    public void Threads_and_the_order_of_samples_change_nothing()
    {
        var values = CorrelationInputs.Matrix(Features, Samples, seed: 31);
        var variable = CorrelationInputs.Variable(Samples, seed: 32, hasMissing: true);
        var matrix = FeatureMatrix.Of(Features, Samples, values);
        var order = SampleOrder.Of(matrix);
        CorrelationScreen
            .Pearson(matrix, variable, 1)
            .LogP.ShouldBe(CorrelationScreen.Pearson(matrix, variable, 3).LogP);
        CorrelationScreen
            .Spearman(order, variable, 1)
            .LogP.ShouldBe(CorrelationScreen.Spearman(order, variable, 3).LogP);

        var permutation = Enumerable.Range(0, Samples).ToArray();
        new RandomSource(33).Shuffle(permutation.AsSpan());
        var permuted = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
            permuted[i] = values[i / Samples * Samples + permutation[i % Samples]];
        var permutedOrder = SampleOrder.Of(FeatureMatrix.Of(Features, Samples, permuted));
        var permutedVariable = Array.ConvertAll(permutation, i => variable[i]);
        CorrelationScreen
            .Spearman(permutedOrder, permutedVariable)
            .Coefficients.ShouldBe(CorrelationScreen.Spearman(order, variable).Coefficients);
    }

    [Fact]
    public void A_variable_of_another_length_is_refused()
    {
        var matrix = FeatureMatrix.Of(1, 3, new double[3]);
        Should.Throw<ArgumentException>(() => CorrelationScreen.Pearson(matrix, new double[2]));
        Should.Throw<ArgumentException>(() => CorrelationScreen.Spearman(SampleOrder.Of(matrix), new double[4]));
    }

    private static void Check(
        Agreement agreement,
        CorrelationScreen screen,
        int f,
        NotEstimable reason,
        double? r,
        double? logP,
        int? n
    )
    {
        agreement.CheckEqual($"reason {f}", screen.Reasons[f], reason);
        agreement.Check($"coefficient {f}", screen.Coefficients[f], r ?? double.NaN, 0, 1e-13);
        agreement.Check($"log p {f}", screen.LogP[f], logP ?? double.NaN, 1e-10, 1e-10);
        if (n is not null)
            agreement.CheckEqual($"n {f}", screen.N[f], n.Value);
    }
}
