using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;

namespace Refractor.Answers.Planning;

/// <summary>Plans an answer over many features: a summary, sections by level, then what is contested, null, wider and unconfirmed.</summary>
internal sealed class ListPlan(KnowledgePack pack, AnswerOptions options, Question question)
{
    private readonly TherapyPartition _therapies = new(pack, question);
    private const int SummaryFeatures = 8;
    private const int SubjectsPerSentence = 6;
    private const int OthersNamed = 2;

    /// <summary>Beyond this many findings, those without a direction are left to --all.</summary>
    private const int SomeFindings = 60;

    /// <summary>Beyond this many findings, computations and statements of reviews are left to --all.</summary>
    private const int ManyFindings = 150;

    /// <param name="found">The findings to tell.</param>
    /// <param name="added">Findings about an agent added to the therapy asked for; null when they do not matter.</param>
    public IReadOnlyList<SectionDraft> Of(IReadOnlyList<Found> found, IReadOnlyList<Found>? added = null)
    {
        using var told = Told(found);
        var confirmed = Ranked(_therapies.Gather(told.Within.Span));
        var wider = Ranked(_therapies.Gather(told.Wider.Span));
        var ofClass = Ranked(_therapies.Gather(told.OfClass.Span));
        var unconfirmed = Ranked(_therapies.Gather(told.Unconfirmed.Span));
        var prognostic = confirmed.Where(a => a.Role == EvidenceRole.Outcome).ToList();
        var within = confirmed.Except(prognostic).ToList();
        var contested = within.Where(IsContested).ToList();
        var nulls = within.Where(a => a.Verdict.State == ConflictState.NullOnly).ToList();
        var agreed = within.Except(contested).Except(nulls).ToList();
        var sections = new List<SectionDraft> { Summary(agreed, contested) };
        foreach (var title in LevelSections.Titles)
            sections.Add(Section(title, [.. agreed.Where(a => LevelSections.TitleOf(a.Lead) == title)], sentences: 1));
        sections.Add(Contested(contested));
        sections.Add(new AddedAgents(pack, _therapies, options).Of(agreed, added ?? []));
        sections.Add(Section("What was tested and failed", nulls, sentences: 1));
        sections.Add(
            new SectionDraft(
                "Prognostic, not shown to depend on the therapy",
                [.. ShortClaims(Fewer(prognostic), options.All)]
            )
        );
        sections.Add(
            new SectionDraft("On the class, the agent not named", [.. ShortClaims(Limited(ofClass), options.All)])
        );
        sections.Add(new SectionDraft("In wider populations", [.. ShortClaims(Limited(wider), options.All)]));
        sections.Add(new SectionDraft("Not confirmed", [.. ShortClaims(Fewer(unconfirmed), options.All)]));
        return sections;
    }

    /// <summary>Associations of the items, strongest first.</summary>
    public static List<Association> Ranked(IEnumerable<EvidenceItem> items) => Ranked(Association.Gather(items));

    /// <summary>Associations, strongest first.</summary>
    public static List<Association> Ranked(IEnumerable<Association> associations) =>
        [
            .. associations
                .SelectMany(ByRegimenWithinSource)
                .OrderBy(a => a.Utility, ClinicalUtility.StrongestFirst)
                .ThenByDescending(a => a.Lead.N ?? 0)
                .ThenBy(a => a.Lead.Id, StringComparer.Ordinal),
        ];

    /// <summary>One paper that finds opposite directions under different regimens is no dispute: each regimen stands for itself.</summary>
    private static IEnumerable<Association> ByRegimenWithinSource(Association association)
    {
        if (!IsContested(association) || association.Verdict.Sources > 1)
            return [association];
        return association
            .Items.GroupBy(i => string.Join('+', i.Therapies.Select(t => t.Name)))
            .SelectMany(g => Association.Gather(g));
    }

    public static bool IsContested(Association association) =>
        association.Verdict.State is ConflictState.Contested or ConflictState.ContextDependent;

    /// <summary>In a long answer, findings without a direction and the weakest designs are left to --all.</summary>
    private FoundRows Told(IReadOnlyList<Found> found)
    {
        var undirected = options.All || found.Count <= SomeFindings || question.Intent == Intent.Change;
        var weakest = options.All || found.Count <= ManyFindings;
        var agentsAsked = found.Any(f => f.Therapy == TherapyMatch.Direct);
        return new FoundRows(FindingTable.Of(pack), found, IsTold, classApart: agentsAsked);

        bool IsTold(in Finding f) =>
            (undirected || f.Effect != Effect.Mixed) && (weakest || !f.IsConfirmed || f.Grade != EvidenceGrade.E);
    }

