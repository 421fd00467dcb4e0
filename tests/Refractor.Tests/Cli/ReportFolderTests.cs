using Refractor.Cli;
using Refractor.Cli.Cohorts;
using Refractor.Cli.Pages;

namespace Refractor.Tests.Cli;

public class ReportFolderTests
{
    [Fact]
    public void A_folder_keeps_its_files_when_writing_stops()
    {
        using var root = new TemporaryFolder();
        var folder = Path.Combine(root.Root, "scan");
        ReportFolder.Write(folder, "scan", Report("old"), [("a.tsv", "old")], TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(folder, "mine.txt"), "kept");
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Should.Throw<OperationCanceledException>(() =>
            ReportFolder.Write(folder, "scan", Report("new"), [("a.tsv", "new")], stop.Token)
        );
        Directory.EnumerateFileSystemEntries(root.Root).ShouldHaveSingleItem();
        File.ReadAllText(Path.Combine(folder, "a.tsv")).ShouldBe("old");
        ReportFolder.Write(folder, "scan", Report("new"), [], TestContext.Current.CancellationToken);
        File.ReadAllText(Path.Combine(folder, "scan.json")).ShouldBe("new");
        File.ReadAllText(Path.Combine(folder, "a.tsv")).ShouldBe("old");
        File.ReadAllText(Path.Combine(folder, "mine.txt")).ShouldBe("kept");
    }

    private static Report Report(string text) => new(() => new Page([new Title(text)]), () => text);
}
