using Refractor.Audit;
using Refractor.Tests.Knowledge;

namespace Refractor.Tests.Audit.Judging;

/// <summary>A retracted paper supports nothing.</summary>
public class RetractedTests
{
    private const string Text = """
        High ABCB1 was associated with resistance to docetaxel.[1]

        ## References
        1. doi:10.1000/gone
        """;

    [Theory]
    [InlineData("retracted: true", AuditVerdict.Retracted)]
    [InlineData("retracted: false", AuditVerdict.Supported)]
    public void A_statement_on_a_retracted_paper_says_so(string mark, AuditVerdict verdict)
    {
        var pack = TwoPaperKnowledge.OfRepository([
            (
                "gone2010",
                $$"""
                paper:
                  doi: 10.1000/gone
                  title: A marker of response to docetaxel in breast cancer
                  first_author: Gone A
                  year: 2010
                  kind: article
                  {{mark}}
                evidence:
                - id: gone2010-1
                  feature: {name: ABCB1, type: gene}
                  level: rna_expression
                  state: high
                  relation: predictive
                  effect: resistance
                  therapy: [docetaxel]
                  modality: chemotherapy
                  setting: neoadjuvant
                  population: early breast cancer
                  timing: pre_treatment
                  study: {design: retrospective_cohort, n: 120, predictive_design: treated_only}
                  endpoint: pCR
                  result:
                    metric: none
                    missing: not_reported
                  checked: abstract
                """
            ),
        ]);
        var report = new AuditEngine(pack).Audit([new AuditText("text.md", Text)]);
        report.Files[0].Statements[0].Verdict.ShouldBe(verdict);
    }
}
