using Refractor.Knowledge;

namespace Refractor.Tests.Knowledge;

public class PackDiffTests
{
    private const string Paper = "{pmid: \"1\", title: Old title, kind: article}";

    [Fact]
    public void The_same_knowledge_has_no_difference()
    {
        var diff = PackDiff.Of(Repository.Knowledge, Repository.Knowledge);

        diff.IsEmpty.ShouldBeTrue();
        diff.ToText().ShouldBe($"Knowledge {diff.OldVersion} -> {diff.NewVersion}\nNo difference.\n");
    }

    [Fact]
    public void Papers_and_items_are_added_and_removed()
    {
        var older = TwoPaperKnowledge.Of(TwoPaperKnowledge.Paper("a2000-x", Paper));
        var newer = TwoPaperKnowledge.Of(
            TwoPaperKnowledge.Paper("b2000-x", "{pmid: \"2\", kind: article}"),
            TwoPaperKnowledge.Paper("c2000-x", "{pmid: \"3\", kind: article}")
        );

        var diff = PackDiff.Of(older, newer);

        diff.Papers.Added.Select(p => p.Key).ShouldBe(["b2000-x", "c2000-x"]);
        diff.Papers.Removed.Select(p => p.Key).ShouldBe(["a2000-x"]);
        diff.Items.Added.Select(i => i.Id).ShouldBe(["b2000-1", "c2000-1"]);
        diff.Items.Removed.Select(i => i.Id).ShouldBe(["a2000-1"]);
        diff.Papers.Changed.ShouldBeEmpty();
        diff.Items.Changed.ShouldBeEmpty();
    }

    public static TheoryData<string, string, string, string?, string?> ItemChanges =>
        new()
        {
            { "name: ABCB1", "name: MDR1", "feature.name", "ABCB1", "MDR1" },
            { "type: gene}", "type: gene, members: [A, B]}", "feature.members", null, "A | B" },
            { "rna_expression", "protein_expression", "level", "rna_expression", "protein_expression" },
            { "state: high", "state: low", "state", "high", "low" },
            { "checked: abstract", "checked: page", "checked", "abstract", "page" },
            { "checked: abstract", "checked: abstract\n  variant: p.A1B", "variant", null, "p.A1B" },
            { "checked: abstract", "checked: abstract\n  cutoff: median", "cutoff", null, "median" },
            { "checked: abstract", "checked: abstract\n  note: x", "note", null, "x" },
            { "checked: abstract", "checked: abstract\n  population: x", "population", null, "x" },
            { "checked: abstract", "checked: abstract\n  subtype: TNBC", "subtype", null, "TNBC" },
            { "checked: abstract", "checked: abstract\n  timing: paired", "timing", null, "paired" },
            { "relation: predictive", "relation: prognostic", "relation", "predictive", "prognostic" },
            { "effect: resistance", "effect: mixed", "effect", "resistance", "mixed" },
            { "[doxorubicin]", "[doxorubicin, cisplatin]", "therapy", "doxorubicin", "doxorubicin+cisplatin" },
            { "modality: chemotherapy", "modality: mixed", "modality", "chemotherapy", "mixed" },
            { "setting: neoadjuvant", "setting: adjuvant", "setting", "neoadjuvant", "adjuvant" },
            { "retrospective_cohort", "case_control", "study.design", "retrospective_cohort", "case_control" },
            { "treated_only", "unknown", "study.predictive_design", "treated_only", "unknown" },
            { "{design", "{n: 59, design", "study.n", null, "59" },
            { "{design", "{n_events: 7, design", "study.n_events", null, "7" },
            { "{design", "{validation: external, design", "study.validation", null, "external" },
            { "endpoint: pCR", "endpoint: OS", "endpoint", "pCR", "OS" },
            { "metric: none", "metric: p_only", "result.metric", "none", "p_only" },
            { "missing: not_seen", "missing: not_reported", "result.missing", "not_seen", "not_reported" },
            { "missing:", "estimate: 2.5, missing:", "result.estimate", null, "2.5" },
            { "missing:", "p: \"<0.001\", missing:", "result.p", null, "<0.001" },
            { "missing:", "q: 0.05, missing:", "result.q", null, "0.05" },
            { "missing:", "reference: a vs b, missing:", "result.reference", null, "a vs b" },
            { "missing:", "adjusted_for: [age], missing:", "result.adjusted_for", null, "age" },
            { "missing:", "printed: 1 of 2, missing:", "result.printed", null, "1 of 2" },
            {
                "missing:",
                "groups: [{label: high, n: 6, rate: 0.5}, {label: low}], missing:",
                "result.groups",
                null,
                "high, n 6, rate 0.5 | low"
            },
        };

