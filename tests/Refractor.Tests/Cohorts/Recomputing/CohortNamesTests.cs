using Refractor.Cohorts;
using Refractor.Cohorts.Recomputing;

namespace Refractor.Tests.Cohorts.Recomputing;

public class CohortNamesTests
{
    private static readonly string[] Trials = ["METABRIC", "I-SPY2", "GSE96058", "TCGA", "NCT01042379", "BIG 02-98"];

    [Theory]
    [InlineData("metabric", "", "METABRIC")]
    [InlineData("ispy2", "", "I-SPY2")]
    [InlineData("mine", "I-SPY2 (Wolf 2022)", "I-SPY2")]
    [InlineData("scanb", "SCAN-B, GSE96058", "GSE96058")]
    [InlineData("tcga-brca", "", "TCGA")]
    [InlineData("trial", "BIG 02-98, doxorubicin and docetaxel", "BIG 02-98")]
    public void A_cohort_is_known_by_its_name_or_a_word_of_its_title(string name, string title, string expected) =>
        CohortNames.Among(new Cohort(name, [], []) { Title = title }, Trials).ShouldBe([expected]);

    [Fact]
    public void Another_cohort_is_not() => CohortNames.Among(new Cohort("nki", [], []), Trials).ShouldBeEmpty();

    [Fact]
    public void Papers_on_METABRIC_are_known_to_be_on_its_patients() =>
        RealKnowledge.Pack.Papers.Count(p => CohortNames.Names(p, new Cohort("metabric", [], []))).ShouldBe(2);
}
