using Refractor.Answers.Retrieval;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>What a question's answer will say, before it is checked.</summary>
/// <param name="Sections">Sections, the empty ones left out.</param>
/// <param name="Search">What was found and left out.</param>
internal sealed record AnswerPlan(IReadOnlyList<SectionDraft> Sections, SearchResult Search);

/// <summary>Chooses the sections that fit the intent of a question.</summary>
internal sealed class AnswerPlanner(KnowledgePack pack, AnswerOptions options)
{
    /// <summary>Up to this many named features are answered one by one; more of them are answered as a list.</summary>
    private const int FewFeatures = 5;

    private readonly EvidenceSearch _search = new(pack);

    public AnswerPlan Plan(Question question)
    {
        var search = PromoteOtherLevels(question, _search.Find(question));
        if (search.Main.Count == 0 && WithMembersOfPathways(question) is { } widened)
            search = PromoteOtherLevels(question = widened, _search.Find(widened));
        var sections = Sections(question, search);
        return new AnswerPlan([.. sections.Where(s => s.Claims.Count > 0)], search);
    }

    /// <summary>A pathway without findings of its own is asked for by its members; null when no named feature is a pathway of a group.</summary>
    private Question? WithMembersOfPathways(Question question)
    {
        var groups = pack
            .Lexicon.Entries.Groups.Where(g =>
                question.Features.Any(f => f.Type == FeatureType.Pathway && pack.Lexicon.MembersOf(g).Contains(f))
            )
            .ToList();
        return groups.Count == 0
            ? null
            : question with
            {
                Features = [.. question.Features.Where(f => f.Type != FeatureType.Pathway)],
                Groups = [.. question.Groups, .. groups],
            };
    }

    /// <summary>
    /// RNA and protein of a named feature stand for each other when the one asked for was not measured; mutation and methylation do not.
    /// </summary>
    private static SearchResult PromoteOtherLevels(Question question, SearchResult search)
    {
        var amounts = question.Levels.All(l =>
            l
                is Level.RnaExpression
                    or Level.ProteinExpression
                    or Level.ProteinActivity
                    or Level.CopyNumber
                    or Level.NcRnaExpression
        );
        if (search.Main.Count > 0 || !amounts || question.Features.Count == 0)
            return search;
        var direct = search.OtherLevels.Where(f => f.Therapy != TherapyMatch.Unspecified).ToList();
        return search with { Main = direct, OtherLevels = [.. search.OtherLevels.Except(direct)] };
    }

    private IEnumerable<SectionDraft> Sections(Question question, SearchResult search)
    {
        if (question.Intent == Intent.Count)
        {
            var count = new CountPlan(pack);
            var counted = count.Items(question);
            return counted.Count == 0
                ? []
                : count.Of(question, counted).Concat(List(question).Of([.. counted.Select(Found.Exact)]));
        }
        if (question.Intent == Intent.CrossResistance)
            return Cross(question, search);
        if (search.Main.Count == 0 || !HasEvidenceOfItsOwn(question))
            return [];
        var body = Body(question, search);
        if (question.AsksCross)
            body = body.Concat(
                new CrossPlan(options).Brief(
                    CrossResistance.Of(pack, question.Therapies, i => IsAskedPopulation(question, i))
                )
            );
        return WithPremise(question, search, body);
    }

    /// <summary>A therapy of which nothing is known is not answered by the evidence on its class.</summary>
    private bool HasEvidenceOfItsOwn(Question question) =>
        question.Therapies.Count == 0
        || pack.Lexicon.Therapies.Any(t =>
            pack.Index.Of(t).Count > 0 && question.Therapies.Any(a => pack.Lexicon.IsWithin(t, a))
        );

    private ListPlan List(Question question) => new(pack, options, question);

    private IEnumerable<SectionDraft> Body(Question question, SearchResult search)
    {
        var features = question.AskedFeatures(pack.Lexicon).Count();
        return question.Intent switch
        {
            Intent.Rank => new RankPlan(pack, options, question).Of(search.Main),
            _ when features is > 0 and <= FewFeatures => new FeaturePlan(pack, question, options).Of(search),
            Intent.Compare => Compare(question, search),
            Intent.Conflict => List(question).Of(search.Main).Where(s => s.Title == "What is contested"),
            Intent.List or Intent.Feature => List(question).Of(search.Main, search.AddedAgent),
            _ => List(question).Of(search.Main),
        };
    }

