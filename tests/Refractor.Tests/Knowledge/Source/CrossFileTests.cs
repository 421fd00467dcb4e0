using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Source;

/// <summary>Rules over several files, and of the vocabulary.</summary>
public class CrossFileTests
{
    [Fact]
    public void An_id_in_two_files_is_reported_where_it_comes_second()
    {
        var second = SmallKnowledge.Other.Replace("miller2020-2", "post2018-1", StringComparison.Ordinal);
        var reading = SmallKnowledge.Read(SmallKnowledge.Evidence, second);
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule, problem.Line).ShouldBe(("evidence/second1.yaml", "id", 28));
        problem.Found.ShouldContain("'post2018-1'");
        problem.Found.ShouldContain(SmallKnowledge.File);
        problem.Expected.ShouldContain("unique over all files");
        (reading.Loaded, reading.Rejected).ShouldBe((1, 2));
    }

    [Fact]
    public void An_id_twice_in_one_file_is_reported()
    {
        var text = SmallKnowledge.Other.Replace("miller2020-2", "miller2020-1", StringComparison.Ordinal);
        SmallKnowledge.Read(text).Problems.ShouldHaveSingleItem().Rule.ShouldBe("id");
    }

    [Theory]
    [InlineData("10.1000/second", "10.1000/first", "10.1000/first")]
    [InlineData("87654321", "12345678", "PMID 12345678")]
    public void A_paper_in_two_files_is_reported(string own, string others, string named)
    {
        var reading = SmallKnowledge.Read(
            SmallKnowledge.Evidence,
            SmallKnowledge.Other.Replace(own, others, StringComparison.Ordinal)
        );
        var problem = reading.Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule, problem.Line).ShouldBe(("evidence/second1.yaml", "duplicate_paper", 2));
        problem.Found.ShouldContain($"'{named}'");
        problem.Found.ShouldContain(SmallKnowledge.File);
        problem.Expected.ShouldContain("one file for each paper");
        (reading.Loaded, reading.Rejected).ShouldBe((1, 2));
    }

    [Fact]
    public void An_alias_under_two_features_is_reported_and_nothing_is_read()
    {
        var problem = VocabularyProblem("genes.yaml", "BCRP", "mdr-1");
        (problem.File, problem.Rule, problem.Line).ShouldBe(("vocabulary/genes.yaml", "alias", 4));
        problem.Found.ShouldContain("'ABCG2'");
        problem.Found.ShouldContain("'ABCB1'");
        problem.Expected.ShouldContain("one entry");
    }

    [Fact]
    public void A_name_in_two_vocabulary_files_is_reported() =>
        VocabularyProblem("features.yaml", "TIL score", "BCRP").File.ShouldBe("vocabulary/features.yaml");

    [Fact]
    public void An_unknown_class_of_a_therapy_is_reported()
    {
        var problem = VocabularyProblem(
            "therapies.yaml",
            "classes: [chemotherapy], modality: chemotherapy}\n- {name: doxo",
            "classes: [taxane], modality: chemotherapy}\n- {name: doxo"
        );
        problem.Rule.ShouldBe("vocabulary");
        problem.Found.ShouldContain("'taxane'");
    }

    [Fact]
    public void Classes_in_a_cycle_are_reported()
    {
        var problem = VocabularyProblem("therapies.yaml", "kind: modality,", "kind: modality, classes: [docetaxel],");
        problem.Found.ShouldContain("cycle");
    }

    [Theory]
    [InlineData("groups.yaml", "ABCG2]", "ABCG7]", "group", "'ABCG7'")]
    [InlineData("groups.yaml", ", members: [ABCB1, ABCG2]", "", "group", "without members")]
    [InlineData("therapies.yaml", "[doxorubicin, docetaxel]", "[docetaxel]", "regimen", "1 agents")]
    [InlineData("therapies.yaml", "[doxorubicin, docetaxel]", "[doxorubicin, docetaxle]", "regimen", "'docetaxle'")]
    [InlineData("features.yaml", "type: signature", "type: signature, related: [nothing]", "related", "'nothing'")]
    [InlineData("features.yaml", "type: signature", "type: signature, genes: [ABCG7]", "genes", "'ABCG7'")]
    [InlineData("features.yaml", "type: signature", "type: score", "type", "'score'")]
    [InlineData("populations.yaml", "within: [any]", "within: [all]", "vocabulary", "'all'")]
    public void A_fault_of_the_vocabulary_is_reported(string file, string from, string to, string rule, string found)
    {
        var problem = VocabularyProblem(file, from, to);
        problem.Rule.ShouldBe(rule);
        problem.Found.ShouldContain(found);
    }

    [Theory]
    [InlineData(
        "therapies.yaml",
        "regimens:",
        "- {name: docetaxel, label: d, kind: agent, modality: chemotherapy}\nregimens:"
    )]
    [InlineData("genes.yaml", "aliases: [BCRP]}", "aliases: [BCRP]}\n- {symbol: ABCB1}")]
    [InlineData("populations.yaml", "{name: TNBC,", "{name: any,")]
    public void A_name_given_twice_is_reported(string file, string from, string to) =>
        VocabularyProblem(file, from, to).Found.ShouldNotBeEmpty();

    [Fact]
    public void A_missing_vocabulary_file_is_reported()
    {
        var vocabulary = SmallKnowledge.Vocabulary();
        vocabulary.Remove("groups.yaml");
        var problem = SmallKnowledge.Read(vocabulary, SmallKnowledge.Evidence).Problems.ShouldHaveSingleItem();
        (problem.File, problem.Rule, problem.Line).ShouldBe(("groups.yaml", "vocabulary", null));
    }

    [Fact]
    public void A_folder_without_manifest_is_no_knowledge()
    {
        var error = Should.Throw<DirectoryNotFoundException>(() => KnowledgeSource.Read("no such folder"));
        error.Message.ShouldContain("'no such folder'");
        error.Message.ShouldContain("manifest.yaml");
    }

    private static DataProblem VocabularyProblem(string file, string from, string to)
    {
        var vocabulary = SmallKnowledge.Vocabulary();
        vocabulary[file].ShouldContain(from);
        vocabulary[file] = vocabulary[file].Replace(from, to, StringComparison.Ordinal);
        var reading = SmallKnowledge.Read(vocabulary, SmallKnowledge.Evidence);
        reading.Pack.ShouldBeNull();
        reading.Loaded.ShouldBe(0);
        return reading.Problems.ShouldHaveSingleItem();
    }
}
