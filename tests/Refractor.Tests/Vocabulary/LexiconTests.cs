using Refractor.Vocabulary;

namespace Refractor.Tests.Vocabulary;

public class LexiconTests
{
    private static Lexicon Real => RealKnowledge.Lexicon;

    [Theory]
    [InlineData("docetaxel", "taxane")]
    [InlineData("docetaxel", "chemotherapy")]
    [InlineData("docetaxel", "docetaxel")]
    [InlineData("palbociclib", "targeted_therapy")]
    [InlineData("tamoxifen", "endocrine_therapy")]
    [InlineData("trastuzumab", "her2_targeted")]
    public void An_agent_lies_within_its_classes(string agent, string scope) =>
        Real.IsWithin(Therapy(agent), Therapy(scope)).ShouldBeTrue();

    [Theory]
    [InlineData("chemotherapy", "docetaxel")]
    [InlineData("taxane", "docetaxel")]
    [InlineData("docetaxel", "paclitaxel")]
    [InlineData("docetaxel", "radiotherapy")]
    [InlineData("docetaxel", "endocrine_therapy")]
    public void A_class_does_not_lie_within_its_agents_nor_an_agent_within_another_class(
        string therapy,
        string scope
    ) => Real.IsWithin(Therapy(therapy), Therapy(scope)).ShouldBeFalse();

    [Theory]
    [InlineData("TNBC", "HR-")]
    [InlineData("TNBC", "HER2-")]
    [InlineData("TNBC", "any")]
    [InlineData("HR+/HER2-", "HR+")]
    [InlineData("HR+/HER2-", "HER2-")]
    [InlineData("HR-/HER2+", "HER2+")]
    public void A_subtype_lies_within_the_wider_ones(string subtype, string scope) =>
        Real.IsWithin(Subtype(subtype), Subtype(scope)).ShouldBeTrue();

    [Theory]
    [InlineData("HR-", "TNBC")]
    [InlineData("any", "TNBC")]
    [InlineData("TNBC", "HER2+")]
    [InlineData("TNBC", "HR+")]
    public void A_wider_or_another_subtype_does_not_lie_within(string subtype, string scope) =>
        Real.IsWithin(Subtype(subtype), Subtype(scope)).ShouldBeFalse();

    [Fact]
    public void Closure_of_the_real_therapies_agrees_with_walking_up_the_classes()
    {
        foreach (var therapy in Real.Therapies)
        {
            var above = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<string>([therapy.Name]);
            while (open.TryPop(out var name))
            {
                if (above.Add(name))
                    Therapy(name).Classes.ToList().ForEach(open.Push);
            }
            Real.Therapies.Where(t => Real.IsWithin(therapy, t)).Select(t => t.Name).ShouldBe(above, ignoreOrder: true);
        }
    }

    [Fact]
    public void Two_therapies_within_each_other_are_the_same_therapy()
    {
        foreach (var a in Real.Therapies)
        {
            foreach (var b in Real.Therapies.Where(b => Real.IsWithin(a, b) && Real.IsWithin(b, a)))
                b.ShouldBeSameAs(a);
        }
    }

    [Fact]
    public void Classes_in_a_cycle_are_refused()
    {
        Therapy[] cycle = [TestLexicon.Therapy("a", "b"), TestLexicon.Therapy("b", "c"), TestLexicon.Therapy("c", "a")];
        Should.Throw<ArgumentException>(() => TestLexicon.Of(cycle)).Message.ShouldContain("cycle");
        Should
            .Throw<ArgumentException>(() => TestLexicon.Of([TestLexicon.Therapy("a", "a")]))
            .Message.ShouldContain("cycle");
    }

    [Fact]
    public void Subtypes_in_a_cycle_are_refused()
    {
        Subtype[] cycle = [TestLexicon.Subtype("a", "b"), TestLexicon.Subtype("b", "a")];
        Should.Throw<ArgumentException>(() => TestLexicon.Of(subtypes: cycle)).Message.ShouldContain("cycle");
    }

    [Fact]
    public void Two_ways_to_the_same_class_are_no_cycle()
    {
        Therapy[] diamond =
        [
            TestLexicon.Therapy("top"),
            TestLexicon.Therapy("left", "top"),
            TestLexicon.Therapy("right", "top"),
            TestLexicon.Therapy("bottom", "left", "right"),
        ];
        var lexicon = TestLexicon.Of(diamond);
        lexicon.IsWithin(diamond[3], diamond[0]).ShouldBeTrue();
        lexicon.IsWithin(diamond[1], diamond[2]).ShouldBeFalse();
    }

