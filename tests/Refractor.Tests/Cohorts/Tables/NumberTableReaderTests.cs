using System.IO.Compression;
using System.Text;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Tables;

public class NumberTableReaderTests
{
    private static readonly string[] Formats = ["R", "F4", "E6", "G9"];

    [Theory]
    [InlineData("gene\tS1\tS2\nESR1\t1.5\t-2\nERBB2\t3e2\t+0.25\n")]
    [InlineData("gene\tS1\tS2\r\nESR1\t1.5\t-2\r\nERBB2\t3e2\t+0.25\r\n")]
    [InlineData("gene\tS1\tS2\nESR1\t1.5\t-2\nERBB2\t3e2\t+0.25")]
    [InlineData("gene,S1,S2\nESR1,1.5,-2\nERBB2,3e2,+0.25\n")]
    [InlineData("gene;S1;S2\nESR1;1.5;-2\nERBB2;3e2;+0.25\n")]
    [InlineData("\"gene\"\t\"S1\"\t\"S2\"\n\"ESR1\"\t\"1.5\"\t-2\nERBB2\t 300 \t0.25\n")]
    [InlineData("\uFEFFgene\tS1\tS2\nESR1\t1.5\t-2\n\nERBB2\t3e2\t+0.25\n\n")]
    [InlineData("S1\tS2\nESR1\t1.5\t-2\nERBB2\t3e2\t+0.25\n")]
    public void Reads_the_forms_in_which_tables_are_written(string text)
    {
        var table = Read(text);
        table.Columns.ShouldBe(["S1", "S2"]);
        table.Rows.ShouldBe(["ESR1", "ERBB2"]);
        Numbers(table).ShouldBe([1.5f, -2f, 300f, 0.25f]);
        table.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("NA")]
    [InlineData("NaN")]
    [InlineData("null")]
    [InlineData("#N/A")]
    [InlineData("[Not Available]")]
    public void A_missing_number_is_not_a_number(string word) =>
        Numbers(Read($"gene\tS1\tS2\nESR1\t{word}\t{word}\n")).ShouldAllBe(v => float.IsNaN(v));

