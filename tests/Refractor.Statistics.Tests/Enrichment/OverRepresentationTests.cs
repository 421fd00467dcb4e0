using Refractor.Statistics.Distributions;
using Refractor.Statistics.Enrichment;
using Refractor.Statistics.Tests.Reference;

namespace Refractor.Statistics.Tests.Enrichment;

public class OverRepresentationTests
{
    [Fact]
    public void All_sets_in_all_lists_agree_with_phyper()
    {
        var numbers = GseaTables.Genes.Select((gene, i) => (gene, i)).ToDictionary(g => g.gene, g => g.i);
        var lists = ReferenceTable
            .Read("gsea/ora_queries.tsv")
            .Rows.GroupBy(r => r["query"])
            .ToDictionary(g => g.Key, g => g.Select(r => numbers.GetValueOrDefault(r["gene"], -1)).ToArray());
        var screens = OverRepresentation.Test(GseaTables.Sets, [.. lists.Values]);
        var byName = lists.Keys.Zip(screens).ToDictionary(x => x.First, x => x.Second);

        var agreement = new Agreement();
        foreach (var row in ReferenceTable.Read("gsea/expected_ora.tsv").Rows)
        {
            var (place, screen, set) = (
                $"{row.Place} {row["set"]}",
                byName[row["query"]],
                GseaTables.Number(row["set"])
            );
            agreement.CheckEqual($"{place} overlap", screen.Overlaps[set], row.Integer("overlap"));
            agreement.CheckEqual($"{place} set size", screen.SetSizes[set], row.Integer("set_size"));
            agreement.CheckEqual($"{place} query size", screen.QuerySize, row.Integer("query_size"));
            agreement.CheckEqual($"{place} universe", screen.Universe, row.Integer("universe"));
            agreement.CheckP($"{place} p", screen.P(set), row.Number("p"), 1e-11);
            agreement.CheckP($"{place} adjusted p", screen.AdjustedP(set), row.Number("padj"), 1e-11);
            agreement.Check($"{place} fold", screen.Folds[set], row.Number("fold"), 1e-14);
            // R calls the odds ratio of a set or list of nothing or everything 0; we say that it is not estimable. Above 1 it solves
            // for the inverse, to an absolute 1.2e-4.
            var fisher = screen.Fisher(set);
            agreement.Check(
                $"{place} odds ratio",
                fisher.IsEstimable ? fisher.Value.OddsRatio : 0,
                row.Number("or_cond_mle"),
                Math.Max(1e-3, 1.3e-4 * row.Number("or_cond_mle"))
            );
        }
        agreement.Verify();
    }

    [Fact]
    public void The_universe_limits_sets_and_list_and_what_is_outside_is_counted()
    {
        var sets = FeatureSets.Of(
            10,
            [
                [0, 1, 2, 8],
                [9],
            ],
            ["kept", "outside"]
        );
        var screen = OverRepresentation.Test(sets, [0, 1, 1, 5, 9, -1], universe: [0, 1, 2, 3, 4, 5]);
        screen.Universe.ShouldBe(6);
        screen.QuerySize.ShouldBe(3);
        screen.OutsideUniverse.ShouldBe(2);
        screen.SetSizes.ShouldBe([3, 0]);
        screen.Overlaps.ShouldBe([2, 0]);
        // P(overlap ≥ 2) = (C(3,2)·C(3,1) + C(3,3)) / C(6,3)
        screen.P(0).Value.ShouldBe(10 / 20.0, 1e-15);
        screen.P(1).Value.ShouldBe(1);
        screen.Folds[1].ShouldBe(double.NaN);
    }

    [Fact]
    public void The_odds_ratio_has_an_exact_interval()
    {
        // R 4.2.2: fisher.test(matrix(c(2, 1, 1, 2), 2)): 3.10575, 0.06740303 to 350.56148696; the exact roots are 3.10548 and 352.0.
        var screen = OverRepresentation.Test(
            FeatureSets.Of(
                6,
                [
                    [0, 1, 2],
                ]
            ),
            [0, 1, 5]
        );
        var fisher = screen.Fisher(0).Value;
        fisher.Greater.Log.ShouldBe(screen.LogP[0], 1e-12);
        fisher.OddsRatio.ShouldBe(3.10575, 1e-3);
        fisher.Interval.Low.ShouldBe(0.06740303, 1e-5);
        fisher.Interval.High.ShouldBe(350.56148696, 2);
    }

    [Fact]
    public void Far_tails_keep_their_digits()
    {
        // R 4.2.2: phyper(1999, 2000, 18000, 2000, lower.tail = FALSE, log.p = TRUE) is -lchoose(20000, 2000).
        int[] members = [.. Enumerable.Range(0, 2000)];
        var screen = OverRepresentation.Test(FeatureSets.Of(20_000, [members]), members);
        screen.LogP[0].ShouldBe(-SpecialFunctions.LogChoose(20_000, 2000), 1e-7);
        screen.LogP[0].ShouldBeLessThan(-6000);
    }

    [Fact]
    public void Many_lists_give_the_bytes_of_each_alone_whatever_the_number_of_threads()
    {
        var lists = Enumerable
            .Range(0, 20)
            .Select(i => (IReadOnlyList<int>)[.. Enumerable.Range(0, 50).Select(j => (i * 71 + j * 13) % 2000)])
            .ToArray();
        var together = OverRepresentation.Test(GseaTables.Sets, lists, threads: 3);
        for (var i = 0; i < lists.Length; i++)
            together[i].LogP.ShouldBe(OverRepresentation.Test(GseaTables.Sets, lists[i]).LogP);
    }

    [Fact]
    public void A_universe_with_an_unknown_feature_is_refused() =>
        Should
            .Throw<ArgumentException>(() =>
                OverRepresentation.Test(
                    FeatureSets.Of(
                        3,
                        [
                            [0],
                        ]
                    ),
                    [0],
                    universe: [3]
                )
            )
            .ParamName.ShouldBe("universe");
}
