using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Overviews;
using Refractor.Vocabulary;
using Refractor.Weighing;

namespace Refractor.Cli.Pages;

/// <summary>Lays a marker view out for reading.</summary>
internal static class MarkerPage
{
    private const int AliasesShown = 8;

    public static Page Of(MarkerView view, CohortEvidence? inCohorts, Session session, bool explain)
    {
        var blocks = new List<Block> { new Title(TitleOf(view.Feature)) };
        if (view.Feature.Aliases.Count > 0)
            blocks.Add(new Remark(Aliases(view.Feature)));
        blocks.AddRange(view.Feature.Ambiguous.Select(a => new Remark($"{a.Alias}: {a.Note.TrimEnd('.')}.")));
        blocks.Add(new Remark(Summary(view)));
        string? therapy = null;
        foreach (var entry in view.Associations)
        {
            if (therapy != entry.TherapyLabel)
                blocks.Add(new Heading(Capital(therapy = entry.TherapyLabel)));
            blocks.AddRange(Of(entry, view.Feature, explain));
        }
        blocks.AddRange(CohortEvidenceBlocks.Of(inCohorts, view.References, explain, session.Pack.Lexicon));
        if (view.Related.Count > 0)
            blocks.Add(
                new Remark(
                    $"Related, with evidence of their own: {string.Join(", ", view.Related.Select(f => f.Name))}."
                )
            );
        blocks.AddRange(Parts.References(view.References));
        if (!view.IsEmpty)
            blocks.Add(Parts.Grades);
        blocks.Add(Parts.Footer(view.Knowledge, session.Version));
        return new Page(blocks);
    }

    private static string TitleOf(Feature feature) =>
        feature.CommonName is { } common && common != feature.Name ? $"{feature.Name} ({common})" : feature.Name;

    private static string Aliases(Feature feature)
    {
        var rest = feature.Aliases.Count - AliasesShown;
        return $"Also: {string.Join(", ", feature.Aliases.Take(AliasesShown))}{(rest > 0 ? $" and {rest} more" : "")}.";
    }

    private static string Summary(MarkerView view)
    {
        if (view.IsEmpty)
            return "A known name without any evidence item.";
        var items = view.Associations.SelectMany(a => a.Association.Items).ToList();
        var papers = items.Select(i => i.Paper).Distinct().Count();
        var designs = items.Count(i =>
            i.PredictiveDesign is PredictiveDesign.InteractionTested or PredictiveDesign.RandomisedBothArms
        );
        var predictive =
            designs > 0
                ? $"{Parts.Number(designs)} can tell predictive from prognostic"
                : "none can tell predictive from prognostic";
        return $"{Parts.Count(items.Count, "evidence item")} from {Parts.Count(papers, "paper")}; {predictive}.";
    }

    private static IEnumerable<Block> Of(MarkerAssociation entry, Feature feature, bool explain)
    {
        var association = entry.Association;
        yield return new Subheading(Subject(association, feature), Verdict(entry));
        if (explain)
            yield return new Statement("", Tone.Body, $"Conflict: {association.Verdict.Rule}", "", Tone.Quiet);
        foreach (var claim in entry.Claims)
        {
            var grade = Grading.Letter(claim.Items.Max(Grading.Of));
            var details = explain ? Parts.Explain(claim.Items).ToList() : null;
            var text =
                claim.Text
                ?? $"Evidence items {string.Join(", ", claim.Items.Select(i => i.Id))}; see 'refractor knowledge show'.";
            yield return new Statement(grade, Parts.ToneOf(grade), text, "", Tone.Quiet, details);
        }
    }

    private static string Subject(Association association, Feature feature)
    {
        var name = association.Feature == feature ? "" : association.Feature.Name + ", ";
        return Capital($"{name}{AspectOf(association.Aspect)}: {UtilityText.Role(association.Role)}");
    }

    private static string AspectOf(Aspect aspect) =>
        aspect switch
        {
            Aspect.Amount => "amount or activity",
            Aspect.Sequence => "DNA sequence",
            _ => aspect.ToString().ToLowerInvariant(),
        };

    private static string Verdict(MarkerAssociation entry)
    {
        var verdict = entry.Association.Verdict;
        var sources = verdict.State switch
        {
            ConflictState.ConcordantResistance or ConflictState.ConcordantSensitivity =>
                $"{verdict.Sources} sources agree",
            ConflictState.Contested or ConflictState.ContextDependent =>
                $"{verdict.Sources} sources, {UtilityText.State(verdict)}",
            _ => UtilityText.State(verdict),
        };
        var parts = new[]
        {
            $"grade {Grading.Letter(entry.Association.Grade)}",
            sources,
            UtilityText.GainSide(entry.Association),
            entry.Subtype?.Label,
        };
        return string.Join("; ", parts.Where(p => !string.IsNullOrEmpty(p)));
    }

    private static string Capital(string text) =>
        text.Length > 1
        && char.IsLower(text[0])
        && char.IsLower(text[1])
        && !text.StartsWith("mi", StringComparison.Ordinal)
            ? char.ToUpperInvariant(text[0]) + text[1..]
            : text;
}