    [Theory]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1,5\t2\nC\t3\t4\n",
        "t.tsv(3): error: number: found '1,5' in column S1; expected a number"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1\tlow\nC\t3\t4\n",
        "t.tsv(3): error: number: found 'low' in column S2; expected a number"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1\nC\t3\t4\n",
        "t.tsv(3): error: cells: found 2 cells; expected 3, as in the header"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1\t2\t3\nC\t3\t4\n",
        "t.tsv(3): error: cells: found 4 cells; expected 3, as in the header"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\nC\t3\t4\n",
        "t.tsv(3): error: cells: found 1 cells; expected 3, as in the header"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1e39\t2\nC\t3\t4\n",
        "t.tsv(3): error: number: found '1e39' in column S1; expected a number"
    )]
    [InlineData(
        "gene\tS1\tS2\nA\t1\t2\nB\t1 2\t2\nC\t3\t4\n",
        "t.tsv(3): error: number: found '1 2' in column S1; expected a number"
    )]
    public void A_row_that_cannot_be_read_is_left_out_and_named(string text, string problem)
    {
        var table = Read(text);
        table.Rows.ShouldBe(["A", "C"]);
        Numbers(table).ShouldBe([1, 2, 3, 4]);
        table.RowsRejected.ShouldBe(1);
        table.Problems.ShouldHaveSingleItem().ToString().ShouldStartWith(problem);
    }

    [Theory]
    [InlineData("", "t.tsv: error: empty: found no table; expected a header")]
    [InlineData(
        "just words\n",
        "t.tsv(1): error: header: found 1 column(s); expected 1 text column(s) and at least one"
    )]
    [InlineData(
        "a\0b\tc\n1\t2\n",
        "t.tsv(1): error: text: found a zero byte, as in binary files; expected a table saved as UTF-8"
    )]
    public void A_file_without_a_table_is_refused(string text, string message) =>
        Should.Throw<DataFileException>(() => Read(text)).Message.ShouldStartWith(message);

    // The framework's decompressor takes a truncated file for a whole one.
    [Fact]
    public void A_gzip_file_that_was_cut_off_is_refused()
    {
        var zipped = Zip(Large(2000));
        foreach (var length in new[] { zipped.Length / 2, zipped.Length - 1, zipped.Length - 8, 40 })
            Should
                .Throw<DataFileException>(() => NumberTableReader.Read(new MemoryStream(zipped[..length]), "t.gz"))
                .Message.ShouldStartWith("t.gz: error: gzip: found a gzip file that was cut off");
    }

    [Fact]
    public void Gzip_files_in_a_row_are_one_table()
    {
        byte[] zipped = [.. Zip("gene\tS1\nA\t1\n"), .. Zip("B\t2\n"), .. Zip("C\t3\n")];
        Numbers(NumberTableReader.Read(new MemoryStream(zipped), "t.gz")).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void A_damaged_gzip_file_is_refused()
    {
        var zipped = Zip(Large(2000));
        zipped[zipped.Length / 2] ^= 0xff;
        Should
            .Throw<DataFileException>(() => NumberTableReader.Read(new MemoryStream(zipped), "t.gz"))
            .Message.ShouldStartWith("t.gz: error: gzip: found a damaged gzip file");
    }

    [Fact]
    public void Further_text_columns_are_kept()
    {
        var table = Read("symbol\tentrez\tS1\nESR1\t2099\t1\n", new NumberTableOptions { TextColumns = 2 });
        table.Texts.Select(t => t[0]).ShouldBe(["ESR1", "2099"]);
        table.Columns.ShouldBe(["S1"]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void A_table_of_many_chunks_is_the_same_on_any_number_of_threads_and_zipped(int threads)
    {
        var text = Large(30_000);
        var options = new NumberTableOptions { Threads = threads };
        foreach (var bytes in new[] { Encoding.UTF8.GetBytes(text), Zip(text) })
        {
            var table = NumberTableReader.Read(new MemoryStream(bytes), "t.tsv", options);
            table.Rows.Count.ShouldBe(29_999);
            table.Rows[20_000].ShouldBe("G20001");
            table.Row(20_000)[3].ShouldBe(20_001.25f + 3);
            table.RowsRejected.ShouldBe(1);
            table.Problems[0].Line.ShouldBe(15_002);
        }
    }

    [Fact]
    public void Numbers_agree_with_the_framework()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 20_000; i++)
        {
            var number = (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-30, 30));
            var text = number.ToString(Formats[i % 4], System.Globalization.CultureInfo.InvariantCulture);
            Read($"g\tS\nA\t{text}\n")
                .Row(0)[0]
                .ShouldBe((float)double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Cut_and_scrambled_tables_never_fail_but_by_a_message()
    {
        var random = new Random(17);
        var whole = Encoding.UTF8.GetBytes(Large(60));
        for (var i = 0; i < 3000; i++)
        {
            var bytes = whole[..random.Next(whole.Length)];
            for (var j = 0; j < i % 7 && bytes.Length > 0; j++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            try
            {
                var table = NumberTableReader.Read(new MemoryStream(bytes), "t.tsv");
                var lines = bytes.Count(b => b == '\n') + (bytes.Length > 0 && bytes[^1] != '\n' ? 1 : 0);
                (table.Rows.Count + table.RowsRejected + table.BlankLines).ShouldBe(lines - 1);
            }
            catch (DataFileException fault)
            {
                fault.Problems.ShouldNotBeEmpty();
            }
        }
    }

    private static float[] Numbers(NumberTable table) =>
        [.. Enumerable.Range(0, table.Rows.Count).SelectMany(r => table.Row(r).ToArray())];

    private static NumberTable Read(string text, NumberTableOptions? options = null) =>
        NumberTableReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), "t.tsv", options);

    // One row, on line 15,002, has a word among its numbers.
    private static string Large(int rows)
    {
        var text = new StringBuilder("gene");
        for (var c = 0; c < 10; c++)
            text.Append(CultureFree($"\tS{c}"));
        for (var r = 0; r < rows; r++)
        {
            text.Append(CultureFree($"\nG{r}"));
            for (var c = 0; c < 10; c++)
                text.Append(r == 15_000 && c == 4 ? "\toops" : CultureFree($"\t{r + 0.25 + c}"));
        }
        return text.Append('\n').ToString();
    }

    private static string CultureFree(FormattableString text) => FormattableString.Invariant(text);

    private static byte[] Zip(string text)
    {
        using var target = new MemoryStream();
        using (var zip = new GZipStream(target, CompressionLevel.Fastest))
            zip.Write(Encoding.UTF8.GetBytes(text));
        return target.ToArray();
    }
}
