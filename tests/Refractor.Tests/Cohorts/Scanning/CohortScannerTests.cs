using Refractor.Cohorts;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;
using Refractor.Statistics;

namespace Refractor.Tests.Cohorts.Scanning;

public class CohortScannerTests
{
    private static readonly Cohort Made = MadeCohort.Of();

    [Fact]
    public void The_feature_behind_response_comes_first_and_points_to_sensitivity()
    {
        var scan = Scan("pCR");
        var first = scan.ByP()[0];
        scan.Layer.Features[first].ShouldBe("GOOD");
        scan.Effects[first].ShouldBeLessThan(0);
        scan.Areas![first].ShouldBeLessThan(0.3);
    }

    [Fact]
    public void The_feature_behind_survival_comes_first_and_points_to_resistance()
    {
        var scan = Scan("OS");
        scan.Layer.Features[scan.ByP()[0]].ShouldBe("BAD");
        scan.Effects[1].ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_feature_that_does_not_vary_has_a_reason()
    {
        foreach (var endpoint in new[] { "OS", "pCR" })
        {
            Scan(endpoint).Reasons[3].ShouldBe(NotEstimable.NoVariation);
            Scan(endpoint).ByP().ShouldNotContain(3);
        }
    }

    [Fact]
    public void A_scan_of_some_patients_is_that_of_a_cohort_of_them()
    {
        var scan = Scan("OS", treated: "chemotherapy");
        scan.Population.N.ShouldBe(79);
        scan.N[0].ShouldBe(79);
        scan.N[2].ShouldBe(79);
    }

    [Fact]
    public void Every_feature_is_a_row_of_the_table()
    {
        var lines = ScanTables.Features(Scan("pCR")).TrimEnd('\n').Split('\n');
        lines.Length.ShouldBe(5);
        lines[0].ShouldStartWith("feature\tn\tdifference");
        lines[4].ShouldEndWith("\tNoVariation");
    }

    // Under permuted outcomes p is uniform, and few scans find anything.
    [Fact]
    public void On_permuted_patients_hardly_any_scan_finds_anything()
    {
        var found = 0;
        for (var seed = 0; seed < 60; seed++)
        {
            var cohort = Permuted(seed);
            var scan = CohortScanner.Run(
                cohort,
                new ScanRequest(new PopulationRequest { Endpoint = seed % 2 == 0 ? "pCR" : "OS" }),
                cancel: TestContext.Current.CancellationToken
            );
            if (scan.LogQ.Any(q => q < Math.Log(0.05)))
                found++;
        }
        found.ShouldBeLessThanOrEqualTo(8);
    }

    [Theory]
    [InlineData("GOOD", "description")]
    [InlineData("SET", "x", "GOOD", "SET", "y", "BAD")]
    public void A_line_that_is_no_set_is_named(params string[] cells)
    {
        using var folder = new Cli.TemporaryFolder();
        var text =
            cells.Length > 2
                ? $"{cells[0]}\t{cells[1]}\t{cells[2]}\n{cells[3]}\t{cells[4]}\t{cells[5]}\n"
                : string.Join('\t', cells) + "\n";
        Should
            .Throw<Refractor.Knowledge.DataFileException>(() => GeneSet.Read(folder.Write("s.gmt", text)))
            .Problems.ShouldHaveSingleItem()
            .Rule.ShouldBe("set");
    }

    private static CohortScan Scan(string endpoint, string? treated = null) =>
        CohortScanner.Run(
            Made,
            new ScanRequest(new PopulationRequest { Endpoint = endpoint, Treated = treated }),
            cancel: TestContext.Current.CancellationToken
        );

    private static Cohort Permuted(int seed)
    {
        var layer = Made.Layers[0];
        var samples = layer.Samples.ToArray();
        new Random(seed).Shuffle(samples);
        return new Cohort(Made.Name, Made.Patients, Made.Variables)
        {
            Samples = Made.Samples,
            Outcomes = Made.Outcomes,
            Layers = [new MeasuredLayer(layer.Name, layer.Level, layer.Scale, layer.Features, samples, layer.Matrix)],
        };
    }
}
