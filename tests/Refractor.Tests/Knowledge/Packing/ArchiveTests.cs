using Refractor.Knowledge.Packing;

namespace Refractor.Tests.Knowledge.Packing;

/// <summary>Packs of every past release stay readable. A file in Archives is never changed; a release adds one.</summary>
public class ArchiveTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "Refractor.Tests", "Archives");

    public static TheoryData<string> Archives =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.refpack")
                .Select(f => Path.GetFileName(f))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archived_pack_is_readable(string name)
    {
        var pack = PackReader.Read(File.ReadAllBytes(Path.Combine(Folder, name)));
        pack.Version.ShouldBe(name.Split('-')[0]);
        pack.Digest.ShouldMatch("^[0-9a-f]{64}$");
        pack.Items.Count.ShouldBeGreaterThanOrEqualTo(1_058);
        pack.Items.ShouldAllBe(i => pack.Papers.Contains(i.Paper));
        pack.Lexicon.FindFeature("MDR1").ShouldNotBeNull().Name.ShouldBe("ABCB1");
    }

    [Fact]
    public void The_first_format_holds_what_it_held()
    {
        var pack = PackReader.Read(File.ReadAllBytes(Path.Combine(Folder, "2026.11-format1.refpack")));
        (pack.Papers.Count, pack.Items.Count).ShouldBe((287, 1_058));
        var item = pack.FindItem("abdelfatah2015atr-1").ShouldNotBeNull();
        (item.Feature.Name, item.N, item.Endpoint, item.Paper.Pmid).ShouldBe(("ATR", 1712, "BCSS", "25468710"));
    }
}
