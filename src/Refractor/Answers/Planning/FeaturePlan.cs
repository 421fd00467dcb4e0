using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>Plans an answer on a few named features: by therapy or by population, response first, then outcome and change.</summary>
internal sealed class FeaturePlan(KnowledgePack pack, Question question, AnswerOptions options)
{
    private readonly TherapyPartition _therapies = new(pack, question);
    private const int Sentences = 6;
    private const int OthersNamed = 30;
    private readonly TherapyBuckets _buckets = new(pack.Lexicon);

    public IReadOnlyList<SectionDraft> Of(SearchResult search)
    {
        var confirmed = search.Main.Where(f => f.In(pack).IsConfirmed).ToList();
        var sections = new List<SectionDraft>();
        if (question.Intent == Intent.Compare && question.Subtypes.Count > 1)
            sections.AddRange(BySubtype(confirmed));
        else if (question.Intent == Intent.Compare && question.Settings.Count > 1)
            sections.AddRange(By(confirmed, f => SettingTitle(f.In(pack))));
        else
            sections.AddRange(ByTherapy(confirmed));
        if (question.Intent is Intent.List or Intent.Feature)
            sections.Add(WithAddedAgent(confirmed, search.AddedAgent));
        sections.Add(
            new SectionDraft(
                "Not confirmed",
                Short(search.Main.Where(f => !f.In(pack).IsConfirmed), confirmedOnly: false)
            )
        );
        return sections;
    }

    private SectionDraft WithAddedAgent(List<Found> confirmed, IReadOnlyList<Found> added)
    {
        var within = confirmed.Where(f => f.Population == PopulationMatch.Within).Select(f => f.Row);
        var alone = ListPlan.Ranked(_therapies.Gather([.. within]));
        return new AddedAgents(pack, _therapies, options).Of(alone, added);
    }

    private IEnumerable<SectionDraft> BySubtype(List<Found> found)
    {
        foreach (var subtype in question.Subtypes)
        {
            var within = found.Where(f => f.In(pack).Subtype is { } s && pack.Lexicon.IsWithin(s, subtype)).ToList();
            yield return Section($"In {subtype.Label} disease", within);
        }
        yield return Section("In wider populations", found.Where(f => f.Population == PopulationMatch.Wider));
    }

    private IEnumerable<SectionDraft> ByTherapy(List<Found> found)
    {
        var within = found.Where(f => f.Population == PopulationMatch.Within).ToList();
        var sections = question.Therapies.Count switch
        {
            0 => By(within, f => _buckets.TitleOf(f.In(pack))),
            1 => [Section("Evidence", within)],
            _ => By(within, f => TitleOf(f.In(pack))),
        };
        return sections.Append(
            Section("In wider populations", found.Where(f => f.Population == PopulationMatch.Wider))
        );
    }

    private string TitleOf(EvidenceItem item)
    {
        var asked = question.Therapies.FirstOrDefault(a => item.Therapies.Any(t => pack.Lexicon.IsWithin(t, a)));
        return asked is null ? _buckets.TitleOf(item) : Prose.Capitalised(asked.Label);
    }

    private static string SettingTitle(EvidenceItem item) =>
        item.Setting switch
        {
            Setting.Neoadjuvant or Setting.Adjuvant => "In early disease",
            Setting.Metastatic => "In metastatic disease",
            Setting.Any => "In several settings",
            _ => "In models",
        };

    private IEnumerable<SectionDraft> By(List<Found> found, Func<Found, string> title) =>
        found.GroupBy(title).OrderBy(g => g.Key == "In models").Select(g => Section(g.Key, g));

    private SectionDraft Section(string title, IEnumerable<Found> found)
    {
        var associations = ListPlan
            .Ranked(_therapies.Gather([.. found.Select(f => f.Row)]))
            .OrderBy(a => a.Role == EvidenceRole.Response ? 0 : 1)
            .ToList();
        return new SectionDraft(
            title,
            [
                .. associations.Select(a =>
                    options.All ? ClaimWriter.Full(a) : ClaimWriter.Full(a, Sentences, OthersNamed)
                ),
            ]
        );
    }

    private List<ClaimDraft> Short(IEnumerable<Found> found, bool confirmedOnly = true) =>
        [
            .. ListPlan.ShortClaims(
                ListPlan.Ranked(found.Select(f => f.In(pack)).Where(i => i.IsConfirmed || !confirmedOnly))
            ),
        ];
}
