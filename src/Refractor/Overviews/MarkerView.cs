using Refractor.Answers;
using Refractor.Answers.Writing;
using Refractor.Associations;
using Refractor.Checking;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>A sentence on some findings of one association.</summary>
/// <param name="Text">The sentence with citation numbers; null when none passed the check, then only the findings are shown.</param>
/// <param name="Items">The findings.</param>
public sealed record MarkerClaim(string? Text, IReadOnlyList<EvidenceItem> Items);

/// <summary>What is known of one property of a feature under one therapy.</summary>
/// <param name="Therapy">The therapy or its leading class; null when no therapy is part of the findings.</param>
/// <param name="Association">The findings with conflict and grade.</param>
/// <param name="Claims">The findings in sentences, those that agree together.</param>
public sealed record MarkerAssociation(Therapy? Therapy, Association Association, IReadOnlyList<MarkerClaim> Claims)
{
    /// <summary>Name of the therapy as printed.</summary>
    public string TherapyLabel => TherapyFiling.Label(Therapy);

    /// <summary>The subtype that all findings share; null when they differ or it is not recorded.</summary>
    public Subtype? Subtype
    {
        get
        {
            var first = Association.Items[0].Subtype;
            return first is { Name: not "any" } && Association.Items.All(i => i.Subtype == first) ? first : null;
        }
    }
}

/// <summary>Everything known of one feature, by therapy, role and property; combined features that name the gene included.</summary>
public sealed record MarkerView
{
    /// <summary>The feature.</summary>
    public required Feature Feature { get; init; }

    /// <summary>Associations by therapy, strongest first within each.</summary>
    public required IReadOnlyList<MarkerAssociation> Associations { get; init; }

    /// <summary>Papers by number.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>Related features with evidence of their own, which are not shown here.</summary>
    public required IReadOnlyList<Feature> Related { get; init; }

    /// <summary>Which knowledge this rests on.</summary>
    public required KnowledgeStamp Knowledge { get; init; }

    /// <summary>Whether nothing is known of the feature.</summary>
    public bool IsEmpty => Associations.Count == 0;

    /// <summary>Gathers what a pack holds on a feature.</summary>
    public static MarkerView Of(KnowledgePack pack, Feature feature)
    {
        var items = pack
            .Lexicon.CombinedWith(feature)
            .Prepend(feature)
            .Distinct()
            .SelectMany(f => pack.Index.Of(f))
            .ToList();
        var references = new ReferenceList();
        var checker = new AnswerChecker(pack);
        var associations = new TherapyFiling(pack.Lexicon)
            .Sorted(items)
            .SelectMany(g =>
                Ranked(g.Items, feature)
                    .Select(a => new MarkerAssociation(g.Therapy, a, Claims(a, checker, references)))
            )
            .ToList();
        return new MarkerView
        {
            Feature = feature,
            Associations = associations,
            References = references.Of(items, pack),
            Related =
            [
                .. feature
                    .Related.Select(pack.Lexicon.FindFeature)
                    .OfType<Feature>()
                    .Where(f => pack.Index.Of(f).Count > 0),
            ],
            Knowledge = KnowledgeStamp.Of(pack),
        };
    }

    /// <summary>The same with what is known under one therapy first.</summary>
    /// <param name="lexicon">The vocabulary.</param>
    /// <param name="therapy">The therapy; those within it count.</param>
    public MarkerView With(Lexicon lexicon, Therapy therapy) =>
        this with
        {
            Associations = [.. Associations.OrderBy(a => a.Therapy is not { } own || !lexicon.IsWithin(own, therapy))],
        };

    /// <summary>The feature itself before combined ones; response, outcome, change; then by clinical utility.</summary>
    private static IEnumerable<Association> Ranked(List<EvidenceItem> items, Feature feature) =>
        RankedAssociation
            .Of(items, "")
            .Select(r => r.Association)
            .OrderBy(a => a.Feature != feature)
            .ThenBy(a => a.Role);

    private static IReadOnlyList<MarkerClaim> Claims(
        Association association,
        AnswerChecker checker,
        ReferenceList references
    )
    {
        var claims = new List<MarkerClaim>();
        foreach (var group in ClaimWriter.Groups(association.Items))
        {
            var draft = ClaimWriter.Some(association, group, int.MaxValue);
            var text = CitationMark.Resolve(draft.Text, references.NumberOf);
            var holds = checker.Check(text, [.. group.Select(i => i.Id)]) is null;
            claims.Add(new MarkerClaim(holds ? text : null, group));
        }
        return claims;
    }
}
