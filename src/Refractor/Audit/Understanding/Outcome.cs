namespace Refractor.Audit.Understanding;

/// <summary>What a clause says that a feature goes with.</summary>
internal enum Outcome
{
    /// <summary>Resistance or worse outcome.</summary>
    Worse,

    /// <summary>Sensitivity or better outcome.</summary>
    Better,

    /// <summary>No association.</summary>
    None,

    /// <summary>The same as what was said before: "just as", "as did".</summary>
    Same,

    /// <summary>A difference without its direction: "the difference was confined to …".</summary>
    Difference,

    /// <summary>Words that only describe the samples: "in chemoresistant models".</summary>
    Description,

    /// <summary>An outcome is named without a direction of its own: "associated with pCR", "pCR was 16 % against 30 %".</summary>
    Measured,
}

/// <summary>A phrase that tells an outcome.</summary>
/// <param name="Outcome">The outcome.</param>
/// <param name="Start">Place of the phrase in the plain text.</param>
/// <param name="End">Place behind the phrase.</param>
/// <param name="IsPlain">Whether it is a bare word such as "resistant", which may only describe the samples.</param>
internal sealed record OutcomePhrase(Outcome Outcome, int Start, int End, bool IsPlain);

/// <summary>What outcomes have in common.</summary>
internal static class Outcomes
{
    /// <summary>Whether an outcome tells a direction, nothing, or what was told before.</summary>
    public static bool IsTold(Outcome outcome) =>
        outcome is Outcome.Better or Outcome.Worse or Outcome.None or Outcome.Same;
}
