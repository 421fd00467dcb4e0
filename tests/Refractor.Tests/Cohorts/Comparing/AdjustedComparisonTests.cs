using Refractor.Cohorts;
using Refractor.Cohorts.Comparing;
using Refractor.Statistics.Distributions;

namespace Refractor.Tests.Cohorts.Comparing;

public class AdjustedComparisonTests
{
    private static readonly ComparisonRequest Request = new("pCR", "taxanes", "radiotherapy") { Permutations = 39 };

    // The first driver decides the outcomes; adjusted for it, its features say nothing more. 40 shared patients.
    [Theory]
    [InlineData("pCR")]
    [InlineData("OS")]
    public void Agreement_that_a_covariate_explains_is_gone_when_adjusted_for_it(string endpoint)
    {
        var cohort = TwoTherapyCohort.Of(effect: 1.5, shared: 40);
        var plain = Run(cohort, Request with { Endpoint = endpoint });
        var adjusted = Run(cohort, Request with { Endpoint = endpoint, Adjust = ["driver"] });
        plain.Apart!.Correlation.PTwoSided.ShouldBe(0.05, 1e-12);
        adjusted.Apart!.Correlation.Observed.ShouldBeInRange(-0.3, 0.3);
        adjusted.Apart.Correlation.PTwoSided.ShouldBeGreaterThan(0.05);
    }

    // Under outcomes that follow the covariate alone p is uniform: more than 4 of 20 below 0.05 come once in 400 times.
    [Theory]
    [InlineData("pCR", 0)]
    [InlineData("pCR", 140)]
    [InlineData("OS", 140)]
    public void P_of_outcomes_that_follow_the_covariate_alone_is_seldom_small(string endpoint, int shared)
    {
        var small = Enumerable
            .Range(300, 20)
            .Select(seed =>
                Run(
                    TwoTherapyCohort.Of(effect: 1.5, shared, seed),
                    Request with
                    {
                        Endpoint = endpoint,
                        Adjust = ["driver"],
                    }
                )
            )
            .Count(c => c.Correlation.PTwoSided <= 0.05);
        small.ShouldBeLessThanOrEqualTo(4);
    }

    [Fact]
    public void The_ranked_statistic_of_an_adjusted_response_is_that_of_the_scan()
    {
        var found = Run(TwoTherapyCohort.Of(effect: 1.5, shared: 40), Request with { Adjust = ["driver"] });
        foreach (var f in found.Features)
        {
            Math.Sign(f.FirstZ).ShouldBe(Math.Sign(found.First.Scan.Statistics[f.First]));
            Normal.TwoSided(f.FirstZ).Log.ShouldBe(found.First.Scan.LogP[f.First], 1e-9);
        }
    }

    [Fact]
    public void A_patient_whose_covariate_is_not_known_is_left_out_and_counted()
    {
        var found = Run(TwoTherapyCohort.Of(effect: 1.5, shared: 40), Request with { Adjust = ["driver", "half"] });
        found.First.Scan.Population.LeftOut.ShouldContain(l => l.Reason == "half not known" && l.Patients == 55);
        found.First.Scan.Population.N.ShouldBe(55);
    }

    [Fact]
    public void A_covariate_that_the_cohort_lacks_is_named() =>
        Should
            .Throw<CohortLacksException>(() => Run(TwoTherapyCohort.Of(1, 40), Request with { Adjust = ["grade"] }))
            .Message.ShouldBe("The cohort two has no variable 'grade'; it has driver, half.");

    private static TherapyComparison Run(Cohort cohort, ComparisonRequest request) =>
        TherapyComparer.Run(cohort, cohort, request, cancel: TestContext.Current.CancellationToken);
}
