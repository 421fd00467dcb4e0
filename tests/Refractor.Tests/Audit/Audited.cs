using Refractor.Audit;

namespace Refractor.Tests.Audit;

/// <summary>Audits on the real knowledge.</summary>
internal static class Audited
{
    private const string List = """

        ### References
        1. Burger H, et al. RNA expression of breast cancer resistance protein, lung resistance-related protein, multidrug resistance-associated proteins 1 and 2, and multidrug resistance gene 1 in breast cancer: correlation with chemotherapeutic response. Clin Cancer Res. 2003;9(2):827-836.
        2. Hoogstraat M, et al. npj Breast Cancer. 2022. doi:10.1038/s41523-022-00428-8.
        3. Wang G, et al. Loss of miR-873 contributes to gemcitabine resistance in triple-negative breast cancer via targeting ZEB1. Oncol Lett. 2019. doi:10.3892/ol.2019.10697.
        4. A study that nobody wrote. 2015. doi:10.5555/never.2015.1.
        """;

    private static readonly Lazy<AuditEngine> Lazy = new(() => new AuditEngine(RealKnowledge.Pack));

    public static AuditEngine Engine => Lazy.Value;

    /// <summary>The report on one text.</summary>
    public static AuditReport Text(string text) => Engine.Audit([new AuditText("text.md", text)]);

    /// <summary>The statements of a text, headings left out.</summary>
    public static IReadOnlyList<AuditedStatement> Statements(string text) =>
        [.. Text(text).Files[0].Statements.Where(s => !s.Source.IsHeading)];

    /// <summary>The only statement of a sentence that may cite the list: 1 Burger 2003, 2 Hoogstraat 2022, 3 Wang 2019, 4 none.</summary>
    public static AuditedStatement Sentence(string sentence) =>
        Statements(sentence + "\n" + List).ShouldHaveSingleItem();

    /// <summary>The statements of a sentence that may cite the list.</summary>
    public static IReadOnlyList<AuditedStatement> Sentences(string text) => Statements(text + "\n" + List);
}
