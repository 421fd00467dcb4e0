using System.Globalization;
using Refractor.Answers;
using Refractor.Cohorts.Recipes;
using Refractor.Cohorts.Replicating;
using Refractor.Knowledge;
using Refractor.Overviews;
using Refractor.Vocabulary;
using Refractor.Weighing;

namespace Refractor.Cli.Pages;

/// <summary>The section "In cohorts": what the user's cohorts say of the findings of a page, apart from what is published.</summary>
internal static class CohortEvidenceBlocks
{
    private const int ReasonsNamed = 3;

    private static readonly IReadOnlyList<Column> Columns =
    [
        new("verdict"),
        new("published"),
        new("cohort"),
        new("recomputed"),
    ];

    /// <summary>The section; nothing where there is no cohort.</summary>
    /// <param name="evidence">What the cohorts say.</param>
    /// <param name="references">The numbers of papers on the page.</param>
    /// <param name="explain">Whether the rules behind states are printed.</param>
    /// <param name="lexicon">Subtypes, for the recipes.</param>
    public static IEnumerable<Block> Of(
        CohortEvidence? evidence,
        IReadOnlyList<Reference> references,
        bool explain,
        Lexicon lexicon
    )
    {
        if (evidence is null)
            yield break;
        yield return new Heading("In cohorts");
        foreach (var (name, reason) in evidence.Shelf.LeftOut)
            yield return new Remark($"The cohort {Plain.OneLine(name)} was left out: {reason}", Tone.Notice);
        if (evidence.Shelf.Cohorts.Count == 0)
            yield break;
        var numbers = references.ToDictionary(r => r.Paper, r => r.Number);
        var tests = Tests(evidence).ToList();
        if (tests.Count > 0)
        {
            yield return new Table(Columns, [.. tests.Select(t => Row(t, numbers)), .. Pooled(evidence, numbers)]);
            yield return new Derivation(() => Recipes(evidence, lexicon));
        }
        yield return new Remark(NotTestable(evidence));
        if (evidence.Weighed.Count > 0)
        {
            yield return new Table(
                [new("findings above"), new("literature"), new("with cohorts")],
                [.. evidence.Weighed.Select(w => Row(w, explain))]
            );
        }
        yield return new Remark(Named(evidence));
    }

    /// <summary>Findings that rest on one test of one cohort and have one verdict stand in one row.</summary>
    private static IEnumerable<List<Replication>> Tests(CohortEvidence evidence) =>
        evidence
            .Replications.SelectMany(r => r.ByCohort)
            .Where(r => r.Effect is not null)
            .GroupBy(r => (r.Cohort, r.Verdict, r.Effect, r.Note))
            .Select(g => g.ToList())
            .OrderBy(g => g[0].Verdict);

    /// <summary>One recipe for each number, though several findings rest on it.</summary>
    private static IReadOnlyList<Recipe> Recipes(CohortEvidence evidence, Lexicon lexicon) =>
        [
            .. evidence
                .Replications.SelectMany(r => ReplicationRecipes.Of(r, evidence.Shelf.Cohorts, lexicon))
                .DistinctBy(r => (r.Input.Cohort, r.Gives, r.Input.Who)),
        ];

    private static IReadOnlyList<string> Row(List<Replication> test, Dictionary<Paper, int> numbers)
    {
        var first = test[0];
        var detectable =
            first.Verdict == ReplicationVerdict.Underpowered && double.IsFinite(first.Detectable)
                ? $"; detectable from {first.Detectable.ToString("F2", CultureInfo.InvariantCulture)}"
                : "";
        var note = first.Note.Length > 0 ? $" ({first.Note})" : "";
        return
        [
            ReplicationTables.NameOf(first.Verdict),
            Published(test.Select(r => r.Item), numbers),
            first.Cohort,
            $"{EffectText.Of(first.Effect!)}, {EffectText.Counts(first.Effect!)}{detectable}{note}",
        ];
    }

    private static IEnumerable<IReadOnlyList<string>> Pooled(CohortEvidence evidence, Dictionary<Paper, int> numbers) =>
        evidence
            .Replications.Where(r => r.Pooled.IsEstimable)
            .GroupBy(r => r.Pooled.Value)
            .Select(g =>
                (IReadOnlyList<string>)
                    ["", Published(g.Select(r => r.Item), numbers), $"pooled ({g.Key.Studies})", EffectText.Of(g.Key)]
            );

    /// <summary>"TP53 mutated, chemotherapy, pCR: sensitivity [2, 5]".</summary>
    private static string Published(IEnumerable<EvidenceItem> items, Dictionary<Paper, int> numbers) =>
        string.Join(
            "; ",
            items
                .GroupBy(i => $"{FindingText.Of(i)}: {FindingText.Effect(i)}")
                .Select(g => $"{g.Key} {Citation(g, numbers)}".TrimEnd())
        );

    private static string Citation(IEnumerable<EvidenceItem> items, Dictionary<Paper, int> numbers)
    {
        var cited = items.Select(i => i.Paper).Where(numbers.ContainsKey).Select(p => numbers[p]).Distinct().Order();
        return cited.Any() ? $"[{string.Join(", ", cited)}]" : "";
    }

    private static IReadOnlyList<string> Row(WeighedAssociation weighed, bool explain)
    {
        var (literature, with) = (weighed.Literature, weighed.WithCohorts);
        return
        [
            $"{literature.Feature.Name}, {UtilityText.Role(literature.Role)} ({Parts.Count(literature.Items.Count, "finding")})",
            State(literature),
            State(with),
        ];

        string State(Associations.Association association) =>
            $"{UtilityText.State(association.Verdict)} ({(explain ? association.Verdict.Rule : Parts.Count(association.Verdict.Sources, "source"))})";
    }

    private static string NotTestable(CohortEvidence evidence)
    {
        var not = evidence.Replications.Where(r => !r.IsTestable).ToList();
        if (not.Count == 0)
            return "All findings above can be tested in one cohort at least.";
        var reasons = not.SelectMany(r => r.ByCohort.Select(c => c.Reason).Distinct())
            .CountBy(r => r)
            .OrderByDescending(r => r.Value)
            .ThenBy(r => r.Key, StringComparer.Ordinal)
            .ToList();
        var named = reasons.Take(ReasonsNamed).Select(r => $"{r.Key} ({Parts.Number(r.Value)})");
        var more = reasons.Count > ReasonsNamed ? ", and other reasons" : "";
        return $"{Parts.Number(not.Count)} of {Parts.Count(evidence.Replications.Count, "finding")} above can be tested in none: {string.Join(", ", named)}{more}.";
    }

    private static string Named(CohortEvidence evidence)
    {
        var cohorts = evidence.Shelf.Cohorts.Select(c =>
            $"{c.Name} ({Parts.Number(c.Patients.Count)} patients, digest {Parts.Short(c.Digest)})"
        );
        return $"Recomputed here, not published: unadjusted, in the patients of each finding as far as a cohort tells them. Cohorts: {string.Join(", ", cohorts)}.";
    }
}
