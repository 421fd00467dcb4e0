using Refractor.Knowledge;

namespace Refractor.Tests.Knowledge.Source;

public class RepositoryKnowledgeTests
{
    [Fact]
    public void The_knowledge_of_this_repository_reads_without_a_problem()
    {
        RealKnowledge.Reading.Problems.Select(p => p.ToString()).ShouldBeEmpty();
        RealKnowledge.Reading.Rejected.ShouldBe(0);
    }

    [Fact]
    public void Its_counts_hold()
    {
        var pack = RealKnowledge.Pack;
        RealKnowledge.Reading.Files.ShouldBe(287);
        RealKnowledge.Reading.Loaded.ShouldBe(1_058);
        pack.Papers.Count.ShouldBe(287);
        pack.Items.Count.ShouldBe(1_058);
        pack.Items.Count(i => i.Checked == Checked.Secondary).ShouldBe(65);
        pack.Version.ShouldBe("2026.11");
    }

    [Fact]
    public void Every_item_is_found_by_its_id_its_feature_and_its_therapies()
    {
        var pack = RealKnowledge.Pack;
        foreach (var item in pack.Items)
        {
            pack.FindItem(item.Id).ShouldBeSameAs(item);
            pack.Index.Of(item.Feature).ShouldContain(item);
            foreach (var therapy in item.Therapies)
                pack.Index.Of(therapy).ShouldContain(item);
        }
        pack.Index.Untreated.ShouldBe(pack.Items.Where(i => i.Therapies.Count == 0));
    }
}
