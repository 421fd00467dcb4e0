using System.Text;
using Refractor.Cohorts.Tables;
using Refractor.Knowledge;

namespace Refractor.Tests.Cohorts.Tables;

/// <summary>Files without measure end soon, and take no memory out of proportion.</summary>
public class HugeTableTests
{
    private const int Wide = 1 << 20;

    [Fact]
    public void A_row_of_a_million_columns_is_read()
    {
        var text = new StringBuilder("gene");
        for (var c = 0; c < Wide; c++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\tS{c}");
        text.Append("\nESR1").Insert(text.Length, "\t1.5", Wide).Append('\n');
        var table = NumberTableReader.Read(Stream(text.ToString()), "t.tsv");
        table.Columns.Count.ShouldBe(Wide);
        table.Row(0)[Wide - 1].ShouldBe(1.5f);
    }

    [Fact]
    public void Short_lines_below_a_long_header_take_no_room()
    {
        var text = new StringBuilder("gene").Insert(4, "\tS", 100_000).Append('\n').Insert(200_005, "A\n", 200_000);
        var before = GC.GetAllocatedBytesForCurrentThread();
        NumberTableReader
            .Read(Stream(text.ToString()), "t.tsv", new NumberTableOptions { Threads = 1 })
            .RowsRejected.ShouldBe(200_000);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1L << 29);
    }

    [Fact]
    public void Zeros_and_lines_without_end_are_refused()
    {
        Should
            .Throw<DataFileException>(() => NumberTableReader.Read(new Endless(0), "t.tsv"))
            .Message.ShouldStartWith("t.tsv(1): error: text: found a zero byte");
        Should
            .Throw<DataFileException>(() => TextTableReader.Read(new Endless(0), "t.tsv"))
            .Message.ShouldStartWith("t.tsv(1): error: text: found a zero byte");
        Should
            .Throw<DataFileException>(() => NumberTableReader.Read(new Endless((byte)'1'), "t.tsv"))
            .Message.ShouldStartWith("t.tsv: error: line: found a line of more than 128 MiB");
    }

    private static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));

    /// <summary>Two thousand million times the same byte.</summary>
    private sealed class Endless(byte value) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => 1L << 31;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, Length - Position);
            buffer.AsSpan(offset, read).Fill(value);
            Position += read;
            return read;
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() { }
    }
}
