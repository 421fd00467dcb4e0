using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Symbols;

namespace Refractor.Tests.Cohorts.Importing;

public class GeneNamesTests
{
    private const string Symbols =
        "symbol\tprev_symbol\talias_symbol\tentrez_id\nESR1\t\tER\t2099\nMARCHF1\tMARCH1\t\t55016\nMTARC1\tMARC1\t\t64757\n"
        + "NEU1\t\tNEU\t4758\nERBB2\tNGL\tNEU|HER2\t2064\n";

    private const string Expression =
        "Hugo_Symbol\tEntrez_Gene_Id\tP1\tP2\nER\t2099\t1\t2\n1-Mar\t64757\t3\t4\nMarch1\t0\t5\t6\nNEU\t0\t7\t8\nNGL\t0\t1\t9\n"
        + "HER2\t0\t3\t2\n\t2099\t0\t0\nXYZ\t0\t1\t1\n";

    [Fact]
    public void Names_become_current_symbols_and_every_change_is_told()
    {
        using var study = Study();
        var result = study.Import("symbols: symbols.txt");
        result.Cohort!.Layers[0].Features.ShouldBe(["ESR1", "MTARC1", "MARCHF1", "ERBB2", "XYZ"]);
        var count = result.Report.Symbols.ShouldHaveSingleItem().Names;
        (count[SymbolKind.Previous], count[SymbolKind.Alias], count[SymbolKind.Ambiguous]).ShouldBe((2, 2, 1));
        (count[SymbolKind.Identifier], count[SymbolKind.Unknown]).ShouldBe((1, 1));
        Held(result, "names of several genes").ShouldBe(["NEU (NEU1 or ERBB2)"]);
        Held(result, "aliases").ShouldBe(["ER → ESR1", "HER2 → ERBB2"]);
        result.Report.Files.ShouldAllBe(f => f.Read == f.Loaded + f.Held + f.Rejected);
    }

    [Fact]
    public void Without_a_table_names_stay_as_they_are()
    {
        using var study = Study();
        var result = study.Import();
        result.Cohort!.Layers[0].Features.ShouldBe(["ER", "March1", "NEU", "NGL", "HER2", "XYZ"]);
        result.Report.Symbols.ShouldBeEmpty();
    }

    [Fact]
    public void The_mapping_can_choose_a_gene()
    {
        using var study = Study();
        study
            .Import("symbols: symbols.txt\nrenamed: {NEU: NEU1, 1-Mar: MARCHF1}")
            .Cohort!.Layers[0]
            .Features.ShouldBe(["ESR1", "MARCHF1", "NEU1", "ERBB2", "XYZ"]);
    }

    [Fact]
    public void Identifiers_of_NCBI_Gene_are_no_dates()
    {
        using var study = Study().With("expression.tsv", "gene\tP1\tP2\n2099\t1\t2\n43891\t3\t4\n2064\t5\t6\n");
        study.Import().Cohort!.Layers[0].Features.ShouldBe(["2099", "43891", "2064"]);
        study.Import("symbols: symbols.txt").Cohort!.Layers[0].Features.ShouldBe(["ESR1", "43891", "ERBB2"]);
    }

    [Fact]
    public void Scores_have_no_symbols()
    {
        using var study = Study();
        study
            .Import("symbols: symbols.txt\nlayers: [{file: expression.tsv, level: signature_score, text_columns: 2}]")
            .Cohort!.Layers[0]
            .Features.ShouldContain("HER2");
    }

    [Theory]
    [InlineData("highest_mean", 1, 9)]
    [InlineData("highest_variance", 1, 9)]
    [InlineData("mean", 2, 5.5)]
    [InlineData("median", 2, 5.5)]
    [InlineData("sum", 4, 11)]
    public void Several_rows_of_a_gene_become_one_by_the_rule_of_the_mapping(string rule, float first, float second)
    {
        using var study = Study();
        var result = study.Import(
            $"symbols: symbols.txt\nlayers: [{{file: expression.tsv, scale: log, text_columns: 2, duplicates: {rule}}}]"
        );
        var layer = result.Cohort!.Layers[0];
        var values = new double[2];
        layer.Matrix.CopyFeature(layer.RowOf("ERBB2"), values);
        values.ShouldBe([first, second]);
        result.Report.Held.ShouldContain(h => h.Names.Contains("ERBB2 (2)"));
        result.Report.Guesses.ShouldNotContain(g => g.Key.EndsWith("duplicates", StringComparison.Ordinal));
    }

    [Fact]
    public void Genes_of_mutations_are_named_alike()
    {
        using var study = Study()
            .With(
                "mutations.txt",
                "Hugo_Symbol\tEntrez_Gene_Id\tVariant_Classification\tTumor_Sample_Barcode\nHER2\t0\tMissense_Mutation\tP1\n1-Mar\t0\tMissense_Mutation\tP2\n1-Mar\t55016\tSilent\tP2\n"
            );
        var mutations = study.Import("symbols: symbols.txt").Cohort!.Mutations!;
        mutations.Mutations.Select(m => m.Gene).ShouldBe(["ERBB2", "MARCHF1"]);
    }

    [Fact]
    public void Probes_have_the_genes_of_the_annotation_of_their_platform()
    {
        using var study = Study()
            .With(
                "expression.tsv",
                "ID_REF\tP1\tP2\n1_at\t1\t2\nX2_at\t3\t4\n3_at\t5\t6\n4_at\t7\t8\n5_at\t9\t9\n6_at\tInf\t0\n"
            )
            .With(
                "GPL1.annot",
                "^Annotation\n!platform = x\n#ID = probe\n!platform_table_begin\nID\tGene Symbol\n1_at\tER\n2_at\tESR1\n3_at\tMARCH1 /// MARC1\n"
                    + "4_at\t\n6_at\tESR1\n!platform_table_end\n"
            );
        var result = study.Import(
            "symbols: symbols.txt\nlayers: [{file: expression.tsv, scale: log, probes: {file: GPL1.annot}}]"
        );
        var layer = result.Cohort!.Layers[0];
        layer.Features.ShouldBe(["ESR1"]);
        var values = new double[2];
        layer.Matrix.CopyFeature(0, values);
        values.ShouldBe([3, 4]);
        Held(result, "probes without a gene").ShouldBe(["4_at", "5_at"]);
        Held(result, "probes of several genes").ShouldBe(["3_at"]);
        Held(result, "infinite values").ShouldBe(["1 value"]);
        study
            .Import("layers: [{file: expression.tsv, probes: {file: GPL1.annot, gene: Symbol}}]")
            .Report.Problems.ShouldContain(p =>
                p.ToString()
                    .StartsWith("GPL1.annot(1): error: probes: found no column 'Symbol'", StringComparison.Ordinal)
            );
    }

    private static IEnumerable<string> Held(ImportResult result, string reason) =>
        result.Report.Held.Single(h => h.Reason.StartsWith(reason, StringComparison.Ordinal)).Names;

    private static SmallStudy Study() =>
        new SmallStudy()
            .With("clinical.tsv", "patient\tage\nP1\t50\nP2\t60\n")
            .With("symbols.txt", Symbols)
            .With("expression.tsv", Expression);
}
