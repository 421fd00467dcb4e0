using Refractor.Statistics.LinearModels;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.LinearModels;

/// <summary>The inputs of the limma tables, and the comparison with one of them.</summary>
internal static class Limma
{
    /// <summary>Values below it are rounding noise of features without variance.</summary>
    private const double Noise = 1e-10;

    public static ReferenceTable Samples { get; } = ReferenceTable.Read("limma/samples.tsv");

    public static FeatureMatrix Expression { get; } = ReferenceTable.Read("limma/expr.tsv").Matrix();

    public static DesignMatrix TwoGroups { get; } =
        DesignMatrix.For(Samples.Count).Intercept().Factor("group", Samples.Texts("group")).ToDesign();

    public static DesignMatrix ArmMeans { get; } =
        DesignMatrix.For(Samples.Count).GroupMeans("arm", Samples.Texts("arm")).ToDesign();

    public static DesignMatrix Pairs { get; } =
        DesignMatrix
            .For(Samples.Count)
            .Intercept()
            .Factor("patient", Samples.Texts("patient"))
            .Factor("group", Samples.Texts("group"))
            .ToDesign();

    public static void Check(string table, ModeratedTest test, ModeratedFit moderated, double relative = 1e-8)
    {
        var expected = ReferenceTable.Read(table.Contains('/') ? table : $"limma/expected_{table}.tsv");
        expected.Count.ShouldBe(test.T.Length);
        var agreement = new Agreement();
        var sigma = moderated.Fit.Sigma;
        var (df, variance) = (moderated.Fit.ResidualDf, moderated.PosteriorVariance);
        var f = 0;
        foreach (var row in expected.Rows)
        {
            void Column(string name, double actual, double tolerance) =>
                agreement.Check($"{row.Place} {name}", actual, row.Number(name), tolerance, Noise);

            Column("logFC", test.Effect[f], relative);
            Column("AveExpr", test.Mean[f], relative);
            Column("t", test.T[f], relative);
            agreement.CheckP($"{row.Place} P", test.P(f), row.Number("P.Value"), 10 * relative);
            Column("adj.P.Val", Math.Exp(test.LogAdjustedP[f]), 10 * relative);
            Column("B", test.LogOdds[f], Math.Max(relative, 1e-7));
            Column("stdev.unscaled", test.Unscaled[f], relative);
            Column("sigma", sigma[f], relative);
            Column("df.residual", df[f], 0);
            Column("s2.post", variance[f], Math.Max(relative, 1e-7));
            Column("df.total", test.TotalDf[f], Math.Max(relative, 1e-7));
            f++;
        }
        agreement.Verify();
    }
}
