using System.Diagnostics;
using System.Globalization;
using System.Text;
using Refractor.Cohorts.Importing;
using Refractor.Cohorts.Storing;
using Refractor.Knowledge;
using Refractor.Tests.Cli;

namespace Refractor.Tests.Cohorts.Importing;

/// <summary>
/// Small files of every format, changed at random from a fixed seed, through the whole importer: a fault is told, never a surprise, and
/// every row is accounted for. REFRACTOR_FUZZ_SECONDS runs on for that long with further seeds.
/// </summary>
public class ImportFuzzTests(ITestOutputHelper output)
{
    private const int Cases = 3000;

    // A case is a few kilobytes; what takes more than this is out of proportion.
    private const long MostBytes = 256L << 20;
    private const int StoredEvery = 7;
    private const int MostMilliseconds = 20_000;

    [Fact]
    public void Changed_files_never_fail_but_by_a_message()
    {
        using var study = new SmallStudy();
        var seconds = int.TryParse(
            Environment.GetEnvironmentVariable("REFRACTOR_FUZZ_SECONDS"),
            CultureInfo.InvariantCulture,
            out var s
        )
            ? s
            : 0;
        var clock = Stopwatch.StartNew();
        var (run, imported) = (0, 0);
        for (; run < Cases || clock.Elapsed.TotalSeconds < seconds; run++)
            imported += Try(study, run) ? 1 : 0;
        output.WriteLine($"{run} cases, {imported} imported, {clock.Elapsed.TotalSeconds:F1} s");
        imported.ShouldBeInRange(run / 10, run * 9 / 10);
    }

    private static bool Try(SmallStudy study, int seed)
    {
        var random = new Random(seed);
        var format = FuzzedFiles.Formats[seed % FuzzedFiles.Formats.Count];
        foreach (var file in Directory.EnumerateFiles(study.Folder))
            File.Delete(file);
        foreach (var (name, text) in format.Files)
            study.With(name, Encoding.UTF8.GetBytes(text));
        var chosen = format.Files[random.Next(format.Files.Count)];
        var changed = FuzzedFiles.Change(Encoding.UTF8.GetBytes(chosen.Text), random);
        study.With(chosen.Name, changed);
        var mapping = random.Next(8) > 0 ? format.Mapping : Spoilt(format.Mapping, random);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();
        try
        {
            var result = study.Import(mapping, leastMatched: 0.1);
            result.Report.Files.ShouldAllBe(f => f.Loaded >= 0 && f.Held >= 0 && f.Rejected >= 0);
            if (
                PlainRows(chosen.Name, changed) is { } rows
                && result.Report.Files.FirstOrDefault(f => f.What == "expression") is { } count
            )
                count.Read.ShouldBe(rows, $"seed {seed}");
            if (result.Cohort is { } cohort)
            {
                foreach (var layer in cohort.Layers)
                    layer.Matrix.Features.ShouldBe(layer.Features.Count);
                if (seed % StoredEvery == 0)
                    StoreAndRead(study, result);
            }
            return result.Cohort is not null;
        }
        catch (DataFileException fault)
        {
            fault.Problems.ShouldNotBeEmpty();
            return false;
        }
        catch (IOException)
        {
            // A changed mapping names a file that is not there.
            return false;
        }
        catch (Exception surprise) when (surprise is not Shouldly.ShouldAssertException)
        {
            throw new InvalidOperationException(
                $"seed {seed}, {chosen.Name}: {surprise.GetType().Name}: {surprise.Message}\n{surprise.StackTrace}",
                surprise
            );
        }
        finally
        {
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(
                MostBytes,
                $"seed {seed}, {chosen.Name}"
            );
            clock.ElapsedMilliseconds.ShouldBeLessThan(MostMilliseconds, $"seed {seed}, {chosen.Name}");
        }
    }

    /// <summary>What was imported can be stored, and is the same when it is read again.</summary>
    private static void StoreAndRead(SmallStudy study, ImportResult result)
    {
        using var shelf = new TemporaryFolder();
        var folder = Path.Combine(shelf.Root, "small");
        CohortFolder.Write(
            folder,
            result.Cohort!,
            study.Folder,
            result.Report,
            "test",
            cancel: TestContext.Current.CancellationToken
        );
        var read = CohortFolder.Read(folder);
        read.Patients.ShouldBe(result.Cohort!.Patients);
        read.Samples.ShouldBe(result.Cohort.Samples);
        read.Layers.Select(l => l.Features.Count).ShouldBe(result.Cohort.Layers.Select(l => l.Features.Count));
        read.Treatments.Select(t => t.Given).ShouldBe(result.Cohort.Treatments.Select(t => t.Given));
        read.Outcomes.Select(o => (o.Endpoint, o.Known, o.Positive))
            .ShouldBe(result.Cohort.Outcomes.Select(o => (o.Endpoint, o.Known, o.Positive)));
    }

    /// <summary>The rows of a table of numbers as lines of text; null where lines are not all there is to it.</summary>
    private static int? PlainRows(string name, byte[] bytes) =>
        name == "expression.tsv"
        && bytes.All(b => b is (byte)'\t' or (byte)'\n' or >= 32 and < 127 and not (byte)'"' and not (byte)'#')
            ? Encoding.ASCII.GetString(bytes).Split('\n').Count(l => l.Trim(' ').Length > 0) - 1
            : null;

    private static string Spoilt(string mapping, Random random) =>
        Encoding.UTF8.GetString(FuzzedFiles.Change(Encoding.UTF8.GetBytes(mapping + "\n"), random));
}
