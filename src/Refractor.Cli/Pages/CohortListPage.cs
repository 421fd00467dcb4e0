using Refractor.Cohorts.Demo;
using Refractor.Cohorts.Storing;

namespace Refractor.Cli.Pages;

/// <summary>Lays out the cohorts of a folder, and the check of one.</summary>
internal static class CohortListPage
{
    public static Page Of(string folder, IReadOnlyList<CohortManifest> manifests)
    {
        if (manifests.Count == 0)
            return new Page([
                new Remark($"No cohort in {Plain.Echo(folder)} yet; 'refractor cohort import' makes one."),
                Shipped(),
            ]);
        return new Page([
            new Table(
                [new("name"), new("title"), new("patients", true), new("outcomes"), new("measured")],
                [
                    .. manifests.Select(m =>
                        (IReadOnlyList<string>)[m.Name, m.Title, Parts.Number(m.Patients), Outcomes(m), Measured(m)]
                    ),
                ]
            ),
            new Remark($"In {Plain.Echo(folder)}."),
            Shipped(),
        ]);
    }

    private static Remark Shipped() =>
        new($"With the program come {string.Join(" and ", DemoCohorts.Names)}, to try the commands on.");

    /// <summary>What a check of the files found.</summary>
    public static Page Checked(CohortManifest manifest, IReadOnlyList<string> changed)
    {
        var blocks = changed
            .Select(f => (Block)new Line($"{f}: missing or not as it was written; import the cohort again", Tone.Bad))
            .ToList();
        blocks.Add(
            new Remark(
                $"{manifest.Name}: {Parts.Count(manifest.Hashes.Count, "file")}, {Parts.Number(changed.Count)} changed.",
                changed.Count == 0 ? Tone.Good : Tone.Bad
            )
        );
        return new Page(blocks);
    }

    private static string Outcomes(CohortManifest manifest) =>
        string.Join(", ", manifest.Outcomes.Select(o => o.Endpoint));

    private static string Measured(CohortManifest manifest)
    {
        var layers = manifest.Layers.Select(l => $"{l.Name} {Parts.Number(l.Features)}");
        return string.Join(
            ", ",
            manifest.Mutations is { } m ? layers.Append($"mutations in {Parts.Number(m.Profiled)}") : layers
        );
    }
}
