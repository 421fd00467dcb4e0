using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;

namespace Refractor.Tests.Cohorts.Scanning;

public class MutationScanTests
{
    private static readonly Cohort Made = MadeCohort.Of();

    [Theory]
    [InlineData("OS", 90)]
    [InlineData("pCR", 89)]
    public void Only_sequenced_patients_are_counted(string endpoint, int profiled)
    {
        var gene = MutationScan.Run(Made, new PopulationRequest { Endpoint = endpoint }).Genes.ShouldHaveSingleItem();
        (gene.Gene, gene.Profiled).ShouldBe(("TP53", profiled));
        (gene.Split is { } split ? split.Table.N : profiled).ShouldBe(profiled);
        gene.LogQ.ShouldBe(gene.LogP);
    }

    [Fact]
    public void A_gene_that_is_altered_in_too_few_is_counted_and_not_tested()
    {
        var scan = MutationScan.Run(Made, new PopulationRequest { Endpoint = "OS" }, fewest: 31);
        scan.Genes.ShouldBeEmpty();
        scan.TooFew.ShouldBe(1);
    }

    [Fact]
    public void A_cohort_without_mutations_says_so() =>
        Should
            .Throw<ArgumentException>(() =>
                MutationScan.Run(new Cohort("c", [], []), new PopulationRequest { Endpoint = "OS" })
            )
            .Message.ShouldStartWith("The cohort c has no mutations.");
}
