namespace Refractor.Tests.Cohorts.Importing;

/// <summary>The cases of mutation lists and gene panels in the table of docs/bad-input.md.</summary>
internal static class FaultyMutations
{
    private const string Kind = "Mutations and gene panels";
    private const string File = "data_mutations.txt";
    private const string Columns =
        "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\tStart_Position\tt_alt_count\tt_ref_count\n";
    private const string Row = "TP53\tMissense_Mutation\tP1\t7577120\t30\t70\n";

    public static IReadOnlyList<FaultyInput> All { get; } =
    [
        Maf("no column of samples", Columns.Replace("Tumor_Sample_Barcode", "Barcode", StringComparison.Ordinal) + Row),
        Maf(
            "no column of genes",
            Columns.Replace("Hugo_Symbol", "Symbol", StringComparison.Ordinal) + Row,
            "mutations: {file: data_mutations.txt}"
        ),
        Maf(
            "no column of classes",
            Columns.Replace("Variant_Classification", "Effect", StringComparison.Ordinal) + Row,
            "mutations: {file: data_mutations.txt}"
        ),
        Maf(
            "genes that a spreadsheet turned into dates and numbers",
            Columns + Row + "1-Mar\tMissense_Mutation\tP1\t5\t1\t9\n40057\tSilent\tP2\t5\t1\t9\n"
        ),
        Maf("a row that repeats another one", Columns + Row + Row),
        Maf("classes that no standard knows", Columns + Row + "PIK3CA\tbad\tP2\t5\t1\t9\nATM\tworse\tP2\t5\t1\t9\n"),
        Maf(
            "positions and reads that are no numbers",
            Columns + Row + "PIK3CA\tMissense_Mutation\tP2\tchr3\tmany\t9\n"
        ),
        Maf("a row with more cells than the header", Columns + Row + "PIK3CA\tMissense_Mutation\tP2\t5\t1\t9\tmore\n"),
        Maf("a mutation without a sample", Columns + Row + "PIK3CA\tMissense_Mutation\t\t5\t1\t9\n"),
        Maf("a sample that no patient has", Columns + Row + "PIK3CA\tMissense_Mutation\tX9\t5\t1\t9\n"),
        new(
            Kind,
            "a gzip file that was cut off",
            s =>
                s.With("clinical.tsv", "patient\nP1\nP2\nP3\n")
                    .With("data_mutations.txt.gz", FaultyInputs.Zipped(Columns + Row)[..40]),
            "mutations: {file: data_mutations.txt.gz}"
        ),
        new(
            Kind,
            "bytes of Latin-1 where UTF-8 is expected",
            s =>
                s.With("clinical.tsv", "patient\nP1\nP2\nP3\n")
                    .With(
                        File,
                        [
                            .. System.Text.Encoding.Latin1.GetBytes(
                                Columns + Row.Replace("TP53", "TPé53", StringComparison.Ordinal)
                            ),
                        ]
                    )
        ),
        Panel(
            "a panel whose genes are listed nowhere",
            "SAMPLE_ID\tmutations\nP1\tGONE\n",
            "stable_id: ONE\ngene_list: TP53\n"
        ),
        Panel(
            "a matrix without the column of the profile",
            "SAMPLE_ID\tgistic\nP1\tONE\n",
            "stable_id: ONE\ngene_list: TP53\n"
        ),
        Panel(
            "a sample twice in the matrix",
            "SAMPLE_ID\tmutations\nP1\tONE\nP1\tTWO\n",
            "stable_id: ONE\ngene_list: TP53\n"
        ),
        Panel("a panel without genes", "SAMPLE_ID\tmutations\nP1\tONE\n", "stable_id: ONE\ngene_list:\n"),
        Panel(
            "a mutation off the panel of its sample",
            "SAMPLE_ID\tmutations\nP1\tONE\n",
            "stable_id: ONE\ngene_list: PIK3CA\n"
        ),
    ];

    private static FaultyInput Maf(string what, string text, string mapping = "") =>
        new(Kind, what, s => s.With("clinical.tsv", "patient\nP1\nP2\nP3\n").With(File, text), mapping);

    private static FaultyInput Panel(string what, string matrix, string panel) =>
        new(
            Kind,
            what,
            s =>
                s.With("clinical.tsv", "patient\nP1\nP2\nP3\n")
                    .With(File, Columns + Row)
                    .With("data_gene_panel_matrix.txt", matrix)
                    .With("data_gene_panel_one.txt", panel)
        );
}
