using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.Judging;

/// <summary>What an audit says of single sentences.</summary>
public class VerdictTests
{
    private const string Mdr1 =
        "In metastatic disease, high MDR1 expression was associated with poor response to chemotherapy (17% vs 68%, p=0.005)";

    [Theory]
    [InlineData("Patients whose tumours have lost miR-873 do not respond to gemcitabine.[3]", AuditVerdict.Overclaim)]
    [InlineData("In cell lines, loss of miR-873 conferred resistance to gemcitabine.[3]", AuditVerdict.Supported)]
    [InlineData(
        "In triple-negative tumours, high proliferation with a high immune response and low ECM expression went with better survival (HR 0.29).[2]",
        AuditVerdict.Supported
    )]
    [InlineData(
        "In triple-negative tumours, high proliferation with a high immune response and low ECM expression went with worse survival.[2]",
        AuditVerdict.Contradicted
    )]
    [InlineData(
        "Proliferation-associated genes fall in residual triple-negative tumours after chemotherapy.[2]",
        AuditVerdict.Contradicted
    )]
    [InlineData(
        "Extracellular-matrix genes rise in the majority of tumours after chemotherapy.[2]",
        AuditVerdict.Supported
    )]
    [InlineData("A high Ki-67 makes pCR after neoadjuvant chemotherapy less likely.", AuditVerdict.Contradicted)]
    [InlineData("Would you like me to compare these markers?", AuditVerdict.NotCheckable)]
    [InlineData("Serum zinquinone levels predict response to docetaxel.", AuditVerdict.NotInKnowledge)]
    public void A_sentence_has_its_verdict(string sentence, AuditVerdict verdict) =>
        Audited.Sentence(sentence).Verdict.ShouldBe(verdict);

    [Fact]
    public void A_changed_figure_is_contradicted_with_the_one_that_was_printed()
    {
        var statement = Audited.Sentence(Mdr1.Replace("17%", "37%", StringComparison.Ordinal) + ".[1]");
        statement.Verdict.ShouldBe(AuditVerdict.Contradicted);
        statement.Reasons[0].ShouldContain("17 % vs 68 %");
    }

    [Fact]
    public void The_right_figures_of_a_contested_finding_are_partly_supported_and_the_other_side_is_shown()
    {
        var statement = Audited.Sentence(Mdr1 + ".[1]");
        statement.Verdict.ShouldBe(AuditVerdict.PartlySupported);
        statement.Reasons.ShouldContain(r => r.StartsWith("contested: ", StringComparison.Ordinal));
    }

    [Fact]
    public void Evidence_of_another_paper_than_the_cited_one_is_a_wrong_citation()
    {
        var statement = Audited.Sentence("In cell lines, loss of miR-873 conferred resistance to gemcitabine.[2]");
        statement.Verdict.ShouldBe(AuditVerdict.WrongCitation);
        statement.Reasons[0].ShouldContain("Wang 2019");
    }

    [Fact]
    public void A_reference_to_no_paper_is_not_found_where_the_statement_itself_holds()
    {
        var statement = Audited.Sentence("In cell lines, loss of miR-873 conferred resistance to gemcitabine.[4]");
        statement.Verdict.ShouldBe(AuditVerdict.CitationNotFound);
    }

    [Fact]
    public void A_statement_without_a_reference_is_uncited_and_shows_the_evidence()
    {
        var statement = Audited.Sentence("In cell lines, loss of miR-873 conferred resistance to gemcitabine.");
        statement.Verdict.ShouldBe(AuditVerdict.Uncited);
        statement.Evidence.Select(i => i.Id).ShouldContain("wangg2019-1");
    }

    [Fact]
    public void What_is_false_is_judged_before_its_reference() =>
        Audited
            .Sentence("In cell lines, loss of miR-873 conferred sensitivity to gemcitabine.[2]")
            .Verdict.ShouldBe(AuditVerdict.Contradicted);

    [Fact]
    public void Each_feature_of_an_enumeration_is_a_finding_of_its_own()
    {
        var statements = Audited.Sentences(
            "ABCB5, CYP1A1, and CYP4Z1 are upregulated in anthracycline-resistant groups."
        );
        statements
            .Select(s => s.Understood.Features.ShouldHaveSingleItem().Name)
            .ShouldBe(["ABCB5", "CYP1A1", "CYP4Z1"]);
    }

    [Fact]
    public void Figures_of_an_enumeration_belong_to_its_features_in_order()
    {
        var statements = Audited.Sentences(
            "Lower expression of PALB2 and ERCC1 before treatment goes with pCR (p=0.005 and p=0.009)."
        );
        statements.Select(s => s.Understood.Numbers.ShouldHaveSingleItem()).ShouldBe(["p=0.005", "p=0.009"]);
        statements.ShouldAllBe(s => s.Verdict != AuditVerdict.Contradicted);
    }

    [Fact]
    public void A_subject_named_once_carries_on_within_its_paragraph_only()
    {
        const string Text = """
            In cell lines, loss of miR-873 conferred resistance to gemcitabine. Its restoration brought back sensitivity.

            Its restoration brought back sensitivity.
            """;
        var statements = Audited.Statements(Text);
        statements[1].Understood.Features.Select(f => f.Name).ShouldBe(["miR-873"]);
        statements[2].Understood.Features.ShouldBeEmpty();
    }

    [Fact]
    public void What_was_understood_is_told()
    {
        var understood = Audited.Sentence(Mdr1 + ".[1]").Understood;
        understood.Features.ShouldHaveSingleItem().Name.ShouldBe("ABCB1");
        understood.State.ShouldBe(FeatureState.High);
        understood.Effect.ShouldBe(Effect.Resistance);
        understood.Therapies.ShouldHaveSingleItem().Name.ShouldBe("chemotherapy");
        understood.Setting.ShouldBe(Setting.Metastatic);
        understood.Numbers.ShouldContain("p=0.005");
    }

    [Fact]
    public void General_statements_are_held_against_all_sources_and_not_against_the_nearest_alone() =>
        Audited
            .Sentence("BRCA1/2 mutations are typically associated with increased sensitivity to DNA-damaging agents.")
            .Verdict.ShouldNotBe(AuditVerdict.Contradicted);
}
