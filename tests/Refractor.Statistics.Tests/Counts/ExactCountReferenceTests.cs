using Refractor.Statistics.Counts;

namespace Refractor.Statistics.Tests.Counts;

/// <summary>Reference/counts: dispersions of groups and exact tests, from edgeR.</summary>
public class ExactCountReferenceTests
{
    [Fact]
    public void Exact_tests_agree_with_edgeR()
    {
        var model = GroupedCountModel
            .Fit(
                CountTables.KeptCounts,
                CountTables.Samples.Texts("group"),
                CountTables.EffectiveSizes(CountTables.KeptCounts)
            )
            .Value;
        var test = model.Test("A", "B");
        NegativeBinomialReferenceTests.CheckEffects("edgeR_exact", test.Effect);
        NegativeBinomialReferenceTests.Check(
            "edgeR_exact",
            ("logCPM", test.Abundance, 1e-6),
            ("disp.tagwise", model.Dispersion, 1e-3)
        );
        NegativeBinomialReferenceTests.CheckP("edgeR_exact", "PValue", test.LogP);
    }
}
