using Refractor.Statistics.Counts;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>Reference/counts: dispersions, quasi-likelihood and likelihood ratio tests, from edgeR.</summary>
public class NegativeBinomialReferenceTests
{
    private static readonly double[] Sizes = CountTables.EffectiveSizes(CountTables.KeptCounts);

    private static readonly NegativeBinomialModel Model = NegativeBinomialModel
        .Fit(CountTables.KeptCounts, CountTables.Design, Sizes)
        .Value;

    private static readonly QuasiLikelihoodModel Quasi = Model.QuasiLikelihood();

    // A statistic of almost 0 is a difference of two deviances, of which edgeR's have an error.
    private const double SmallestDifference = 1e-6;

    [Fact]
    public void Dispersions_agree_with_edgeR() =>
        Check(
            "edgeR_QL",
            ("logCPM", Model.Abundance, 1e-6),
            ("disp.trended", Model.TrendedDispersion, 1e-3),
            ("disp.tagwise", Model.Dispersion, 1e-3)
        );

    [Fact]
    public void Quasi_likelihood_tests_agree_with_edgeR()
    {
        var test = Quasi.Test("groupB");
        CheckEffects("edgeR_QL", test.Effect);
        Check(
            "edgeR_QL",
            ("ql.deviance", Quasi.Deviance, 1e-3),
            ("df.residual.zeros", Quasi.ResidualDf, 0),
            ("var.prior", Quasi.PriorVariance, 1e-3),
            ("var.post", Quasi.PosteriorVariance, 1e-3),
            ("F", test.Statistic, 1e-3)
        );
        CheckP("edgeR_QL", "PValue", test.LogP);
        CheckP("edgeR_QL", "FDR", test.LogAdjustedP);
    }

    [Fact]
    public void Likelihood_ratio_tests_agree_with_edgeR()
    {
        var test = Model.LikelihoodRatio("groupB");
        CheckEffects("edgeR_LRT", test.Effect);
        Check("edgeR_LRT", ("logCPM", test.Abundance, 1e-6), ("LR", test.Statistic, 1e-3));
        CheckP("edgeR_LRT", "PValue", test.LogP);
    }

    [Fact]
    public void Common_dispersion_and_prior_agree_with_edgeR()
    {
        var scalars = ReferenceTable.Read("counts/expected_scalars.tsv");
        var agreement = new Agreement();
        void Scalar(string name, double actual) =>
            agreement.Check(name, actual, scalars.Row($"edgeR.{name}").Number("value"), 1e-3);

        Scalar("common.dispersion", Model.CommonDispersion);
        Scalar("prior.df", Quasi.PriorDf);
        Scalar("prior.df", Model.PriorDf);
        agreement.Verify();
    }

    // By its logarithm, as edgeR's fits stop a step before the maximum: far out in the tail that is more than a thousandth of p.
    internal static void CheckP(string table, string column, double[] logP)
    {
        var agreement = new Agreement();
        var g = 0;
        foreach (var row in ReferenceTable.Read($"counts/expected_{table}.tsv").Rows)
            agreement.Check($"{row.Place} {column}", logP[g++], Math.Log(row.Number(column)), 1e-4, 1e-3);
        agreement.Verify();
    }

    internal static void CheckEffects(string table, double[] effects)
    {
        var agreement = new Agreement();
        var g = 0;
        foreach (var row in ReferenceTable.Read($"counts/expected_{table}.tsv").Rows)
            agreement.Check($"{row.Place} logFC", effects[g++], row.Number("logFC"), 0, 1e-5);
        agreement.Verify();
    }

    internal static void Check(
        string table,
        params ReadOnlySpan<(string Name, double[] Values, double Relative)> columns
    )
    {
        var expected = ReferenceTable.Read($"counts/expected_{table}.tsv");
        var agreement = new Agreement();
        foreach (var (name, values, relative) in columns)
        {
            var g = 0;
            foreach (var row in expected.Rows)
                agreement.Check($"{row.Place} {name}", values[g++], row.Number(name), relative, SmallestDifference);
        }
        agreement.Verify();
    }
}
