using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;

namespace Refractor.Tests.Cohorts.Scanning;

public class SubtypeScanTests
{
    private static readonly Cohort Made = MadeCohort.Of();

    [Fact]
    public void Each_subtype_is_scanned_as_if_it_were_asked_for_alone()
    {
        var scan = Run(Made, "OS");
        scan.Scans.Select(s => s.Subtype).ShouldBe(["TNBC", "HER2+", "HR+/HER2-"]);
        foreach (var (subtype, own) in scan.Scans)
        {
            var alone = CohortScanner.Run(
                Made,
                new ScanRequest(new PopulationRequest { Endpoint = "OS", Subtype = subtype }),
                cancel: TestContext.Current.CancellationToken
            );
            own.LogQ.ShouldBe(alone.LogQ);
        }
        scan.Scans.Sum(s => s.Scan.Population.N).ShouldBeLessThanOrEqualTo(MadeCohort.Patients);
    }

    [Fact]
    public void A_subtype_with_few_patients_of_one_outcome_is_named_with_the_reason()
    {
        var few = Run(Made, "pCR");
        foreach (var unscanned in few.Unscanned)
            unscanned.Reason.ShouldContain("at least");
        (few.Scans.Count + few.Unscanned.Count).ShouldBe(3);
    }

    // R: metafor::rma(yi, sei = se, method = "FE") gives the same QE as sum(w * (yi - weighted.mean(yi, w))^2).
    [Fact]
    public void Cochrans_Q_is_that_of_the_effects_of_the_subtypes()
    {
        var scan = Run(Made, "OS");
        var differences = scan.Differences.ShouldNotBeNull();
        var effects = scan
            .Scans.Select(s => (B: s.Scan.Effects[0], W: Math.Pow(s.Scan.StandardErrors[0], -2)))
            .ToList();
        var mean = effects.Sum(e => e.W * e.B) / effects.Sum(e => e.W);
        differences.Q[0].ShouldBe(effects.Sum(e => e.W * Math.Pow(e.B - mean, 2)), 1e-12);
        differences.Df[0].ShouldBe(2);
        // χ² with two degrees of freedom has the tail exp(−x/2).
        differences.LogP[0].ShouldBe(-differences.Q[0] / 2, 1e-10);
        double.IsNaN(differences.LogP[3]).ShouldBeTrue();
    }

    [Fact]
    public void Tables_have_a_column_of_subtypes()
    {
        var scan = Run(Made, "OS");
        var lines = SubtypeScanTables.Features(scan).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(1 + (3 * 4));
        lines[0].ShouldStartWith("subtype\tfeature\tn\t");
        lines[1].ShouldStartWith("TNBC\t");
        SubtypeScanTables
            .Differences(scan)
            .ShouldStartWith("feature\teffect:TNBC\teffect:HER2+\teffect:HR+/HER2-\tcochran_q");
    }

    [Fact]
    public void A_cohort_that_tells_no_subtypes_says_so() =>
        Should
            .Throw<CohortLacksException>(() => Run(new Cohort("bare", Made.Patients, []), "OS"))
            .Message.ShouldStartWith("The cohort bare tells no subtypes apart");

    private static SubtypeScan Run(Cohort cohort, string endpoint) =>
        SubtypeScan.Run(
            cohort,
            new ScanRequest(new PopulationRequest { Endpoint = endpoint }),
            cancel: TestContext.Current.CancellationToken
        );
}
