using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>Plans an answer in order of clinical utility: one section for each grade, strongest first, the criteria printed.</summary>
internal sealed class RankPlan(KnowledgePack pack, AnswerOptions options, Question question)
{
    private const int Longest = 40;
    private const int Sentences = 2;

    public IReadOnlyList<SectionDraft> Of(IReadOnlyList<Found> found)
    {
        using var rows = new FoundRows(FindingTable.Of(pack), found, (in _) => true);
        var therapies = new TherapyPartition(pack, question);
        var ranked = ListPlan
            .Ranked(therapies.Gather(rows.Within.Span))
            .Where(a => a.Role != EvidenceRole.Outcome || a.Grade >= EvidenceGrade.B)
            .ToList();
        var shown = options.All ? ranked : ranked.Take(Longest).ToList();
        var sections = shown
            .GroupBy(a => a.Grade)
            .OrderByDescending(g => g.Key)
            .Select(g => new SectionDraft($"Grade {Grading.Letter(g.Key)}", [.. g.Select(Entry)]))
            .ToList();
        var wider = ListPlan.Ranked(therapies.Gather(rows.Wider.Span));
        sections.Add(
            new SectionDraft(
                "In wider populations",
                [.. wider.Take(options.All ? int.MaxValue : Longest / 2).Select(Entry)]
            )
        );
        return sections;
    }

    /// <summary>The findings of the association's grade; weaker ones stand under the grade of their own association or are counted.</summary>
    private ClaimDraft Entry(Association association)
    {
        var best = association.Items.Where(i => Grading.Of(i) == association.Grade).ToList();
        var draft = ClaimWriter.Some(association, best, options.All ? int.MaxValue : Sentences);
        return draft with { Text = draft.Text + " " + Components(association) };
    }

    private static string Components(Association association)
    {
        var utility = association.Utility;
        var design = utility.PredictiveDesign switch
        {
            3 => "treatment interaction tested",
            2 => "both randomised arms shown",
            1 => "treated patients only",
            _ => "no design to tell predictive from prognostic",
        };
        var validation = utility.Validation switch
        {
            3 => "prospectively validated",
            2 => "externally validated",
            1 => "internally validated",
            _ => "no validation recorded",
        };
        var sources =
            utility.Sources == 1 ? "one independent source" : $"{Prose.CountWord(utility.Sources)} independent sources";
        var state = Conflict.NameOf(association.Verdict.State).Replace('_', ' ');
        return $"Grade {Grading.Letter(utility.Grade)}; {state}; {design}; {sources}; {validation}.";
    }
}
