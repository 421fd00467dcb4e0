using Refractor.Answers;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Overviews;
using Refractor.Weighing;

namespace Refractor.Cli.Pages;

/// <summary>Lays an answer out for reading.</summary>
internal static class AnswerPage
{
    /// <param name="answer">The answer.</param>
    /// <param name="inCohorts">What cohorts say of the findings cited; null for none.</param>
    /// <param name="session">Knowledge and version.</param>
    /// <param name="explain">Whether the rules behind grades and states are printed.</param>
    public static Page Of(Answer answer, CohortEvidence? inCohorts, Session session, bool explain)
    {
        var blocks = new List<Block> { new Title(answer.Reading.Text) };
        blocks.AddRange(ReadingText.Of(answer.Reading));
        foreach (var section in answer.Sections)
        {
            blocks.Add(new Heading(section.Title));
            blocks.AddRange(section.Claims.Select(c => Of(c, session.Pack, explain)));
        }
        blocks.AddRange(CohortEvidenceBlocks.Of(inCohorts, answer.References, explain, session.Pack.Lexicon));
        if (!answer.IsAnswered)
            blocks.Add(new Heading("Not answered"));
        blocks.AddRange(Searched(answer));
        blocks.AddRange(Parts.References(answer.References));
        if (answer.IsAnswered)
            blocks.Add(Parts.Grades);
        blocks.Add(Parts.Footer(answer.Knowledge, session.Version));
        return new Page(blocks);
    }

    private static Statement Of(Claim claim, KnowledgePack pack, bool explain)
    {
        var state = Enum.GetValues<ConflictState>().First(s => Conflict.NameOf(s) == claim.State);
        var after = UtilityText.State(state);
        if (!explain)
            return new Statement(claim.Grade, Parts.ToneOf(claim.Grade), claim.Text, after, Parts.ToneOf(state));
        var items = claim.Evidence.Select(pack.FindItem).OfType<EvidenceItem>().ToList();
        return new Statement(
            claim.Grade,
            Parts.ToneOf(claim.Grade),
            claim.Text,
            after,
            Parts.ToneOf(state),
            [.. Parts.Explain(items), .. Parts.ExplainConflict(items)]
        );
    }

    private static IEnumerable<Block> Searched(Answer answer)
    {
        if (answer.IsAnswered)
        {
            yield return new Heading("What was searched");
            yield return new Statement(
                "",
                Tone.Body,
                string.Join(' ', answer.Searched.Nearest.Prepend(answer.Searched.Text))
            );
        }
        else
        {
            yield return new Statement("", Tone.Body, answer.Searched.Text);
            foreach (var near in answer.Searched.Nearest)
                yield return new Statement("-", Tone.Quiet, near);
        }
        foreach (var removed in answer.Removed)
            yield return new Statement(
                "",
                Tone.Body,
                $"A sentence did not pass the check and was removed ({string.Join(", ", removed.Evidence)}): {removed.Reason}",
                "",
                Tone.Notice
            );
    }
}
