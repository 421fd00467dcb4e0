using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Overviews;

namespace Refractor.Cli.Pages;

/// <summary>Parts that several pages share.</summary>
internal static class Parts
{
    private const int DigestShown = 12;
    private const int PapersNamed = 2;

    /// <summary>What every output ends with.</summary>
    public static Footer Footer(KnowledgeStamp stamp, string version) =>
        new(
            $"Knowledge {stamp.Version} (digest {Short(stamp.Digest)}), {Number(stamp.Items)} evidence items, Refractor {version}. Research use only."
        );

    /// <summary>The meaning of the letters in the margin.</summary>
    public static Footer Grades { get; } =
        new(
            "Grades by design: A guideline; B randomised trial or meta-analysis; C+ adjusted cohort of 100 patients or more; C other cohort; C- case series; D experimental model; E computation, review, or not confirmed."
        );

    /// <summary>A digest as printed.</summary>
    public static string Short(string digest) => digest[..Math.Min(DigestShown, digest.Length)];

    /// <summary>A number with thousands separated.</summary>
    public static string Number(int value) => value.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A text with its first letter large; an empty one stays empty.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>"1 paper", "3 papers".</summary>
    public static string Count(int value, string singular, string? plural = null) =>
        $"{Number(value)} {(value == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>How a grade is meant.</summary>
    public static Tone ToneOf(string grade) =>
        grade switch
        {
            "A" or "B" or "C+" => Tone.Good,
            "C" => Tone.Body,
            _ => Tone.Quiet,
        };

    /// <summary>How a state of conflict is meant.</summary>
    public static Tone ToneOf(ConflictState state) =>
        state is ConflictState.Contested or ConflictState.ContextDependent ? Tone.Notice : Tone.Quiet;

    /// <summary>One line for each finding: id, grade and the rule that led to it.</summary>
    public static IEnumerable<string> Explain(IEnumerable<EvidenceItem> items) =>
        items.Select(i => $"{i.Id}: grade {Grading.Letter(Grading.Of(i))}, {Grading.Explain(i).Rule}");

    /// <summary>One line for each association among the findings: its state of conflict and the rule that led to it.</summary>
    public static IEnumerable<string> ExplainConflict(IEnumerable<EvidenceItem> items) =>
        Association
            .Gather(items)
            .Select(a =>
                $"{a.Feature.Name} ({UtilityText.Role(a.Role)}): {UtilityText.State(a.Verdict)}{Gain(a)}; {a.Verdict.Rule}"
            );

    private static string Gain(Association association) =>
        UtilityText.GainSide(association) is { Length: > 0 } gain ? $", {gain}" : "";

    /// <summary>"Burger 2003, Filipits 2005 +3".</summary>
    public static string Papers(IReadOnlyList<Paper> papers)
    {
        var named = string.Join(", ", papers.Take(PapersNamed).Select(PaperText.Short));
        return papers.Count > PapersNamed ? $"{named} +{papers.Count - PapersNamed}" : named;
    }

    /// <summary>The reference list with its heading; nothing when it is empty.</summary>
    public static IEnumerable<Block> References(IReadOnlyList<Reference> references)
    {
        if (references.Count == 0)
            yield break;
        yield return new Heading("References");
        foreach (var (number, paper, status) in references)
        {
            var notes = new[]
            {
                status == Checked.Secondary ? "not confirmed" : null,
                paper.Retracted ? "retracted" : null,
            };
            yield return new Source(
                number,
                PaperText.Of(paper),
                PaperText.Identifiers(paper),
                PaperText.Address(paper),
                string.Join(", ", notes.OfType<string>())
            );
        }
    }
}
