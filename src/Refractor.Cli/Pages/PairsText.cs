using Refractor.Cohorts;
using Refractor.Cohorts.Pairing;

namespace Refractor.Cli.Pages;

/// <summary>Which pairs were looked at, and who has none.</summary>
internal static class PairsText
{
    private const int NamesShown = 8;

    public static IEnumerable<Block> Of(Cohort cohort, SamplePairs pairs)
    {
        var left = pairs.LeftOut.Select(l => $"{l.Reason} {Parts.Number(l.Patients)}");
        var reasons = pairs.LeftOut.Count > 0 ? $"; left out: {string.Join(", ", left)}" : "";
        yield return new Remark(
            $"{Parts.Count(pairs.Pairs.Count, "complete pair")} of a sample at baseline and one {TimePoints.InWords(pairs.Later)}, of {Parts.Count(cohort.Patients.Count, "patient")}{reasons}."
        );
        foreach (var group in pairs.Unpaired.GroupBy(u => u.Reason))
            yield return new Remark($"{Parts.Capital(group.Key)}: {Names([.. group.Select(u => u.Patient)])}.");
    }

    private static string Names(IReadOnlyList<string> names) =>
        names.Count > NamesShown
            ? $"{string.Join(", ", names.Take(NamesShown))} and {Parts.Number(names.Count - NamesShown)} more"
            : string.Join(", ", names);
}