    [Theory, MemberData(nameof(ItemChanges))]
    public void A_changed_field_is_named_with_both_values(
        string from,
        string to,
        string field,
        string? old,
        string? @new
    )
    {
        var text = TwoPaperKnowledge.Item("a2000-1");
        text.ShouldContain(from);

        var diff = PackDiff.Of(WithItem(text), WithItem(text.Replace(from, to, StringComparison.Ordinal)));

        var change = diff.Items.Changed.ShouldHaveSingleItem();
        change.Name.ShouldBe("a2000-1");
        change.Fields.ShouldBe([new FieldChange(field, old, @new)]);
    }

    [Fact]
    public void An_interval_changes_with_its_level()
    {
        var text = TwoPaperKnowledge.Item("a2000-1");
        var with95 = text.Replace("missing:", "ci: [1, 2], missing:", StringComparison.Ordinal);
        var with90 = text.Replace("missing:", "ci: [1, 2], ci_level: 90, missing:", StringComparison.Ordinal);

        PackDiff
            .Of(WithItem(text), WithItem(with90))
            .Items.Changed.ShouldHaveSingleItem()
            .Fields.ShouldBe([new("result.ci", null, "1 to 2"), new("result.ci_level", null, "90")]);
        PackDiff
            .Of(WithItem(with95), WithItem(with90))
            .Items.Changed.ShouldHaveSingleItem()
            .Fields.ShouldBe([new FieldChange("result.ci_level", "95", "90")]);
    }

    [Fact]
    public void Cross_resistance_changes_with_its_therapy()
    {
        var text = TwoPaperKnowledge
            .Item("a2000-1", more: "  resistant_to: [tamoxifen]\n")
            .Replace("relation: predictive", "relation: cross_resistance", StringComparison.Ordinal);

        PackDiff
            .Of(WithItem(text), WithItem(text.Replace("tamoxifen", "fulvestrant", StringComparison.Ordinal)))
            .Items.Changed.ShouldHaveSingleItem()
            .Fields.ShouldBe([new FieldChange("resistant_to", "tamoxifen", "fulvestrant")]);
    }

