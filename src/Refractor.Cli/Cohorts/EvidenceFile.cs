using System.CommandLine;
using Refractor.Cohorts;
using Refractor.Cohorts.Recomputing;
using Refractor.Cohorts.Testing;
using Refractor.Knowledge;
using Refractor.Knowledge.Source;

namespace Refractor.Cli.Cohorts;

/// <summary>The option that writes tests as findings in the form of published ones.</summary>
internal static class EvidenceFile
{
    public static Option<string?> Option() =>
        new("--evidence")
        {
            Description = "File for what the test decides as evidence items, in the form of published ones.",
            HelpName = "file",
        };

    /// <summary>Writes what tests decide and says how much that is.</summary>
    /// <exception cref="WrongUsageException">The vocabulary does not know the feature, so that no evidence item can name it.</exception>
    public static void Write(string path, Cohort cohort, IReadOnlyList<FeatureTest> tests, string name, Session session)
    {
        Files.CheckTarget("--evidence", path);
        var feature =
            session.Names.Feature(name)
            ?? throw new WrongUsageException(
                $"'{Plain.Echo(name)}' is not a name of the vocabulary, so that no evidence item can name it; leave --evidence out."
            );
        var source = CohortSource.Of(cohort, session.Version, session.Pack);
        var items = new List<EvidenceItem>();
        foreach (var test in tests)
            items.AddRange(RecomputedItem.Of(test, feature, source, items.Count + 1));
        if (items.Count == 0)
        {
            session.Error.Write("Nothing is decided by these patients, so that there is no evidence item to write.\n");
            return;
        }
        File.WriteAllText(
            path,
            EvidenceFileWriter.Of(
                items,
                [
                    "Recomputed, not published. The source is a cohort: journal, volume and pages stand for program, cohort and digest of its manifest.",
                ]
            )
        );
        session.Error.Write($"{Pages.Parts.Count(items.Count, "evidence item")} written to {Plain.Echo(path)}.\n");
    }
}
