using Refractor.Cohorts;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Storing;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Storing;

public class CohortFolderTests
{
    [Fact]
    public void A_stored_cohort_is_the_imported_one()
    {
        using var study = new SmallStudy().WithPatients().WithExpression().WithMutations();
        using var shelf = new TemporaryFolder();
        var imported = study.Import();
        var folder = Store(study, shelf);
        var read = CohortFolder.Read(folder);
        CohortJson.Of(CohortSummary.Of(read)).ShouldBe(CohortJson.Of(CohortSummary.Of(imported.Cohort!)));
        Values(read.Layers[0]).ShouldBe(Values(imported.Cohort!.Layers[0]));
        read.Mutations!.AlteredIn("PIK3CA").ShouldBe(imported.Cohort.Mutations!.AlteredIn("PIK3CA"));
        CohortFolder.Changed(folder).ShouldBeEmpty();
    }

    [Fact]
    public void The_same_files_give_the_same_bytes()
    {
        using var study = new SmallStudy().WithPatients().WithExpression().WithMutations();
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        var (a, b) = (Store(study, first), Store(study, second));
        foreach (var file in Directory.EnumerateFiles(a))
            File.ReadAllBytes(file).ShouldBe(File.ReadAllBytes(Path.Combine(b, Path.GetFileName(file))));
    }

    [Fact]
    public void A_changed_file_is_named()
    {
        using var study = new SmallStudy().WithPatients().WithExpression();
        using var shelf = new TemporaryFolder();
        var folder = Store(study, shelf);
        File.AppendAllText(Path.Combine(folder, "patients.tsv"), "P7\n");
        CohortFolder.Changed(folder).ShouldBe(["patients.tsv"]);
    }

    [Fact]
    public void A_file_that_was_cut_off_is_named()
    {
        using var study = new SmallStudy().WithPatients().WithExpression();
        using var shelf = new TemporaryFolder();
        var folder = Store(study, shelf);
        using (var file = File.OpenWrite(Path.Combine(folder, "expression.f32")))
            file.SetLength(12);
        Should
            .Throw<InvalidDataException>(() => CohortFolder.Read(folder))
            .Message.ShouldContain("found 12 bytes; expected 40");
    }

    [Fact]
    public void A_stopped_import_leaves_nothing_behind()
    {
        using var study = new SmallStudy().WithPatients().WithExpression();
        using var shelf = new TemporaryFolder();
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        var result = study.Import();
        Should.Throw<OperationCanceledException>(() =>
            CohortFolder.Write(
                Path.Combine(shelf.Root, "small"),
                result.Cohort!,
                study.Folder,
                result.Report,
                "test",
                stop.Token
            )
        );
        Directory.EnumerateFileSystemEntries(shelf.Root).ShouldBeEmpty();
    }

    private static string Store(SmallStudy study, TemporaryFolder shelf)
    {
        var result = study.Import();
        var folder = Path.Combine(shelf.Root, "small");
        CohortFolder.Write(
            folder,
            result.Cohort!,
            study.Folder,
            result.Report,
            "test",
            TestContext.Current.CancellationToken
        );
        return folder;
    }

    private static double[] Values(MeasuredLayer layer)
    {
        var (all, row) = (new List<double>(), new double[layer.Samples.Count]);
        for (var f = 0; f < layer.Features.Count; f++)
        {
            layer.Matrix.CopyFeature(f, row);
            all.AddRange(row);
        }
        return [.. all];
    }
}
