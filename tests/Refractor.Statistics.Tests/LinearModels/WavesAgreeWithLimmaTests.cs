using Refractor.Statistics.LinearModels;

namespace Refractor.Statistics.Tests.LinearModels;

/// <summary>Combinations that the reference tables do not hold, pinned to limma 3.54 in R 4.2.2 on <see cref="Waves"/>.</summary>
public class WavesAgreeWithLimmaTests
{
    // statmod's iteration stops so far from the maximum of the residual likelihood.
    private const double Unconverged = 5e-4;

    // R: e <- eBayes(lmFit(y, X), trend = TRUE, robust = TRUE); e$s2.prior[c(1,5,30)]; e$df.prior[c(1,5,30)]
    [Fact]
    public void A_robust_trend()
    {
        var moderated = LinearModel.Fit(Waves.Complete, Waves.Design).Moderate(Options(trend: true, robust: true));
        Check(moderated.PriorVariance, 1e-6, 1.02907113791402, 627.547847619395, 0.117070659078962);
        Check(moderated.PriorDf, 1e-6, 3.1248459578746, 2.78392908840625, 2.78392908840625);
    }

    // R: e <- eBayes(lmFit(ym, X), robust = TRUE); e$s2.prior; e$df.prior[c(1,5,30)]; e$t[c(1,5,30),2]
    [Fact]
    public void A_robust_prior_of_unequal_degrees_of_freedom()
    {
        var moderated = LinearModel.Fit(Waves.WithMissing, Waves.Design).Moderate(Options(robust: true));
        moderated.PriorVariance[0].ShouldBe(0.392257429760533, 1e-6);
        Check(moderated.PriorDf, 1e-6, 1.73671796240659, 0.378339536216286, 1.73671796240659);
        Check(moderated.Test("grp").T, 1e-6, 0.816092354373627, -0.568080200622323, 2.25349654927336);
    }

    // R: e <- eBayes(lmFit(ym, X), trend = TRUE); e$s2.prior[c(1,5,30)]; e$df.prior; e$lods[c(1,5,30),2]
    [Fact]
    public void A_trend_with_missing_cells()
    {
        var moderated = LinearModel.Fit(Waves.WithMissing, Waves.Design).Moderate(Options(trend: true));
        Check(moderated.PriorVariance, 1e-8, 0.88663066116228, 646.381139127068, 0.109806564856701);
        Check(moderated.PriorDf, 1e-8, 2.92292036700615, 2.92292036700615, 2.92292036700615);
        Check(moderated.Test("grp").LogOdds, 1e-8, -6.22935995359769, -6.36181651652911, -3.6877050581745);
    }

    // R: e <- eBayes(lmFit(ym, X), trend = TRUE, robust = TRUE); e$s2.prior[c(1,5,30)]; e$df.prior[c(1,5,30)]
    [Fact]
    public void A_robust_trend_with_missing_cells()
    {
        var moderated = LinearModel.Fit(Waves.WithMissing, Waves.Design).Moderate(Options(trend: true, robust: true));
        Check(moderated.PriorVariance, 1e-6, 0.929517724379584, 654.003737470579, 0.116364883730144);
        Check(moderated.PriorDf, 1e-6, 2.92292036700615, 2.6096972465659, 2.6096972465659);
    }

    // R: e <- eBayes(f <- lmFit(ym, X, weights = w)); e$t[c(1,5,30),2]; f$sigma[c(1,5,30)]
    [Fact]
    public void Weights_and_missing_cells()
    {
        var fit = LinearModel.Fit(Waves.WithMissing, Waves.Design, new() { Weights = Waves.Weights });
        Check(fit.Moderate().Test("grp").T, 1e-10, 0.356269911166075, -0.95559534046661, 2.58324411150355);
        Check(fit.Sigma, 1e-10, 1.25607988896856, 40.7863152873707, 0.5382117894195);
    }

    // R: e <- eBayes(f <- lmFit(ym, X, block = blk, correlation = 0.3, weights = w)); e$t[c(1,5,30),2]; f$sigma[c(1,5,30)]
    [Fact]
    public void Weights_correlated_blocks_and_missing_cells()
    {
        var options = new LinearModelOptions
        {
            Weights = Waves.Weights,
            Blocks = Waves.Blocks,
            Correlation = 0.3,
        };
        var fit = LinearModel.Fit(Waves.WithMissing, Waves.Design, options);
        Check(fit.Moderate().Test("grp").T, 1e-10, 0.369311525083855, -0.837230700556271, 3.07176290246635);
        Check(fit.Sigma, 1e-10, 1.44648264207954, 46.5359104027441, 0.573634039273167);
    }

    // R: d <- duplicateCorrelation(ym, X, block = blk); d$consensus; tanh(d$atanh.correlations[1:4])
    [Fact]
    public void Correlation_of_blocks_with_missing_cells()
    {
        var correlation = BlockCorrelation.Estimate(Waves.WithMissing, Waves.Design, Waves.Blocks).Value;
        double[] expected = [-0.49, 0.792382531871658, 0.300517531948339, -0.0827481379310951];
        for (var f = 0; f < expected.Length; f++)
            correlation.ByFeature[f].ShouldBe(expected[f], Unconverged);
        correlation.Consensus.ShouldBe(-0.0437681089226385, Unconverged);
    }

    // R: d <- duplicateCorrelation(ym, X, block = blk, weights = w); d$consensus; tanh(d$atanh.correlations[1:4])
    [Fact]
    public void Correlation_of_blocks_with_weights_and_missing_cells()
    {
        var correlation = BlockCorrelation.Estimate(Waves.WithMissing, Waves.Design, Waves.Blocks, Waves.Weights).Value;
        double[] expected = [-0.49, 0.695712047913767, 0.449951299749382, -0.261059517379578];
        for (var f = 0; f < expected.Length; f++)
            correlation.ByFeature[f].ShouldBe(expected[f], Unconverged);
        correlation.Consensus.ShouldBe(-0.0308434195456121, Unconverged);
    }

    // R: removeBatchEffect(ym, batch = c(1,1,1,2,2,2,3,3,3,3), design = X[,1:2])[3,]
    [Fact]
    public void Removal_of_batches_with_missing_cells()
    {
        var design = DesignMatrix.For(Waves.Samples).Intercept().Numeric("grp", [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        string[] batches = ["1", "1", "1", "2", "2", "2", "3", "3", "3", "3"];
        var row = new double[Waves.Samples];
        BatchEffects.Remove(Waves.WithMissing, batches, design.ToDesign()).CopyFeature(2, row);
        double[] expected =
        [
            4.84006048941864,
            6.06157995654391,
            5.19240866906114,
            5.70513515880018,
            5.13673575668872,
            double.NaN,
            6.29405216720452,
            4.41690722880008,
            4.79763391530096,
            6.17514851967226,
        ];
        for (var s = 0; s < row.Length; s++)
            (Math.Abs(row[s] - expected[s]) > 1e-10).ShouldBeFalse();
        double.IsNaN(row[5]).ShouldBeTrue();
    }

    private static EmpiricalBayesOptions Options(bool trend = false, bool robust = false) =>
        new() { Trend = trend, Robust = robust };

    // Features 1, 5 and 30 of R.
    private static void Check(double[] actual, double relative, params ReadOnlySpan<double> expected)
    {
        int[] features = [0, 4, 29];
        for (var i = 0; i < features.Length; i++)
            actual[features[i]].ShouldBe(expected[i], relative * Math.Abs(expected[i]));
    }
}
