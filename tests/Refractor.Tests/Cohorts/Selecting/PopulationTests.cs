using Refractor.Cohorts.Selecting;

namespace Refractor.Tests.Cohorts.Selecting;

public class PopulationTests
{
    [Fact]
    public void Everyone_is_included_or_left_out_for_one_reason()
    {
        var cohort = MadeCohort.Of();
        var population = Population.Of(
            cohort,
            new PopulationRequest
            {
                Endpoint = "pCR",
                Treated = "chemotherapy",
                Subtype = "HER2+",
            }
        );
        (population.N + population.LeftOut.Sum(l => l.Patients)).ShouldBe(MadeCohort.Patients);
        population
            .LeftOut.Select(l => l.Reason)
            .ShouldBe(["chemotherapy not known", "chemotherapy not given", "not known whether HER2+", "not HER2+"]);
    }

    [Fact]
    public void A_treatment_that_is_not_known_is_neither_given_nor_not_given()
    {
        var cohort = MadeCohort.Of();
        var given = Population.Of(cohort, new PopulationRequest { Endpoint = "OS", Treated = "chemotherapy" });
        var notGiven = Population.Of(cohort, new PopulationRequest { Endpoint = "OS", Untreated = "chemotherapy" });
        (given.N + notGiven.N).ShouldBe(MadeCohort.Patients - 1);
        given.Included.Zip(notGiven.Included).ShouldAllBe(p => !(p.First && p.Second));
    }

    [Theory]
    [InlineData("TTP", null, "The cohort made has no endpoint TTP; it has pCR, OS.")]
    [InlineData(
        "OS",
        "radiotherapy",
        "The cohort made does not tell who was given radiotherapy; it tells it of chemotherapy."
    )]
    public void What_the_cohort_lacks_is_named_with_what_it_has(string endpoint, string? therapy, string message) =>
        Should
            .Throw<ArgumentException>(() =>
                Population.Of(MadeCohort.Of(), new PopulationRequest { Endpoint = endpoint, Treated = therapy })
            )
            .Message.ShouldStartWith(message);
}
