using Refractor.Cohorts.Symbols;
using Refractor.Knowledge;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Symbols;

public class SymbolTableTests
{
    private const string Complete = """
        hgnc_id	symbol	name	status	alias_symbol	prev_symbol	entrez_id	ensembl_gene_id
        HGNC:1	MARCHF1	a	Approved	RNF171	MARCH1	55016	ENSG00000145416
        HGNC:2	MTARC1	b	Approved		MARC1|MOSC1	64757	ENSG00000186205
        HGNC:3	MARCHF3	c	Approved		MARCH3	115123	ENSG00000173926
        HGNC:4	SEPTIN2	d	Approved	Pnutl3	SEPT2	4735	ENSG00000168385
        HGNC:5	SEPTIN6	e	Approved	SEPT2|SEP2		23157	ENSG00000125354
        HGNC:6	ERBB2	f	Approved	NEU|HER-2|HER2	NGL	2064	ENSG00000141736
        HGNC:7	NEU1	g	Approved	NEU		4758	ENSG00000204386
        HGNC:8	MLN	h	Approved			4295	ENSG00000096395
        HGNC:9	STARD3	i	Approved	MLN|MLN64		10948	ENSG00000131748
        HGNC:10	RIKX	j	Approved	2310009E13		1	ENSG00000000001
        HGNC:11	OLDONE~withdrawn	k	Entry Withdrawn				

        """;

    [Theory]
    [InlineData("ERBB2", SymbolKind.Approved, "ERBB2")]
    [InlineData("erbb2", SymbolKind.Approved, "ERBB2")]
    [InlineData("NGL", SymbolKind.Previous, "ERBB2")]
    [InlineData("HER2", SymbolKind.Alias, "ERBB2")]
    [InlineData("MLN", SymbolKind.Approved, "MLN")]
    [InlineData("ENSG00000141736.14", SymbolKind.Identifier, "ERBB2")]
    [InlineData("ENSG00000141736.14_PAR_Y", SymbolKind.Identifier, "ERBB2")]
    [InlineData("3-Mar", SymbolKind.Restored, "MARCHF3")]
    [InlineData("Mar-03", SymbolKind.Restored, "MARCHF3")]
    [InlineData("43893", SymbolKind.Restored, "MARCHF3")]
    [InlineData("2020-03-03", SymbolKind.Restored, "MARCHF3")]
    [InlineData("2.31E+19", SymbolKind.Restored, "RIKX")]
    public void A_name_of_one_gene_leads_to_its_symbol(string name, SymbolKind kind, string symbol)
    {
        var match = Read(Complete).Find(name);
        match.Kind.ShouldBe(kind);
        match.Symbol.ShouldBe(symbol);
    }

    [Theory]
    [InlineData("NEU", SymbolKind.Ambiguous, 2)]
    [InlineData("SEPT2", SymbolKind.Ambiguous, 2)]
    [InlineData("1-Mar", SymbolKind.Mangled, 2)]
    [InlineData("43891", SymbolKind.Mangled, 2)]
    [InlineData("2-Sep", SymbolKind.Mangled, 2)]
    [InlineData("01.03.2020", SymbolKind.Mangled, 2)]
    [InlineData("2.31E+13", SymbolKind.Mangled, 0)]
    [InlineData("30-Nov", SymbolKind.Mangled, 0)]
    [InlineData("OLDONE", SymbolKind.Withdrawn, 0)]
    [InlineData("nonsense", SymbolKind.Unknown, 0)]
    [InlineData("ENSG99999999999", SymbolKind.Unknown, 0)]
    public void A_name_of_several_genes_or_none_is_not_resolved(string name, SymbolKind kind, int genes)
    {
        var match = Read(Complete).Find(name);
        match.Kind.ShouldBe(kind);
        match.Genes.Count.ShouldBe(genes);
    }

    [Fact]
    public void An_identifier_of_NCBI_Gene_leads_to_its_symbol() =>
        Read(Complete).FindIdentifier("2064").ShouldSatisfyAllConditions(m => m.Symbol.ShouldBe("ERBB2"));

    [Theory]
    [InlineData("Approved symbol,Status,Previous symbols,Alias symbols\nERBB2,Approved,NGL,\"NEU, HER2\"\n")]
    [InlineData("Symbol\tApproved.Symbol\tchromosome\nERBB2\tERBB2\t17\nHER2\tERBB2\t17\nNGL\tERBB2\t17\n")]
    public void Other_forms_of_the_table_are_read(string text)
    {
        var table = Read(text);
        table.Find("HER2").Symbol.ShouldBe("ERBB2");
        table.Find("NGL").Symbol.ShouldBe("ERBB2");
        table.Approved.ShouldBe(1);
    }

    [Fact]
    public void A_table_without_symbols_is_refused() =>
        Should
            .Throw<DataFileException>(() => Read("gene\tvalue\nA\t1\n"))
            .Message.ShouldContain("symbols: found the columns gene, value; expected a table of HGNC");

    [Fact]
    public void HER2_and_its_kin_are_resolved_by_the_table_of_2022()
    {
        var table = SymbolTableReader.Read(
            Path.Combine(SharedData.Folder("reference-hgnc"), "hgnc_symbol_alias_table.tsv.gz")
        );
        table.Approved.ShouldBe(43_135);
        table.Find("FANCD1").Symbol.ShouldBe("BRCA2");
        table.Find("MLL3").Symbol.ShouldBe("KMT2C");
        table.Find("MDR1").Genes.ShouldBe(["ABCB1", "TBC1D9"], ignoreOrder: true);
        table.Find("1-Dec").Symbol.ShouldBeNull();
    }

    private static SymbolTable Read(string text)
    {
        using var folder = new TemporaryFolder();
        return SymbolTableReader.Read(folder.Write("symbols.txt", text));
    }
}
