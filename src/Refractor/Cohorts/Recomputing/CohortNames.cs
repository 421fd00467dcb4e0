using Refractor.Knowledge;

namespace Refractor.Cohorts.Recomputing;

/// <summary>
/// Which published findings come from the patients of a cohort. Papers name their trials and data sets; a cohort is the one of those names
/// that it or its title bears, such as METABRIC, I-SPY2 or GSE96058, whatever letter case and hyphens.
/// </summary>
public static class CohortNames
{
    private const int Shortest = 3;
    private const int LongestRun = 4;

    /// <summary>The names among those of papers that stand for a cohort, as the papers write them.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="trials">Names of trials, registry numbers and accessions.</param>
    public static IReadOnlyList<string> Among(Cohort cohort, IEnumerable<string> trials)
    {
        var own = Runs(cohort.Name).Concat(Runs(cohort.Title)).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. trials
                .Where(t => Plain(t) is { Length: >= Shortest } name && own.Contains(name))
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether a paper reports on the patients of a cohort, as far as it names them.</summary>
    public static bool Names(Paper paper, Cohort cohort) =>
        paper.TrialIds.Count > 0 && Among(cohort, paper.TrialIds).Count > 0;

    /// <summary>Runs of words written as one: "TCGA-BRCA" is TCGA, BRCA and TCGABRCA.</summary>
    private static IEnumerable<string> Runs(string text)
    {
        var words = text.Split([' ', ',', '(', ')', ';', ':', '_', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (var start = 0; start < words.Length; start++)
        for (var length = 1; length <= LongestRun && start + length <= words.Length; length++)
            yield return Plain(string.Concat(words.Skip(start).Take(length)));
    }

    private static string Plain(string word) =>
        new([.. word.Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
}
