using Refractor.Answers;
using Refractor.Checking;

namespace Refractor.Cli.Pages;

/// <summary>Lays the verdict on an answer file out for reading.</summary>
internal static class VerificationPage
{
    public static Page Of(AnswerVerification verification, KnowledgeStamp stamp, string version)
    {
        var blocks = new List<Block> { new Title(verification.File.Question ?? verification.File.Name) };
        blocks.AddRange(verification.Warnings.Select(w => new Remark(w, Tone.Notice)));
        foreach (var section in verification.Claims.GroupBy(c => c.Claim.Section))
        {
            blocks.Add(new Heading(section.Key));
            blocks.AddRange(section.Select(Of));
        }
        var wrong = verification.References.Where(r => r.Fault is not null).ToList();
        if (wrong.Count > 0)
            blocks.Add(new Heading("References that do not hold"));
        blocks.AddRange(wrong.Select(r => new Statement("no", Tone.Bad, $"[{r.Reference.Number}] {r.Fault}.")));
        blocks.Add(new Remark(Counts(verification), verification.Holds ? Tone.Good : Tone.Bad));
        blocks.Add(Parts.Footer(stamp, version));
        return new Page(blocks);
    }

    private static Statement Of(ClaimVerdict verdict) =>
        verdict.Fault is null
            ? new Statement("holds", Tone.Good, verdict.Claim.Text)
            : new Statement("no", Tone.Bad, verdict.Claim.Text, $"does not hold: {verdict.Fault}", Tone.Bad);

    private static string Counts(AnswerVerification verification)
    {
        var holding = verification.Claims.Count(c => c.Fault is null);
        var references = verification.References.Count(r => r.Fault is null);
        return $"{Parts.Number(holding)} of {Parts.Count(verification.Claims.Count, "claim")} hold; {Parts.Number(references)} of {Parts.Count(verification.References.Count, "reference")} hold.";
    }
}
