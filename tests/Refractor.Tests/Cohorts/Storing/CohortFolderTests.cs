using Refractor.Cohorts;
using Refractor.Cohorts.Describing;
using Refractor.Cohorts.Storing;
using Refractor.Statistics.Ordering;
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
                cancel: stop.Token
            )
        );
        Directory.EnumerateFileSystemEntries(shelf.Root).ShouldBeEmpty();
    }

    [Fact]
    public void A_cohort_keeps_its_files_until_the_new_ones_are_complete()
    {
        using var study = new SmallStudy().WithPatients().WithExpression();
        using var shelf = new TemporaryFolder();
        var folder = Store(study, shelf);
        using var stop = new CancellationTokenSource();
        var result = study.Import();
        Should.Throw<OperationCanceledException>(() =>
            CohortFolder.Write(
                folder,
                result.Cohort!,
                study.Folder,
                result.Report,
                "test",
                new Told(_ => stop.Cancel()),
                stop.Token
            )
        );
        Directory.EnumerateFileSystemEntries(shelf.Root).ShouldHaveSingleItem().ShouldBe(folder);
        CohortFolder.Changed(folder).ShouldBeEmpty();
    }

    // More features than a block, so that several threads write, and more samples than words of ties are whole.
    [Fact]
    public void A_layer_of_many_blocks_is_stored_in_order()
    {
        const int Genes = 700;
        using var shelf = new TemporaryFolder();
        using var study = new SmallStudy().WithPatients();
        var rows = Enumerable
            .Range(0, Genes)
            .Select(g => $"G{g}\t{g % 7}\t{-g}\t{g * g % 31}\t{(g % 5 == 0 ? "NA" : "2")}\t0.5\n");
        study.With("expression.tsv", "gene\tP1\tP2\tP3\tP4\tP6\n" + string.Concat(rows));
        var read = CohortFolder.Read(Store(study, shelf)).Layers.ShouldHaveSingleItem();
        var sorted = SampleOrder.Of(read.Matrix);
        read.Order.ShortIndices.ToArray().ShouldBe(sorted.ShortIndices.ToArray());
        read.Order.TieBits.ToArray().ShouldBe(sorted.TieBits.ToArray());
        read.Order.MeasuredCounts.ToArray().ShouldBe(sorted.MeasuredCounts.ToArray());
        var row = new double[5];
        read.Matrix.CopyFeature(699, row);
        row.ShouldBe([699 % 7, -699, 699 * 699 % 31, 2, 0.5]);
    }

    [Fact]
    public void A_folder_that_is_no_cohort_is_not_replaced()
    {
        using var study = new SmallStudy().WithPatients();
        using var shelf = new TemporaryFolder();
        var precious = Directory.CreateDirectory(Path.Combine(shelf.Root, "small", "precious")).FullName;
        Should.Throw<IOException>(() => Store(study, shelf)).Message.ShouldContain("is a folder and no cohort");
        Directory.Exists(precious).ShouldBeTrue();
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
            cancel: TestContext.Current.CancellationToken
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
