using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Pages;

/// <summary>Lays cross-resistance out for reading, its three kinds kept apart.</summary>
internal static class CrossPage
{
    public static Page Of(CrossResistance cross, string restriction, Session session)
    {
        var papers = cross
            .Measured.Concat(Entries(cross).SelectMany(f => f.PerTherapy).SelectMany(e => e.Items))
            .Select(i => i.Paper)
            .Distinct()
            .ToList();
        var numbers = papers.Select((p, i) => (p, i + 1)).ToDictionary(x => x.p, x => x.Item2);
        var therapies = string.Join(" and ", cross.Therapies.Select(t => t.Label));
        var blocks = new List<Block>
        {
            new Title($"Cross-resistance: {therapies}{(restriction.Length > 0 ? $" ({restriction})" : "")}"),
        };
        if (cross.IsEmpty)
            blocks.Add(new Remark("No evidence item ties them together."));
        if (cross.Measured.Count > 0)
            blocks.Add(
                new Heading("Measured in one study: models or patients resistant to one, tested with the other")
            );
        blocks.AddRange(MeasuredCross.Of(cross).Select(m => Measured(m, numbers)));
        blocks.AddRange(Section("The same feature, separate evidence for each", cross.SharedFeature, numbers));
        blocks.AddRange(Section("Only a mechanism or pathway in common", cross.SharedMechanism, numbers));
        blocks.AddRange(Section("Inverse, or for one of them only", cross.Inverse, numbers));
        blocks.AddRange(References(papers, cross));
        blocks.Add(Parts.Footer(KnowledgeStamp.Of(session.Pack), session.Version));
        return new Page(blocks);
    }

    private static IEnumerable<CrossFeature> Entries(CrossResistance cross) =>
        cross.SharedFeature.Concat(cross.SharedMechanism).Concat(cross.Inverse);

    private static Statement Measured(MeasuredCross measured, Dictionary<Paper, int> numbers)
    {
        var grade = Grading.Letter(measured.Items.Max(Grading.Of));
        var lines = measured.Items.Select(i =>
            $"{Spoken(Terms.States.NameOf(i.State))}: {Effect(i.Effect)} to {Names(i.Therapies)} in those resistant to {Names(i.ResistantTo)}, {Spoken(Terms.Designs.NameOf(i.Design))}{Unconfirmed(i)} [{numbers[i.Paper]}]"
        );
        return new Statement(grade, Parts.ToneOf(grade), measured.Feature, "", Tone.Quiet, [.. lines.Distinct()]);
    }

    private static IEnumerable<Block> Section(
        string title,
        IReadOnlyList<CrossFeature> features,
        Dictionary<Paper, int> numbers
    )
    {
        if (features.Count == 0)
            yield break;
        yield return new Heading($"{title} ({Parts.Number(features.Count)})");
        foreach (var feature in features)
        {
            var weakest = feature.PerTherapy.Min(e => e.Items.Max(Grading.Of));
            var lines = feature.PerTherapy.Select(e => Line(e, numbers)).ToList();
            yield return new Statement(
                Grading.Letter(weakest),
                Parts.ToneOf(Grading.Letter(weakest)),
                feature.Feature,
                "",
                Tone.Quiet,
                lines
            );
        }
    }

    /// <summary>"docetaxel, high: resistance (single source, grade C) [1, 2]"; the findings of different states are named apart.</summary>
    private static string Line(CrossEvidence evidence, Dictionary<Paper, int> numbers)
    {
        var findings = evidence
            .Items.GroupBy(i => (i.State, i.Effect))
            .Select(g => $"{Spoken(Terms.States.NameOf(g.Key.State))}: {Effect(g.Key.Effect)}");
        var grade = Grading.Letter(evidence.Items.Max(Grading.Of));
        var cited = string.Join(", ", evidence.Items.Select(i => numbers[i.Paper]).Distinct().Order());
        return $"{evidence.Therapy.Label}, {string.Join("; ", findings)} ({UtilityText.State(evidence.Verdict)}, grade {grade}) [{cited}]";
    }

    private static IEnumerable<Block> References(List<Paper> papers, CrossResistance cross)
    {
        var unconfirmed = cross.Measured.Where(i => !i.IsConfirmed).Select(i => i.Paper).ToHashSet();
        return Parts.References([
            .. papers.Select(
                (p, i) => new Reference(i + 1, p, unconfirmed.Contains(p) ? Checked.Secondary : Checked.Abstract)
            ),
        ]);
    }

    private static string Effect(Effect effect) =>
        effect switch
        {
            Refractor.Knowledge.Effect.Resistance => "resistance",
            Refractor.Knowledge.Effect.Sensitivity => "sensitivity",
            Refractor.Knowledge.Effect.NoEffect => "no association",
            _ => "no single direction",
        };

    private static string Names(IReadOnlyList<Vocabulary.Therapy> therapies) =>
        string.Join(" + ", therapies.Select(t => t.Label));

    private static string Unconfirmed(EvidenceItem item) => item.IsConfirmed ? "" : ", not confirmed";

    private static string Spoken(string name) => name.Replace('_', ' ');
}
