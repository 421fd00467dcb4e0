using Refractor.Cohorts.Comparing;
using Refractor.Cohorts.Pairing;
using Refractor.Cohorts.Scanning;
using Refractor.Cohorts.Selecting;
using Refractor.Tests.Cohorts.Comparing;

namespace Refractor.Tests.Cohorts.Pairing;

public class FiguresOfPairsTests
{
    [Fact]
    public void Every_pair_has_a_line_in_each_of_the_eight_clearest_features()
    {
        var figures = ChangeFigures.Of(Changes());
        figures.Slopes.Tables.Single().Rows.Count.ShouldBe(8 * 2 * PairedCohort.Pairs);
        figures.Volcano.Tables[0].Rows.Count.ShouldBe(PairedCohort.Features);
        figures.Resistance.Count.ShouldBe(3);
    }

    [Fact]
    public void The_map_runs_from_the_upper_ends_to_the_lower_ends_and_holds_the_peaks()
    {
        var comparison = Compare();
        var map = ComparisonFigures.Of(comparison).Map.Tables.Single();
        map.Rows[0].Take(2).ShouldBe(["resistance, top 11", "resistance, top 11"]);
        var overlap = comparison.Agreement.Overlap;
        map.Rows.Count.ShouldBe(overlap.Quadrants.Sum(q => q.All().Count()));
        map.Rows.Max(r => (double)r[2]!).ShouldBe(overlap.Quadrants.Max(q => q.Peak()!.SignedLog10));
    }

    [Fact]
    public void The_bins_of_a_histogram_hold_every_permutation()
    {
        var figures = ComparisonFigures.Of(Compare());
        foreach (var figure in figures.Permuted)
            figure
                .Tables[0]
                .Rows.Sum(r => Convert.ToInt32(r[2], System.Globalization.CultureInfo.InvariantCulture))
                .ShouldBe(39);
        figures.Sets.ShouldBeNull();
    }

    [Fact]
    public void Rates_and_ratios_of_mutations_are_those_of_the_scan()
    {
        var scan = MutationScan.Run(MadeCohort.Of(), new PopulationRequest { Endpoint = "pCR" });
        var figures = MutationFigures.Of(scan, 5);
        figures.Effects!.Tables[0].Rows.ShouldHaveSingleItem()[0].ShouldBe("TP53");
        figures
            .Rates!.Tables[0]
            .Rows.Select(r => r[5])
            .ShouldBe([
                $"{scan.Genes[0].Split!.Table.C}/{scan.Genes[0].Split!.Table.SecondRow}",
                $"{scan.Genes[0].Split!.Table.A}/{scan.Genes[0].Split!.Table.FirstRow}",
            ]);
    }

    [Fact]
    public void A_recipe_names_covariates_by_the_columns_of_the_exported_table()
    {
        var comparison = ChangeComparer.Run(
            PairedCohort.Of(),
            new ChangeRequest(new PairRequest())
            {
                Endpoint = "pCR",
                Adjust = ["AGE"],
                Permutations = 9,
            },
            cancel: TestContext.Current.CancellationToken
        );
        ChangeRecipes.Of(comparison)[1].R.ShouldContain("resistant + d[[\"age\"]]");
    }

    private static ChangeComparison Changes() =>
        ChangeComparer.Run(
            PairedCohort.Of(),
            new ChangeRequest(new PairRequest()) { Endpoint = "pCR", Permutations = 19 },
            cancel: TestContext.Current.CancellationToken
        );

    private static TherapyComparison Compare() =>
        TherapyComparer.Run(
            TwoTherapyCohort.Of(effect: 1, shared: 40),
            TwoTherapyCohort.Of(effect: 1, shared: 40, seed: 4, name: "other"),
            new ComparisonRequest("pCR", "taxanes", "radiotherapy") { Permutations = 39 },
            cancel: TestContext.Current.CancellationToken
        );
}