    [Fact]
    public void An_unknown_class_is_named_with_its_therapy()
    {
        var error = Should.Throw<ArgumentException>(() => TestLexicon.Of([TestLexicon.Therapy("a", "nowhere")]));
        error.Message.ShouldContain("'a'");
        error.Message.ShouldContain("'nowhere'");
    }

    [Fact]
    public void A_closure_is_right_beyond_64_entries()
    {
        var chain = Enumerable
            .Range(0, 200)
            .Select(i => TestLexicon.Therapy($"t{i}", i == 0 ? [] : [$"t{i - 1}"]))
            .ToArray();
        var lexicon = TestLexicon.Of(chain);
        for (var i = 0; i < chain.Length; i++)
        {
            for (var j = 0; j < chain.Length; j++)
                lexicon.IsWithin(chain[i], chain[j]).ShouldBe(j <= i);
        }
    }

    [Fact]
    public void A_chain_of_ten_thousand_classes_does_not_exhaust_the_stack()
    {
        var chain = Enumerable
            .Range(0, 10_000)
            .Select(i => TestLexicon.Therapy($"t{i}", i == 9_999 ? [] : [$"t{i + 1}"]))
            .ToArray();
        TestLexicon.Of(chain).IsWithin(chain[0], chain[^1]).ShouldBeTrue();
    }

    [Fact]
    public void Every_name_and_alias_of_a_feature_leads_to_it()
    {
        foreach (var feature in Real.Features)
        {
            foreach (var name in feature.Aliases.Prepend(feature.Name))
                Real.FindFeature(name).ShouldBeSameAs(feature, $"'{name}' of '{feature.Name}'");
        }
    }

    [Theory]
    [InlineData("MDR1", "ABCB1")]
    [InlineData("P-glycoprotein", "ABCB1")]
    [InlineData("p glycoprotein", "ABCB1")]
    [InlineData("HER2", "ERBB2")]
    [InlineData("oestrogen receptor", "ESR1")]
    [InlineData("ERα", "ESR1")]
    [InlineData("Oncotype DX", "21-gene Recurrence Score")]
    public void Joined_names_lead_to_one_feature(string name, string feature) =>
        Real.FindFeature(name).ShouldNotBeNull().Name.ShouldBe(feature);

    [Fact]
    public void Joined_names_in_the_evidence_carry_the_joined_feature()
    {
        var joined = RealKnowledge.Pack.Items.Where(i => i.FeatureName != i.Feature.Name).ToList();
        joined.ShouldNotBeEmpty();
        joined.ShouldAllBe(i => Real.FindFeature(i.FeatureName) == i.Feature);
    }

    [Fact]
    public void Every_member_of_a_group_is_a_feature()
    {
        Real.Entries.Groups.ShouldNotBeEmpty();
        foreach (var group in Real.Entries.Groups)
        {
            foreach (var name in group.Members.Concat(group.Features))
                Real.FindFeature(name).ShouldNotBeNull($"'{name}' of the group '{group.Name}'");
        }
    }

    [Fact]
    public void Every_related_feature_and_gene_of_a_signature_is_a_feature()
    {
        foreach (var feature in Real.Features)
        {
            foreach (var name in feature.Related.Concat(feature.Genes))
                Real.FindFeature(name).ShouldNotBeNull($"'{name}' of '{feature.Name}'");
        }
    }

    [Fact]
    public void Every_agent_of_a_regimen_is_a_therapy()
    {
        foreach (var regimen in Real.Entries.Regimens)
            regimen.Agents.ShouldAllBe(a => Real.FindTherapy(a) != null, $"of the regimen '{regimen.Name}'");
    }

    [Fact]
    public void A_combined_feature_is_found_by_its_gene()
    {
        var combined = Real.Features.First(f => f.Genes.Count > 0);
        Real.CombinedWith(Real.FindFeature(combined.Genes[0])!).ShouldContain(combined);
    }

    [Fact]
    public void An_unknown_name_leads_nowhere()
    {
        Real.FindFeature("no such gene").ShouldBeNull();
        Real.FindTherapy("Docetaxel").ShouldBeNull("controlled names are exact");
        Real.FindSubtype("tnbc").ShouldBeNull("controlled names are exact");
    }

    private static Therapy Therapy(string name) => Real.FindTherapy(name).ShouldNotBeNull(name);

    private static Subtype Subtype(string name) => Real.FindSubtype(name).ShouldNotBeNull(name);
}