    [Theory]
    [InlineData("{doi: 10.1000/1, pmid: \"1\", title: Old title, kind: article}", "doi", null, "10.1000/1")]
    [InlineData("{pmid: \"2\", title: Old title, kind: article}", "pmid", "1", "2")]
    [InlineData("{pmid: \"1\", pmcid: PMC1, title: Old title, kind: article}", "pmcid", null, "PMC1")]
    [InlineData("{pmid: \"1\", title: New title, kind: article}", "title", "Old title", "New title")]
    [InlineData("{pmid: \"1\", kind: article}", "title", "Old title", null)]
    [InlineData("{pmid: \"1\", title: Old title, first_author: A B, kind: article}", "first_author", null, "A B")]
    [InlineData("{pmid: \"1\", title: Old title, journal: J, kind: article}", "journal", null, "J")]
    [InlineData("{pmid: \"1\", title: Old title, volume: \"1\", kind: article}", "volume", null, "1")]
    [InlineData("{pmid: \"1\", title: Old title, pages: \"1\", kind: article}", "pages", null, "1")]
    [InlineData("{pmid: \"1\", title: Old title, year: 2001, kind: article}", "year", null, "2001")]
    [InlineData("{pmid: \"1\", title: Old title, kind: review}", "kind", "article", "review")]
    [InlineData("{pmid: \"1\", title: Old title, trial_ids: [N1, N2], kind: article}", "trial_ids", null, "N1 | N2")]
    [InlineData("{pmid: \"1\", title: Old title, retracted: true, kind: article}", "retracted", null, "true")]
    public void A_changed_field_of_a_paper_is_named(string paper, string field, string? old, string? @new)
    {
        var older = TwoPaperKnowledge.Of(TwoPaperKnowledge.Paper("a2000-x", Paper));
        var newer = TwoPaperKnowledge.Of(TwoPaperKnowledge.Paper("a2000-x", paper));

        var diff = PackDiff.Of(older, newer);

        diff.Papers.Changed.ShouldHaveSingleItem().Fields.ShouldBe([new FieldChange(field, old, @new)]);
        diff.Items.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void An_item_that_moves_to_another_paper_has_changed()
    {
        var older = TwoPaperKnowledge.Of(
            ("a2000-x", $"paper: {Paper}\nevidence:\n{TwoPaperKnowledge.Item("z2000-1")}")
        );
        var newer = TwoPaperKnowledge.Of(
            ("b2000-x", $"paper: {Paper}\nevidence:\n{TwoPaperKnowledge.Item("z2000-1")}")
        );

        PackDiff
            .Of(older, newer)
            .Items.Changed.ShouldHaveSingleItem()
            .Fields.ShouldBe([new FieldChange("paper", "a2000-x", "b2000-x")]);
    }

    [Fact]
    public void Names_of_the_vocabulary_are_added_and_removed()
    {
        var older = TwoPaperKnowledge.Of();
        var newer = TwoPaperKnowledge.Of(
            "test",
            texts =>
                texts["genes.yaml"] = texts["genes.yaml"] with
                {
                    Text =
                        texts["genes.yaml"].Text.Replace("NR3C3", "NR3C3a", StringComparison.Ordinal)
                        + "\n- {symbol: QUOKKA1, name: quokka one, aliases: [QK1]}\n",
                }
        );

        var diff = PackDiff.Of(older, newer);

        diff.AddedNames.ShouldBe([
            new VocabularyName("feature", "PGR", "NR3C3a"),
            new VocabularyName("feature", "QUOKKA1", "QK1"),
            new VocabularyName("feature", "QUOKKA1", "QUOKKA1"),
            new VocabularyName("feature", "QUOKKA1", "quokka one"),
        ]);
        diff.RemovedNames.ShouldBe([new VocabularyName("feature", "PGR", "NR3C3")]);
        diff.IsEmpty.ShouldBeFalse();
    }

    [Fact]
    public void An_item_that_the_vocabulary_joins_to_another_feature_has_changed()
    {
        var item = TwoPaperKnowledge.Item("a2000-1", feature: "{name: MDR1, type: gene}");
        var file = ("a2000-x", $"paper: {Paper}\nevidence:\n{item}");
        var newer = TwoPaperKnowledge.Of(
            "test",
            texts =>
                texts["genes.yaml"] = texts["genes.yaml"] with
                {
                    Text =
                        texts["genes.yaml"].Text.Replace("MDR1, ", "", StringComparison.Ordinal) + "\n- symbol: MDR1\n",
                },
            file
        );

        PackDiff
            .Of(TwoPaperKnowledge.Of(file), newer)
            .Items.Changed.ShouldHaveSingleItem()
            .Fields.ShouldBe([new FieldChange("feature.joined_to", "ABCB1", "MDR1")]);
    }

    [Fact]
    public void The_text_lists_everything()
    {
        var noted = TwoPaperKnowledge.Item("a2000-1", more: "  note: x\n");
        var older = TwoPaperKnowledge.Of(
            "2026.10",
            _ => { },
            TwoPaperKnowledge.Paper("a2000-x", Paper),
            TwoPaperKnowledge.Paper("b2000-x", "{pmid: \"2\", kind: article}")
        );
        var newer = TwoPaperKnowledge.Of(
            "2026.11",
            texts =>
                texts["genes.yaml"] = texts["genes.yaml"] with
                {
                    Text = texts["genes.yaml"].Text.Replace("NR3C3", "NR3C3a", StringComparison.Ordinal),
                },
            ("a2000-x", $"paper: {{pmid: \"1\", kind: article}}\nevidence:\n{noted}"),
            TwoPaperKnowledge.Paper("c2000-x", "{pmid: \"3\", title: \"Two\\nlines\", kind: article}")
        );

        PackDiff
            .Of(older, newer)
            .ToText()
            .ShouldBe(
                """
                Knowledge 2026.10 -> 2026.11
                papers: 1 added, 1 removed, 1 changed
                items: 1 added, 1 removed, 1 changed
                names of the vocabulary: 1 added, 1 removed
                + paper c2000-x: Two lines
                - paper b2000-x
                ~ paper a2000-x
                    title: Old title -> (none)
                + item c2000-1: ABCB1 high, doxorubicin, resistance
                - item b2000-1: ABCB1 high, doxorubicin, resistance
                ~ item a2000-1
                    note: (none) -> x
                + feature PGR: NR3C3a
                - feature PGR: NR3C3

                """.ReplaceLineEndings("\n")
            );
    }

    private static KnowledgePack WithItem(string item) =>
        TwoPaperKnowledge.Of(("a2000-x", $"paper: {Paper}\nevidence:\n{item}"));
}
