using Refractor.Knowledge;
using Refractor.Knowledge.Packing;
using Refractor.Tests.Knowledge.Source;

namespace Refractor.Tests.Knowledge.Packing;

public class RoundTripTests
{
    [Fact]
    public void Every_field_of_the_real_pack_comes_back()
    {
        var read = PackReader.Read(RealKnowledge.Bytes);
        FieldText.Of(read).ShouldBe(FieldText.Of(RealKnowledge.Pack));
    }

    [Fact]
    public void The_same_pack_gives_the_same_bytes()
    {
        var bytes = RealKnowledge.Bytes;
        RealKnowledge.Write(RealKnowledge.Pack).ShouldBe(bytes);
        RealKnowledge.Write(PackReader.Read(bytes)).ShouldBe(bytes);
    }

    [Fact]
    public void References_between_papers_items_and_vocabulary_are_kept()
    {
        var read = PackReader.Read(RealKnowledge.Bytes);
        foreach (var item in read.Items)
        {
            item.Paper.ShouldBeSameAs(read.Papers[item.Paper.Index]);
            item.Feature.ShouldBeSameAs(read.Lexicon.Features[item.Feature.Index]);
            item.Therapies.ShouldAllBe(t => ReferenceEquals(t, read.Lexicon.Therapies[t.Index]));
        }
    }

    [Fact]
    public void The_embedded_pack_is_that_of_the_source_folder()
    {
        var embedded = EmbeddedKnowledge.Open();
        embedded.Digest.ShouldBe(RealKnowledge.Pack.Digest);
        embedded.Version.ShouldBe(RealKnowledge.Pack.Version);
        RealKnowledge.Write(embedded).ShouldBe(RealKnowledge.Bytes);
    }

    [Fact]
    public void The_digest_is_that_of_the_text_whatever_its_line_ends()
    {
        var digest = DigestOf(SmallKnowledge.Evidence);
        digest.ShouldMatch("^[0-9a-f]{64}$");
        DigestOf(SmallKnowledge.Evidence.ReplaceLineEndings("\r\n")).ShouldBe(digest);
        DigestOf(SmallKnowledge.Damaged("A title", "A titlo")).ShouldNotBe(digest);
    }

    [Fact]
    public void A_newer_format_is_refused_with_the_way_out()
    {
        var bytes = RealKnowledge.Bytes;
        bytes[8].ShouldBe((byte)1, "the format version follows REFRPACK");
        bytes[8] = 2;
        var error = Should.Throw<InvalidDataException>(() => PackReader.Read(bytes));
        error.Message.ShouldContain("format 2");
        error.Message.ShouldContain("reads up to 1");
        error.Message.ShouldContain("Install a newer Refractor");
    }

    [Theory]
    [InlineData("")]
    [InlineData("REFR")]
    [InlineData("PK\u0003\u0004 a zip file")]
    public void Bytes_that_are_no_pack_are_refused(string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text);
        Should.Throw<InvalidDataException>(() => PackReader.Read(bytes)).Message.ShouldContain("not a knowledge pack");
    }

    private static string DigestOf(string evidence) => SmallKnowledge.Read(evidence).Pack.ShouldNotBeNull().Digest;
}
