using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>Plans an answer on cross-resistance: measured, shared feature, shared mechanism, inverse.</summary>
internal sealed class CrossPlan(AnswerOptions options)
{
    private const int Sentences = 3;
    private const int Features = 10;
    private const int GroupItems = 4;
    private const int Groups = 5;

    /// <summary>The same as a part of a longer answer: measured, shared and inverse, each finding in one sentence.</summary>
    public IReadOnlyList<SectionDraft> Brief(CrossResistance cross) =>
        [
            new SectionDraft(
                "Cross-resistance: measured in one study",
                [.. ListPlan.Ranked(cross.Measured).Select(a => ClaimWriter.Full(a, 1))]
            ),
            new SectionDraft(
                "Cross-resistance: the same feature, with separate evidence for each therapy",
                BriefClaims(cross.SharedFeature)
            ),
            new SectionDraft(
                "Cross-resistance: only a mechanism or pathway in common",
                [.. Limited(cross.SharedMechanism).Take(options.All ? int.MaxValue : Groups).Select(GroupClaim)]
            ),
            new SectionDraft("Cross-resistance: resistance to one, not to the other", BriefClaims(cross.Inverse)),
        ];

    private List<ClaimDraft> BriefClaims(IReadOnlyList<CrossFeature> features) =>
        options.All ? Claims(features) : [.. features.Take(Features).Select(Brief)];

    /// <summary>The strongest directed or null finding of each therapy, in one claim.</summary>
    private static ClaimDraft Brief(CrossFeature feature)
    {
        var items = feature.PerTherapy.Select(e => e.Items.FirstOrDefault(i => i.Effect != Effect.Mixed) ?? e.Items[0]);
        return ClaimWriter.Short([.. items.Distinct()], Weakest(feature));
    }

    /// <summary>The least settled of the verdicts under the therapies.</summary>
    private static ConflictState Weakest(CrossFeature feature)
    {
        ConflictState[] unsettled =
        [
            ConflictState.Contested,
            ConflictState.ContextDependent,
            ConflictState.SingleSource,
        ];
        var states = feature.PerTherapy.Select(e => e.Verdict.State).ToList();
        return Array.Exists(unsettled, states.Contains) ? unsettled.First(states.Contains) : states[0];
    }

    /// <summary>All kinds, each finding with its figures.</summary>
    public IReadOnlyList<SectionDraft> Of(CrossResistance cross) =>
        [
            new SectionDraft(
                "Cross-resistance measured in one study",
                [.. ListPlan.Ranked(cross.Measured).Select(a => ClaimWriter.Full(a))]
            ),
            new SectionDraft("The same feature, with separate evidence for each therapy", Claims(cross.SharedFeature)),
            new SectionDraft(
                "Only a mechanism or pathway in common",
                [.. Limited(cross.SharedMechanism).Select(GroupClaim)]
            ),
            new SectionDraft("Resistance to one, not to the other", Claims(cross.Inverse)),
        ];

    private IEnumerable<CrossFeature> Limited(IReadOnlyList<CrossFeature> features) =>
        options.All ? features : features.Take(Features);

    /// <summary>The strongest features in full, the others in short.</summary>
    private List<ClaimDraft> Claims(IReadOnlyList<CrossFeature> features)
    {
        var full = options.All ? features.Count : Features;
        var claims = features
            .Take(full)
            .SelectMany(Associations)
            .Select(a => ClaimWriter.Full(a, options.All ? int.MaxValue : Sentences))
            .ToList();
        claims.AddRange(
            ListPlan.ShortClaims(features.Skip(full).Take(options.ShortPerSection).SelectMany(Associations))
        );
        return claims;
    }

    private static IEnumerable<Association> Associations(CrossFeature feature) =>
        feature.PerTherapy.SelectMany(e => Association.Gather(e.Items));

    /// <summary>The strongest findings of each therapy on members of the group.</summary>
    private ClaimDraft GroupClaim(CrossFeature group)
    {
        var take = options.All ? int.MaxValue : GroupItems;
        var items = group.PerTherapy.SelectMany(e => e.Items.DistinctBy(i => i.Feature).Take(take)).Distinct().ToList();
        var draft = ClaimWriter.Short(items, ConflictState.SingleSource);
        return draft with { Text = $"{Prose.Capitalised(group.Feature)}: {draft.Text}" };
    }
}
