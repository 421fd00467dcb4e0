using Refractor.Statistics.Counts;
using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Tests.LinearModels;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>Reference/counts: voom and the models on it, from limma.</summary>
public class VoomReferenceTests
{
    private static readonly Voom Transformed = Voom.Transform(
        CountTables.KeptCounts,
        CountTables.Design,
        CountTables.EffectiveSizes(CountTables.KeptCounts)
    ).Value;

    [Fact]
    public void Log_counts_agree_with_limma() => CountTables.Check("voom_E", Transformed.Values, 1e-9);

    [Fact]
    public void Precision_weights_agree_with_limma() => CountTables.Check("voom_weights", Transformed.Weights, 1e-8);

    [Fact]
    public void The_trend_agrees_with_limma()
    {
        var trend = Transformed.Trend;
        var agreement = new Agreement();
        var i = 0;
        foreach (var row in ReferenceTable.Read("counts/expected_voom_trend.tsv").Rows)
        {
            agreement.Check($"{row.Place} x", trend.MeanLogCounts[i], row.Number("mean_log2_count"), 1e-9);
            agreement.Check($"{row.Place} y", trend.RootDeviations[i], row.Number("sqrt_sd"), 1e-9);
            agreement.Check($"{row.Place} curve x", trend.CurveX[i], row.Number("lowess_x"), 1e-9);
            agreement.Check($"{row.Place} curve y", trend.CurveY[i], row.Number("lowess_y"), 1e-8);
            i++;
        }
        agreement.Verify();
    }

    [Fact]
    public void Models_on_weighted_log_counts_agree_with_limma()
    {
        var options = new LinearModelOptions { Weights = Transformed.Weights };
        var moderated = LinearModel.Fit(Transformed.Values, CountTables.Design, options).Moderate();
        Limma.Check("counts/expected_voom_limma.tsv", moderated.Test("groupB"), moderated, 1e-7);
        var agreement = new Agreement();
        var scalars = ReferenceTable.Read("counts/expected_scalars.tsv");
        agreement.Check("df.prior", moderated.PriorDf[0], scalars.Row("voom.df.prior").Number("value"), 1e-6);
        agreement.Check("s2.prior", moderated.PriorVariance[0], scalars.Row("voom.s2.prior").Number("value"), 1e-6);
        agreement.Verify();
    }
}