    /// <summary>Contested associations, each with all its sides in one claim.</summary>
    private SectionDraft Contested(List<Association> contested)
    {
        var full = options.All ? contested.Count : options.FullPerSection;
        var claims = contested
            .Take(full)
            .Select(a => options.All ? ClaimWriter.Full(a) : ClaimWriter.Full(a, 2, OthersNamed))
            .ToList();
        claims.AddRange(Limited(contested.Skip(full)).Select(a => ClaimWriter.Sides(a, SubjectsPerSentence)));
        return new SectionDraft("What is contested", claims);
    }

    /// <summary>A section with the strongest associations in full and the others in short.</summary>
    public SectionDraft Section(string title, IReadOnlyList<Association> associations, int sentences)
    {
        var full = options.All ? associations.Count : options.FullPerSection;
        var claims = associations
            .Take(full)
            .Select(a => options.All ? ClaimWriter.Full(a) : ClaimWriter.Full(a, sentences, OthersNamed))
            .ToList();
        claims.AddRange(ShortClaims(Limited(associations.Skip(full)), options.All));
        return new SectionDraft(title, claims);
    }

    /// <summary>Short claims, each on findings of one grade, one effect and one state of conflict.</summary>
    /// <param name="associations">The associations, strongest first.</param>
    /// <param name="all">Every finding, or for each state and effect of a feature the strongest only.</param>
    public static IEnumerable<ClaimDraft> ShortClaims(IEnumerable<Association> associations, bool all = true) =>
        associations
            .SelectMany(a =>
                (all ? a.Items : a.Items.DistinctBy(StateAndEffect)).Select(i => new Grouped(i, a.Verdict.State))
            )
            .GroupBy(t => t.Kind)
            .SelectMany(g => Chunks(g.Select(t => t.Item)).Select(items => ClaimWriter.Short(items, g.First().State)));

    private static IEnumerable<List<EvidenceItem>> Chunks(IEnumerable<EvidenceItem> items) =>
        items
            .GroupBy(i => i.Feature.Name + Terms.States.NameOf(i.State))
            .Chunk(SubjectsPerSentence)
            .Select(chunk => chunk.SelectMany(g => g).ToList());

    private static string StateAndEffect(EvidenceItem item) =>
        Terms.States.NameOf(item.State) + Terms.Effects.NameOf(item.Effect);

    /// <summary>
    /// A finding with the state of its association. Grouped by text: keys of value types make the runtime compile their collections
    /// anew at every start.
    /// </summary>
    private sealed class Grouped(EvidenceItem item, ConflictState ofAssociation)
    {
        public EvidenceItem Item => item;

        public ConflictState State { get; } = ClaimWriter.Oriented(ofAssociation, item);

        private string Role =>
            Aspects.RoleOf(Item) switch
            {
                EvidenceRole.Outcome => "outcome",
                EvidenceRole.Change => "change",
                _ => "response",
            };

        public string Kind =>
            $"{Grading.Letter(Grading.Of(Item))} {Conflict.NameOf(State)} {Terms.Effects.NameOf(Item.Effect)} {Role} {(Item.IsClinical ? "patients" : "models")}";
    }

    private IEnumerable<Association> Limited(IEnumerable<Association> associations) =>
        options.All ? associations : associations.Take(options.ShortPerSection);

    /// <summary>Half as many, where a reader needs an idea rather than a list.</summary>
    private IEnumerable<Association> Fewer(List<Association> associations) =>
        options.All ? associations : associations.Take(options.ShortPerSection / 2);

    /// <summary>The best finding of each of the strongest associations.</summary>
    private static SectionDraft Summary(List<Association> agreed, List<Association> contested)
    {
        if (agreed.Count + contested.Count <= SummaryFeatures)
            return new SectionDraft("Summary", []);
        var strongest = agreed.Where(a => a.Role == EvidenceRole.Response).Take(SummaryFeatures).ToList();
        var claims = strongest
            .Select(a => new Grouped(a.Lead, a.Verdict.State))
            .GroupBy(t => t.Kind)
            .Select(g => ClaimWriter.Short([.. g.Select(t => t.Item)], g.First().State))
            .ToList();
        var disputed = contested.Where(a => a.Role == EvidenceRole.Response).Take(SummaryFeatures / 2).ToList();
        claims.AddRange(disputed.Select(ClaimWriter.Contested));
        return new SectionDraft("Summary", claims);
    }
}
