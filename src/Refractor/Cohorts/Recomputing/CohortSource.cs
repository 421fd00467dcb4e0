using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Cohorts.Recomputing;

/// <summary>
/// A cohort in the place of a paper: the source of the findings that are recomputed from it. It bears the names under which papers know
/// its patients, so that a publication of the cohort and the cohort itself count once.
/// </summary>
public sealed class CohortSource
{
    private CohortSource(Cohort cohort, Lexicon lexicon, Paper paper) =>
        (Cohort, Lexicon, Paper) = (cohort, lexicon, paper);

    /// <summary>The cohort.</summary>
    public Cohort Cohort { get; }

    /// <summary>
    /// The source as a paper: without author, year or journal of its own. Title is that of the cohort; journal, volume and pages name the
    /// program, the cohort and its digest, because a source must be found again.
    /// </summary>
    public Paper Paper { get; }

    internal Lexicon Lexicon { get; }

    /// <summary>Makes the source of a cohort.</summary>
    /// <param name="cohort">The cohort.</param>
    /// <param name="version">Version of Refractor.</param>
    /// <param name="pack">The published evidence: names of cohorts in papers, features and therapies.</param>
    /// <param name="number">Place among the cohorts looked at together, from 0; it tells their sources apart.</param>
    public static CohortSource Of(Cohort cohort, string version, KnowledgePack pack, int number = 0) =>
        new(
            cohort,
            pack.Lexicon,
            new Paper
            {
                Index = pack.Papers.Count + number,
                Key = $"cohort-{cohort.Name}",
                Title = cohort.Title.Length > 0 ? cohort.Title : cohort.Name,
                Journal = $"recomputed with Refractor {version}",
                Volume = cohort.Name,
                Pages = cohort.Digest.Length > 0 ? cohort.Digest : "not stored",
                Kind = PaperKind.Registry,
                TrialIds = CohortNames.Among(cohort, pack.Papers.SelectMany(p => p.TrialIds)),
            }
        );
}
