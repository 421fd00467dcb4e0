using System.Globalization;

namespace Refractor.Knowledge;

/// <summary>Checks a compiled pack for what must hold whatever its source text was.</summary>
/// <remarks>The source text has stricter rules of its own, see <see cref="Source.KnowledgeSource"/>.</remarks>
public static class PackCheck
{
    /// <summary>All problems, by paper and item; the file is the name of the paper's evidence file, without lines.</summary>
    public static IReadOnlyList<DataProblem> Of(KnowledgePack pack)
    {
        var problems = new List<DataProblem>();
        Unique(pack.Items, i => i.Id, "id", problems, i => FileOf(i.Paper));
        Unique(pack.Papers, p => p.Key, "key", problems, FileOf);
        Unique(pack.Papers.Where(p => p.Doi is not null), p => p.Doi!, "duplicate_paper", problems, FileOf);
        var withItems = pack.Items.Select(i => i.Paper).ToHashSet();
        foreach (var paper in pack.Papers)
            Check(paper, withItems.Contains(paper), problems);
        foreach (var item in pack.Items)
            Check(item, problems);
        return [.. problems.OrderBy(p => p.File, StringComparer.Ordinal)];
    }

    private static string FileOf(Paper paper) => $"evidence/{paper.Key}.yaml";

    private static void Unique<T>(
        IEnumerable<T> entries,
        Func<T, string> key,
        string rule,
        List<DataProblem> problems,
        Func<T, string> file
    )
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(e => !seen.Add(key(e))))
            problems.Add(
                new DataProblem(Severity.Error, rule, file(entry), null, $"'{key(entry)}' a second time", "each once")
            );
    }

    private static void Check(Paper paper, bool hasItems, List<DataProblem> problems)
    {
        if (paper is { Doi: null, Pmid: null, Pmcid: null })
            problems.Add(
                new DataProblem(
                    Severity.Warning,
                    "identifier",
                    FileOf(paper),
                    null,
                    "no DOI, PMID or PMCID",
                    "one of them"
                )
            );
        if (!hasItems)
            problems.Add(
                new DataProblem(
                    Severity.Warning,
                    "evidence",
                    FileOf(paper),
                    null,
                    "a paper without items",
                    "at least one item"
                )
            );
    }

    private static void Check(EvidenceItem item, List<DataProblem> problems)
    {
        void Error(string rule, string found, string expected) =>
            problems.Add(
                new DataProblem(Severity.Error, rule, FileOf(item.Paper), null, $"{item.Id}: {found}", expected)
            );

        if (item.N is <= 0)
            Error("study.n", Text(item.N.Value), "a number above 0");
        if (item.N is { } n && item.Events is { } events && events > n)
            Error("study.n_events", $"{Text(events)} events in {Text(n)}", "at most as many as patients");
        if (item.Result is { Estimate: { } estimate, Interval: { } ci } && (estimate < ci.Low || estimate > ci.High))
            Error(
                "result.ci",
                $"{Text(estimate)} outside {Text(ci.Low)} to {Text(ci.High)}",
                "an interval around the estimate"
            );
        foreach (var p in new[] { item.Result.P, item.Result.Q }.OfType<PValue>().Where(p => p.Value is < 0 or > 1))
            Error("result.p", Text(p.Value), "a number from 0 to 1");
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
