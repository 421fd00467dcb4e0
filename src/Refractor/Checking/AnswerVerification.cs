namespace Refractor.Checking;

/// <summary>Whether a claim of an answer file holds.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Fault">Why it does not hold; null when it holds.</param>
public sealed record ClaimVerdict(StatedClaim Claim, string? Fault);

/// <summary>Whether a reference of an answer file is that of the knowledge.</summary>
/// <param name="Reference">The reference.</param>
/// <param name="Fault">Why it is not; null when it is.</param>
public sealed record ReferenceVerdict(StatedReference Reference, string? Fault);

/// <summary>The verdict on an answer file.</summary>
/// <param name="File">The file.</param>
/// <param name="Claims">A verdict for each claim, in order.</param>
/// <param name="References">A verdict for each reference, in order.</param>
/// <param name="Warnings">What a reader should know, such as another version of the knowledge.</param>
public sealed record AnswerVerification(
    AnswerFile File,
    IReadOnlyList<ClaimVerdict> Claims,
    IReadOnlyList<ReferenceVerdict> References,
    IReadOnlyList<string> Warnings
)
{
    /// <summary>Whether every claim and every reference holds.</summary>
    public bool Holds => Claims.All(c => c.Fault is null) && References.All(r => r.Fault is null);
}
