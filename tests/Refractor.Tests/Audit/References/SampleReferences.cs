namespace Refractor.Tests.Audit.References;

/// <summary>Texts with reference lists, and what a fake index says of them. All papers but that of Hoogstraat are made up.</summary>
internal static class SampleReferences
{
    public const string Retracted = "10.1000/abc";
    public const string Unknown = "10.1000/none";

    public const string Good = """
        *ABCC3* rises after chemotherapy [1].

        ## References
        1. Hoogstraat M, Lips EH. Comprehensive characterization of pre- and post-treatment samples of breast cancer reveal potential mechanisms of chemotherapy resistance. NPJ Breast Cancer. 2022;8(1):60. doi:10.1038/s41523-022-00428-8.
        """;

    /// <summary>Errors by form and by citation, a warning and a note.</summary>
    public const string Faulty = """
        # Resistance

        One gene goes with resistance [1, 2]. So does another one [7], and a third one [3].

        ## References
        1. Hoogstraat M, Lips EH. Comprehensive characterization of pre- and post-treatment samples of breast cancer reveal potential mechanisms of chemotherapy resistance. NPJ Breast Cancer. 2022;8(1):60. doi:10.1038/s41523-022-00428-8.
        2. Madeup X, Other Y. A made-up study of resistance to a made-up drug. Journal of Nothing. 2019;1(1):1-2. doi:10.1000/abc.
        3. Nobody N. Another made-up study of nothing at all in no patients. Journal of Nothing. 2020;2(1):3-4. doi:10.1038/s41523-022-.
        5. Nobody N. A last made-up study of nothing in nobody. Journal of Nothing. 2021;3(1):5-6. doi:10.1000/none.
        """;

    /// <summary>Every entry is cited and has the form of one; two of the papers are known to an index alone.</summary>
    public const string Subtle = """
        One gene goes with resistance [1]. So does another one [2].

        ## References
        1. Madeup X, Other Y. A made-up study of resistance to a made-up drug. Journal of Nothing. 2019;1(1):1-2. doi:10.1000/abc.
        2. Nobody N. A last made-up study of nothing in nobody. Journal of Nothing. 2021;3(1):5-6. doi:10.1000/none.
        """;

    /// <summary>What an index says of the retracted paper.</summary>
    public const string RetractedWork = """
        {"DOI":"10.1000/abc","title":["A made-up study of resistance to a made-up drug"],
         "author":[{"given":"X","family":"Madeup","sequence":"first"}],"issued":{"date-parts":[[2019]]},
         "updated-by":[{"DOI":"10.1000/notice","type":"retraction"}]}
        """;
}
