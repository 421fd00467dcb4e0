using System.Text;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Tables;

public class TextTableReaderTests
{
    [Theory]
    [InlineData("id\ter\tage\nP1\tPositive\t51\nP2\tNA\t42\n")]
    [InlineData("id\ter\tage\r\nP1\tPositive\t51\r\nP2\tNA\t42\r\n")]
    [InlineData("id\ter\tage\rP1\tPositive\t51\rP2\tNA\t42")]
    [InlineData("id,er,age\nP1,Positive,51\nP2,,42\n")]
    [InlineData("\"id\";\"er\";\"age\"\n\"P1\";\"Positive\";51\n\"P2\";\"[Not Available]\";42\n")]
    [InlineData("\uFEFFid\ter\tage\nP1\tPositive\t51\t\t\nP2\t\t42\n\n")]
    [InlineData("#Patient\tER\n#STRING\tSTRING\nid\ter\tage\nP1\tPositive\t51\nP2\t[Unknown]\t42\n")]
    public void Reads_the_forms_in_which_clinical_tables_are_written(string text)
    {
        var table = TextTableReader.Parse(text.TrimStart('\uFEFF'), "t.txt");
        table.Columns.ShouldBe(["id", "er", "age"]);
        table.Rows.Count.ShouldBe(2);
        table.Rows[0].ShouldBe(["P1", "Positive", "51"]);
        table.Rows[1].ShouldBe(["P2", null, "42"]);
        table.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void A_quoted_cell_may_hold_separators_doubled_marks_and_line_ends_which_become_spaces()
    {
        var table = TextTableReader.Parse("id,note\nP1,\"a, \"\"b\"\"\nc\"\nP2,d\n", "t.csv");
        table.Rows.Select(r => r[1]).ShouldBe(["a, \"b\" c", "d"]);
        table.Lines.ShouldBe([2, 4]);
    }

    [Fact]
    public void A_quotation_mark_within_a_cell_is_a_character() =>
        TextTableReader.Parse("id\tsize\nP1\t5\" tumour\nP2\t\"5\" tumour\n", "t").Rows[1][1].ShouldBe("\"5\" tumour");

    [Fact]
    public void A_row_with_text_beyond_the_last_column_is_left_out_and_named()
    {
        var table = TextTableReader.Parse("id,er\nP1,pos\nP2,neg,shifted\nP3,neg\n", "t.csv");
        table.Rows.Count.ShouldBe(2);
        table.RowsRejected.ShouldBe(1);
        table
            .Problems.ShouldHaveSingleItem()
            .ToString()
            .ShouldBe("t.csv(3): error: cells: found 3 cells; expected 2, as in the header; the row is left out.");
    }

    [Fact]
    public void A_short_row_lacks_its_last_values() =>
        TextTableReader.Parse("id,er,pr\nP1,pos\n", "t.csv").Rows[0].ShouldBe(["P1", "pos", null]);

    [Fact]
    public void Lines_that_describe_columns_are_no_rows() =>
        TextTableReader
            .Parse("a\tb\nx\ty\nCDE_ID:1\tCDE_ID:2\n1\t2\n", "t", new TextTableOptions { LinesBelowHeader = 2 })
            .Rows.ShouldHaveSingleItem()
            .ShouldBe(["1", "2"]);

    [Fact]
    public void Repeated_and_empty_names_of_columns_are_told_apart() =>
        TextTableReader.Parse("id,er,er,\n1,2,3,4\n", "t").Columns.ShouldBe(["id", "er", "er (2)", "column 4"]);

    [Fact]
    public void Bytes_that_are_no_text_are_named_with_their_line()
    {
        byte[] latin = [.. "id,name\nP1,ok\nP2,M"u8, 0xfc, .. "ller\n"u8];
        Should
            .Throw<DataFileException>(() => TextTableReader.Read(new MemoryStream(latin), "t.csv"))
            .Message.ShouldStartWith("t.csv(3): error: encoding: found bytes that are no utf-8 text");
        TextTableReader
            .Read(new MemoryStream(latin), "t.csv", new TextTableOptions { Encoding = "latin1" })
            .Rows[1][1]
            .ShouldBe("Müller");
    }

    [Fact]
    public void Text_of_sixteen_bits_is_known_by_its_mark()
    {
        var bytes = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("id\ter\nP1\tpos\n")).ToArray();
        TextTableReader.Read(new MemoryStream(bytes), "t").Rows[0].ShouldBe(["P1", "pos"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("#only comments\n")]
    public void A_file_without_a_header_is_refused(string text) =>
        Should
            .Throw<DataFileException>(() => TextTableReader.Parse(text, "t"))
            .Message.ShouldContain("found no header");
}
