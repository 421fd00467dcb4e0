using System.Text.Json;
using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Replicating;

public class ReplicationFiguresTests
{
    private static readonly KnowledgePack Pack = RealKnowledge.Pack;
    private static readonly IReadOnlyList<PooledReplication> Testable =
    [
        .. PooledReplication
            .Of([new Replicator(Pack).Run(Pack.Items, MadeCohort.Of(), CancellationToken.None)])
            .Where(r => r.IsTestable),
    ];

    [Fact]
    public void The_map_has_a_cell_for_every_test()
    {
        var cells = ReplicationFigures.Map(Testable).Tables.Single(t => t.Name == "cells");
        cells.Rows.Count.ShouldBe(Testable.Count);
        cells.Rows.Select(r => r[3]).ShouldBeSubsetOf(["+", "0", "−", "?"]);
    }

    [Fact]
    public void The_bars_count_every_test_once() =>
        ReplicationFigures
            .Counts(Testable)
            .Tables[0]
            .Rows.Sum(r => Convert.ToInt32(r[2], null))
            .ShouldBe(Testable.Count);

    [Fact]
    public void A_forest_holds_the_recomputed_estimate()
    {
        var finding = Testable[0];
        var figure = ReplicationFigures.Forest(finding);
        using var specification = JsonDocument.Parse(figure.Specification);
        figure
            .Tables.Single(t => t.Name == "lines")
            .Rows.Where(r => (string?)r[1] == "recomputed")
            .Select(r => r[2])
            .ShouldBe([finding.ByCohort[0].Effect!.Value]);
    }

    [Fact]
    public void A_recipe_names_the_command_that_writes_its_table()
    {
        var recipe = ReplicationRecipes.Of(Testable[0], [MadeCohort.Of()], Pack.Lexicon).ShouldHaveSingleItem();
        recipe
            .Parameters[^1]
            .Value.ShouldStartWith($"refractor test {Testable[0].ByCohort[0].Feature!.Name} --cohort made --endpoint ");
        recipe.Input.N.ShouldBe(Testable[0].ByCohort[0].Effect!.N);
    }
}
