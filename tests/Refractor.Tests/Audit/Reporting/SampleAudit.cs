using Refractor.Answers;
using Refractor.Audit;
using Refractor.Knowledge;

namespace Refractor.Tests.Audit.Reporting;

/// <summary>A report as an audit gives it, made by hand over items of the knowledge: a statement for each verdict.</summary>
internal static class SampleAudit
{
    public const string Original = """
        # Resistance to **neoadjuvant** chemotherapy

        No single gene explains it. In a meta-analysis of 23 studies, high TILs were associated with more pathologic complete responses (OR 2.81, p < 0.001) [1]. CD4-positive lymphocytes went with pCR just as CD8-positive ones did [1].

        **Expression patterns.** TNBCs with high proliferation, a high immune response and low ECM expression had better survival (HR 0.92) [2]; the same pattern was just as favourable in ER-positive disease [2].

        - High *ABCB1* mRNA goes with poor response in advanced disease (17% vs 68%, p=0.005).
        - High ABCB1 mRNA is a proven cause of resistance in every patient [1].
        - Patients with a <script>alert("x")</script> & 'quoted' tumour respond [3].
        - TILs went with pCR in a trial of 40 women [3].
        - CD8 cells predict pCR [2]. TILs were withdrawn [4].

        ## References

        1. Tumor-infiltrating lymphocytes in breast cancer predict the response to chemotherapy. Oncotarget 2016. doi:10.18632/oncotarget.9988
        2. Comprehensive characterization of pre- and post-treatment samples. npj Breast Cancer 2022. doi:10.1038/s41523-022-00428-8
        3. A paper that nobody wrote. doi:10.1000/nowhere.
        4. A paper that was taken back. doi:10.1000/taken-back
        """;

    private static readonly Paper TakenBack = new()
    {
        Key = "takenback2020",
        Title = "A paper that was taken back",
        Doi = "10.1000/taken-back",
        Year = 2020,
        Kind = PaperKind.Article,
        Retracted = true,
    };

    public static AuditReport Report => Of(First("answer.md"), Second("other answer.md"));

    public static AuditReport OneFile => Of(First("answer.md"));

    public static AuditReport Of(params IReadOnlyList<AuditedFile> files) =>
        new()
        {
            Files = files,
            Knowledge = KnowledgeStamp.Of(RealKnowledge.Pack),
            Disagreements =
                files.Count < 2
                    ? []
                    :
                    [
                        new AuditDisagreement(
                            files[0].Statements[2],
                            files[0].Path,
                            files[1].Statements[0],
                            files[1].Path,
                            "High tumour-infiltrating lymphocytes go with sensitivity in one and with resistance in the other."
                        ),
                    ],
        };

    public static AuditedFile First(string path)
    {
        var text = new SampleText(path, Original.ReplaceLineEndings("\n"));
        AddReferences(text);
        text.Statement("# Resistance to **neoadjuvant** chemotherapy", AuditVerdict.NotCheckable, isHeading: true)
            .Statement("No single gene explains it.", AuditVerdict.NotCheckable);
        AddImmuneCells(text);
        AddPatterns(text);
        AddTransporters(text);
        AddBadReferences(text);
        return text.File;
    }

    private static AuditedFile Second(string path) =>
        new SampleText(path, "High TILs made tumours resist chemotherapy.")
            .Statement(
                "High TILs made tumours resist chemotherapy.",
                AuditVerdict.Contradicted,
                "The evidence shows sensitivity.",
                evidence: ["wangk2016-1"]
            )
            .File;

    private static void AddReferences(SampleText text) =>
        text.Reference(
                1,
                "Tumor-infiltrating lymphocytes in breast cancer predict the response to chemotherapy. Oncotarget 2016. doi:10.18632/oncotarget.9988",
                PaperOf("wangk2016-1"),
                "DOI"
            )
            .Reference(
                2,
                "Comprehensive characterization of pre- and post-treatment samples. npj Breast Cancer 2022. doi:10.1038/s41523-022-00428-8",
                PaperOf("hoogstraat2022-3"),
                "DOI",
                "The title differs from that of the paper."
            )
            .Reference(
                3,
                "A paper that nobody wrote. doi:10.1000/nowhere",
                null,
                "the DOI leads to no paper of the knowledge"
            )
            .Reference(4, "A paper that was taken back. doi:10.1000/taken-back", TakenBack, "DOI");

