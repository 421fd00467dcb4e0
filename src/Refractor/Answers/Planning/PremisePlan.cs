using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>Sets what a question takes for granted beside the evidence.</summary>
internal static class PremisePlan
{
    /// <summary>A correction, when the strongest evidence points the other way; else null.</summary>
    public static SectionDraft? Of(Question question, IReadOnlyList<EvidenceItem> items)
    {
        if (question.Presumed is not { } presumed)
            return null;
        var response = ListPlan
            .Ranked(items.Where(i => i.IsConfirmed))
            .Where(a => a.Role == EvidenceRole.Response)
            .ToList();
        var opposed = response.Where(a => Opposes(a, question.State, presumed)).ToList();
        var agreeing = response.Where(a => Supports(a, question.State, presumed)).ToList();
        if (opposed.Count == 0 || (agreeing.Count > 0 && agreeing.Max(a => a.Grade) >= opposed.Max(a => a.Grade)))
            return null;
        var claims = opposed.Select((a, i) => i == 0 ? Correction(a, presumed) : ClaimWriter.Full(a, 3)).ToList();
        return new SectionDraft("The premise does not hold", claims);
    }

    private static bool Opposes(Association association, AskedState state, Direction presumed)
    {
        var expected = OnGainSide(association.Aspect, state, presumed);
        return association.Verdict.Direction == Aspects.Opposite(expected)
            || association.Verdict.State == ConflictState.NullOnly;
    }

    private static bool Supports(Association association, AskedState state, Direction presumed) =>
        association.Verdict.Direction == OnGainSide(association.Aspect, state, presumed)
        || association.Verdict.State is ConflictState.Contested or ConflictState.ContextDependent;

    /// <summary>Loss of a gene is a variant when its sequence is meant, and a low amount when its product is.</summary>
    private static Direction OnGainSide(Aspect aspect, AskedState state, Direction presumed) =>
        state == AskedState.Loss && aspect is Aspect.Amount ? Aspects.Opposite(presumed) : presumed;

    private static ClaimDraft Correction(Association association, Direction presumed)
    {
        var draft = ClaimWriter.Full(association, 3);
        var taken = presumed == Direction.Resistance ? "resistance" : "sensitivity";
        return draft with
        {
            Text = $"Contrary to the premise of {taken}, the evidence held here says otherwise. {draft.Text}",
        };
    }
}
