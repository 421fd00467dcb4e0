using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>
/// Tells where findings on an agent added to the therapy asked for put in doubt what holds for that therapy alone. They are about the
/// added agent and left out otherwise, but who meets the marker under the combination should not be surprised.
/// </summary>
internal sealed class AddedAgents(KnowledgePack pack, TherapyPartition therapies, AnswerOptions options)
{
    private const string Title = "When another agent is added";
    private const int SubjectsPerSentence = 6;

    private readonly FindingTable _findings = FindingTable.Of(pack);

    /// <param name="alone">What holds for the therapy alone, strongest first.</param>
    /// <param name="added">Findings about an added agent.</param>
    public SectionDraft Of(IEnumerable<Association> alone, IReadOnlyList<Found> added)
    {
        var directed = alone
            .Where(a =>
                a.Verdict.Direction is Direction.Resistance or Direction.Sensitivity && IsDeciding(a.Lead.Index)
            )
            .Take(options.All ? int.MaxValue : options.ShortPerSection)
            .ToList();
        var subjects = directed.Select(a => _findings.SubjectOf(a.Lead.Index)).ToHashSet();
        var rows = added
            .Where(f => subjects.Contains(_findings.SubjectOf(f.Row)) && Counts(f))
            .Select(f => f.Row)
            .ToList();
        var doubted = directed
            .Select(a => Together(a, rows))
            .Where(ListPlan.IsContested)
            .Take(options.All ? int.MaxValue : options.FullPerSection);
        return new SectionDraft(Title, [.. doubted.Select(a => ClaimWriter.Sides(a, SubjectsPerSentence))]);
    }

    private bool Counts(Found found) =>
        found.Population == PopulationMatch.Within && found.IsLevelAsked && IsDeciding(found.Row);

    /// <summary>Whether a finding can decide: confirmed, on response, in patients, with a direction or a null result.</summary>
    private bool IsDeciding(int row) => _findings[row] is { Tier: Conflict.PatientTier, Role: EvidenceRole.Response };

    /// <summary>The association judged anew with the findings on the same subject under the added agent.</summary>
    private Association Together(Association alone, List<int> added)
    {
        var lead = alone.Lead.Index;
        var same = added.Where(r =>
            _findings.SubjectOf(r) == _findings.SubjectOf(lead) && therapies.PartOf(r) == therapies.PartOf(lead)
        );
        int[] rows = [.. alone.Items.Select(i => i.Index).Concat(same).Order()];
        return Association.Gather(_findings, rows, _ => 0)[0];
    }
}