    private static void AddImmuneCells(SampleText text) =>
        text.Statement(
                "In a meta-analysis of 23 studies, high TILs were associated with more pathologic complete responses (OR 2.81, p < 0.001) [1].",
                AuditVerdict.Supported,
                "The cited paper reports OR 2.81.",
                Understood("wangk2016-1", "OR 2.81", "p < 0.001"),
                evidence: ["wangk2016-1"]
            )
            .Statement(
                "CD4-positive lymphocytes went with pCR just as CD8-positive ones did [1].",
                AuditVerdict.Contradicted,
                "The cited paper found no association for CD4 lymphocytes.",
                Understood("wangk2016-4"),
                evidence: ["wangk2016-4", "wangk2016-3"]
            );

    private static void AddPatterns(SampleText text) =>
        text.Statement("**Expression patterns.**", AuditVerdict.NotCheckable, isHeading: true)
            .Statement(
                "TNBCs with high proliferation, a high immune response and low ECM expression had better survival (HR 0.92) [2]",
                AuditVerdict.PartlySupported,
                "The direction is right; the paper gives HR 0.29, not 0.92.",
                Understood("hoogstraat2022-3", "HR 0.92"),
                evidence: ["hoogstraat2022-3"]
            )
            .Statement(
                "the same pattern was just as favourable in ER-positive disease [2].",
                AuditVerdict.Contradicted,
                "The cited paper reports the opposite in HR+/HER2- disease: HR 4.73.",
                Understood("hoogstraat2022-4"),
                evidence: ["hoogstraat2022-4"]
            );

    private static void AddTransporters(SampleText text) =>
        text.Statement(
                "High *ABCB1* mRNA goes with poor response in advanced disease (17% vs 68%, p=0.005).",
                AuditVerdict.Uncited,
                "The evidence agrees; no reference is given.",
                Understood("burger2003-1", "17% vs 68%", "p=0.005"),
                evidence: ["burger2003-1"]
            )
            .Statement(
                "High ABCB1 mRNA is a proven cause of resistance in every patient [1].",
                AuditVerdict.Overclaim,
                "The evidence is an association in treated patients.",
                Understood("burger2003-1"),
                evidence: ["burger2003-1"]
            );

    private static void AddBadReferences(SampleText text) =>
        text.Statement(
                "Patients with a <script>alert(\"x\")</script> & 'quoted' tumour respond [3].",
                AuditVerdict.NotInKnowledge,
                "The knowledge holds nothing on <script> or \"quotes\"."
            )
            .Statement(
                "TILs went with pCR in a trial of 40 women [3].",
                AuditVerdict.CitationNotFound,
                "Reference 3 leads to no paper."
            )
            .Statement(
                "CD8 cells predict pCR [2].",
                AuditVerdict.WrongCitation,
                "Reference 2 does not report it; another paper does.",
                Understood("wangk2016-3"),
                evidence: ["wangk2016-3"]
            )
            .Statement("TILs were withdrawn [4].", AuditVerdict.Retracted, "Reference 4 was retracted.")
            .Statement("## References", AuditVerdict.NotCheckable, isHeading: true);

    private static Paper PaperOf(string item) => RealKnowledge.Pack.FindItem(item)!.Paper;

    private static UnderstoodStatement Understood(string like, params IReadOnlyList<string> numbers)
    {
        var item = RealKnowledge.Pack.FindItem(like)!;
        return new UnderstoodStatement
        {
            Features = [item.Feature],
            State = item.State,
            Level = item.Level,
            Therapies = item.Therapies,
            Effect = item.Effect,
            Subtype = item.Subtype,
            Setting = item.Setting,
            Numbers = numbers,
        };
    }
}
