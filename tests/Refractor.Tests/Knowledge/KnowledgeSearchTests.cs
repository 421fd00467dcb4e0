using Refractor.Knowledge;
using Refractor.Knowledge.Searching;

namespace Refractor.Tests.Knowledge;

public class KnowledgeSearchTests
{
    private static readonly KnowledgeSearch Search = new(Repository.Knowledge);

    [Fact]
    public void Scores_agree_with_the_printed_formula()
    {
        const string Text = "tamoxifen ESR1 expression";
        var words = Text.Split(' ').Select(w => w.ToLowerInvariant()).ToList();
        var documents = Repository.Knowledge.Items.Select(i => new ItemWords().Of(i)).ToList();
        var mean = documents.Average(d => d.Values.Sum());

        foreach (var hit in Search.Search(Text, 25))
        {
            var document = documents[hit.Item.Index];
            var expected = 0.0;
            foreach (var word in words)
            {
                var holders = documents.Count(d => d.ContainsKey(word));
                var idf = Math.Log(1 + (documents.Count - holders + 0.5) / (holders + 0.5));
                var count = document.GetValueOrDefault(word);
                expected += idf * count * 2.2 / (count + 1.2 * (0.25 + 0.75 * document.Values.Sum() / mean));
            }
            // The order of summation may change the last digits.
            hit.Score.ShouldBe(expected, 1e-9);
        }
    }

    [Fact]
    public void The_best_hit_is_about_what_was_asked()
    {
        var best = Search.Search("ABCB1 doxorubicin", 1).ShouldHaveSingleItem().Item;
        best.Feature.Name.ShouldBe("ABCB1");
        best.Therapies.ShouldContain(t => t.Name == "doxorubicin");

        Search.Search("ESR1 mutation aromatase inhibitor", 5).ShouldAllBe(h => h.Item.Feature.Name == "ESR1");
    }

    [Theory]
    [InlineData("P-glycoprotein", "ABCB1")]
    [InlineData("MDR1", "ABCB1")]
    [InlineData("mir21", "miR-21")]
    [InlineData("miR-21", "miR-21")]
    public void An_alias_finds_the_feature(string text, string feature) =>
        Search.Search(text, 1).ShouldHaveSingleItem().Item.Feature.Name.ShouldBe(feature);

    [Fact]
    public void A_brand_name_finds_the_therapy() =>
        Search
            .Search("Herceptin", 5)
            .ShouldAllBe(h => h.Item.Therapies.Concat(h.Item.ResistantTo).Any(t => t.Name.StartsWith("trastuzumab")));

    [Fact]
    public void A_pubmed_number_finds_the_items_of_its_paper()
    {
        var paper = Repository.Knowledge.Papers.First(p => p.Pmid is { Length: 8 });

        Search.Search(paper.Pmid!, 1).ShouldHaveSingleItem().Item.Paper.ShouldBe(paper);
    }

    [Theory]
    [InlineData("population: tumour of zebrafish", "TUMOR Zebrafish")]
    [InlineData("cutoff: quokka median", "quokka")]
    [InlineData("note: quokka", "Quokka")]
    [InlineData("variant: p.Q999X", "Q999X")]
    public void The_texts_of_an_item_are_searched(string field, string text)
    {
        var plain = TwoPaperKnowledge.Item("a2000-1");
        var item = TwoPaperKnowledge.Item("a2000-2", more: $"  {field}\n");
        var pack = TwoPaperKnowledge.Of(
            ("a2000-x", $"paper: {{pmid: \"1\", kind: article}}\nevidence:\n{plain}{item}")
        );

        new KnowledgeSearch(pack).Search(text, 10).ShouldHaveSingleItem().Item.Id.ShouldBe("a2000-2");
    }

    [Theory]
    [InlineData("quokka")]
    [InlineData("Wombat")]
    [InlineData("numbat")]
    [InlineData("NCT00009999")]
    public void The_fields_of_the_paper_are_searched(string text)
    {
        const string Paper =
            "{pmid: \"2\", title: Quokka study, first_author: Wombat Q, journal: Numbat Journal, "
            + "trial_ids: [NCT00009999], kind: article}";
        var pack = TwoPaperKnowledge.Of(
            TwoPaperKnowledge.Paper("a2000-x", "{pmid: \"1\", kind: article}"),
            TwoPaperKnowledge.Paper("b2000-x", Paper)
        );

        new KnowledgeSearch(pack).Search(text, 10).ShouldHaveSingleItem().Item.Id.ShouldBe("b2000-1");
    }

    [Fact]
    public void Equal_scores_stand_in_order_of_id()
    {
        var items = string.Concat("312".Select(n => TwoPaperKnowledge.Item($"a2000-{n}")));
        var pack = TwoPaperKnowledge.Of(("a2000-x", $"paper: {{pmid: \"1\", kind: article}}\nevidence:\n{items}"));

        var hits = new KnowledgeSearch(pack).Search("ABCB1", 2);

        hits.Select(h => h.Item.Id).ShouldBe(["a2000-1", "a2000-2"]);
        hits[0].Score.ShouldBe(hits[1].Score);
    }

    [Fact]
    public void The_order_of_the_words_does_not_matter() =>
        Search.Search("tamoxifen resistance PGR", 50).ShouldBe(Search.Search("PGR resistance tamoxifen", 50));

    [Fact]
    public void A_longer_list_starts_with_the_shorter_one() =>
        Search.Search("chemotherapy", 100).Take(10).ShouldBe(Search.Search("chemotherapy", 10));

    [Theory]
    [InlineData("")]
    [InlineData(" ?! ")]
    [InlineData("xyzzyplugh")]
    public void Words_that_no_item_holds_find_nothing(string text) => Search.Search(text, 10).ShouldBeEmpty();

    [Fact]
    public void Knowledge_without_items_finds_nothing() =>
        new KnowledgeSearch(TwoPaperKnowledge.Of()).Search("ABCB1", 10).ShouldBeEmpty();

    [Fact]
    public void A_limit_below_one_is_the_callers_fault() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Search.Search("ABCB1", 0)).ParamName.ShouldBe("limit");

    [Fact]
    public void Parts_joined_by_hyphens_count_together_as_well() =>
        SearchWords
            .Of("miR-21-5p and HIF-1α")
            .ShouldBe(["mir", "21", "mir21", "5p", "mir215p", "and", "hif", "1alpha", "hif1alpha"]);
}
