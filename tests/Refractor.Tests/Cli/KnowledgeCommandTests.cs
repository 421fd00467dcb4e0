using Refractor.Cli;

namespace Refractor.Tests.Cli;

public class KnowledgeCommandTests
{
    [Fact]
    public void The_embedded_knowledge_is_consistent()
    {
        var ran = Ran.Of("knowledge", "check");
        ran.Code.ShouldBe(ExitCode.Done, ran.Out);
        ran.Out.ShouldContain("loaded + 0 rejected");
    }

    [Fact]
    public void A_broken_source_lists_its_problems_with_file_and_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.yaml", "version: 2026.01\ntitle: t\nlicence: CC-BY-4.0\n");
        Directory.CreateDirectory(Path.Combine(folder.Root, "evidence"));
        var vocabulary = Directory.CreateDirectory(Path.Combine(folder.Root, "vocabulary")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.KnowledgeFolder, "vocabulary")))
            File.Copy(file, Path.Combine(vocabulary, Path.GetFileName(file)));
        folder.Write(Path.Combine("evidence", "bad.yaml"), "paper:\n  doi: nonsense\nevidence: []\n");
        var ran = Ran.Of("knowledge", "check", folder.Root);
        ran.Code.ShouldBe(ExitCode.InvalidData);
        ran.Out.ShouldContain("evidence/bad.yaml(2): error: ");
    }

    [Theory]
    [InlineData("json", "{")]
    [InlineData("tsv", "id\t")]
    [InlineData("csl", "[")]
    [InlineData("csl-json", "[")]
    [InlineData("bibtex", "@")]
    [InlineData("ris", "TY  - ")]
    public void Every_form_of_export_is_written(string format, string start) =>
        Ran.Of("knowledge", "export", "--format", format).Out.ShouldStartWith(start);

    [Fact]
    public void An_exported_pack_differs_in_nothing()
    {
        using var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Root, "now.refpack");
        Ran.Of("knowledge", "export", "--format", "pack", "--out", path).Code.ShouldBe(ExitCode.Done);
        Ran.Of("knowledge", "diff", path).Out.ShouldContain("No difference.");
        Ran.Of("knowledge", "diff", path, path, "--json").Code.ShouldBe(ExitCode.Done);
    }

    [Fact]
    public void Names_are_completed()
    {
        Ran.Of("[suggest:11]", "marker ABCC").Out.ShouldContain("ABCC1");
        Ran.Of("[suggest:12]", "therapy doce").Out.ShouldContain("docetaxel");
    }

    [Theory]
    [InlineData("ask", "Is ABCB1 linked to taxane response?")]
    [InlineData("marker", "TP53")]
    [InlineData("therapy", "Herceptin")]
    [InlineData("cross", "taxane", "platinum", "--subtype", "triple negative")]
    [InlineData("rank", "--therapy", "trastuzumab")]
    [InlineData("knowledge", "check")]
    [InlineData("knowledge", "stats")]
    [InlineData("knowledge", "show", "burger2003-mdr1-first-line")]
    [InlineData("knowledge", "search", "docetaxel")]
    public void Json_of_every_report_can_be_read(params string[] args)
    {
        var ran = Ran.Of([.. args, "--json"]);
        ran.Error.ShouldBeEmpty();
        using var json = System.Text.Json.JsonDocument.Parse(ran.Out);
        json.RootElement.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
    }
}