    /// <summary>The alternatives of a comparison without named features, one after the other.</summary>
    private IEnumerable<SectionDraft> Compare(Question question, SearchResult search)
    {
        if (question.Subtypes.Count < 2)
            return List(question).Of(search.Main);
        return question.Subtypes.SelectMany(s =>
            List(question)
                .Of([.. search.Main.Where(f => f.In(pack).Subtype is { } of && pack.Lexicon.IsWithin(of, s))])
                .Select(section => section with { Title = $"{Prose.Capitalised(s.Label)} disease: {section.Title}" })
        );
    }

    private IEnumerable<SectionDraft> Cross(Question question, SearchResult search)
    {
        if (question.Therapies.Count == 1)
            return OpenCross(question);
        var features = question.AskedFeatures(pack.Lexicon).ToHashSet();
        bool Fits(EvidenceItem item) =>
            (features.Count == 0 || features.Contains(item.Feature) || item.Relation == Relation.CrossResistance)
            && IsAskedPopulation(question, item);
        var sections = new CrossPlan(options)
            .Of(CrossResistance.Of(pack, question.Therapies, Fits))
            .Where(s => s.Claims.Count > 0)
            .ToList();
        var isPair = question.Therapies.Count > 1 && features.Count > 0 && sections.Count == 0;
        return isPair ? new FeaturePlan(pack, question, options).Of(search) : sections;
    }

    private bool IsAskedPopulation(Question question, EvidenceItem item) =>
        question.Subtypes.Count == 0
        || question.Subtypes.Any(s => item.Subtype is { } of && pack.Lexicon.IsWithin(of, s));

    /// <summary>Cross-resistance with one side open: everything measured in models or patients resistant to the therapy, or under it.</summary>
    private List<SectionDraft> OpenCross(Question question)
    {
        var therapy = question.Therapies[0];
        var collateral = question.Text.Contains("collateral", StringComparison.OrdinalIgnoreCase);
        bool Touches(Therapy t) =>
            pack.Lexicon.IsWithin(t, therapy) || (t.Kind == TherapyKind.Class && pack.Lexicon.IsWithin(therapy, t));
        var measured = pack.Items.Where(i =>
            i.Relation == Relation.CrossResistance
            && (i.ResistantTo.Any(Touches) || i.Therapies.Any(Touches))
            && (!collateral || i.Effect == Effect.Sensitivity)
        );
        return
        [
            new SectionDraft(
                "Cross-resistance measured in one study",
                [.. ListPlan.Ranked(measured).Select(a => ClaimWriter.Full(a))]
            ),
        ];
    }

    private IEnumerable<SectionDraft> WithPremise(
        Question question,
        SearchResult search,
        IEnumerable<SectionDraft> body
    )
    {
        var named = question.AskedFeatures(pack.Lexicon).ToHashSet();
        if (named.Count == 0 || question.Presumed is null)
            return body;
        var items = search.Main.Where(f => f.Population != PopulationMatch.None).Select(f => f.In(pack));
        var about = items
            .Where(i => named.Contains(i.Feature) || i.Feature.Genes.Any(g => named.Any(n => n.Name == g)))
            .ToList();
        if (PremisePlan.Of(question, about) is not { } correction)
            return body;
        var told = correction.Claims.SelectMany(c => c.Items).ToHashSet();
        var rest = body.Select(s => s with { Claims = [.. s.Claims.Where(c => !c.Items.All(told.Contains))] });
        var corrected = rest.Prepend(correction);
        return question.Presumed == Direction.Resistance && question.Therapies.Count > 0
            ? corrected.Append(WhatDoesResist(question, named))
            : corrected;
    }

    /// <summary>What is tied to resistance to the therapy, for a reader whose premise fell.</summary>
    private SectionDraft WhatDoesResist(Question question, HashSet<Feature> named)
    {
        var open = question with
        {
            Features = [],
            Groups = [],
            Levels = [],
            Types = [],
            Presumed = null,
            Intent = Intent.List,
        };
        var resistance = _search
            .Find(open)
            .Main.Where(f =>
                f.IsExact
                && f.In(pack).IsConfirmed
                && f.In(pack).Effect == Effect.Resistance
                && !named.Contains(f.In(pack).Feature)
            );
        var ranked = ListPlan
            .Ranked(resistance.Select(f => f.In(pack)))
            .Where(a => a.Verdict.State != ConflictState.Unconfirmed);
        return new SectionDraft(
            "What is associated with resistance instead",
            [.. ListPlan.ShortClaims(ranked.Take(options.All ? int.MaxValue : options.ShortPerSection / 2))]
        );
    }
}
