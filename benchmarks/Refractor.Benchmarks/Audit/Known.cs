using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Benchmarks.Audit;

/// <summary>What the knowledge says on a feature and a therapy, so that no damaged sentence is true by chance.</summary>
public sealed class Known(KnowledgePack pack)
{
    private readonly ILookup<Paper, EvidenceItem> _byPaper = pack.Items.ToLookup(i => i.Paper);

    public KnowledgePack Pack => pack;

    /// <summary>Whether the paper has a finding on the feature, or on one that is made of it or near it.</summary>
    public bool PaperKnows(Paper paper, Feature feature) =>
        _byPaper[paper].Any(i => Touches(i, feature)) || Mentions(paper.Title, feature);

    /// <summary>Items on the feature, or on one that is made of it or near it, under a therapy that overlaps.</summary>
    public IEnumerable<EvidenceItem> On(Feature feature, IReadOnlyList<Therapy> therapies) =>
        pack.Items.Where(i => Touches(i, feature) && Overlap(i.Therapies, therapies));

    /// <summary>Items on the same feature, aspect and role under a therapy that overlaps.</summary>
    public IReadOnlyList<EvidenceItem> Peers(EvidenceItem item) =>
        [
            .. pack.Items.Where(i =>
                i.Feature == item.Feature
                && Aspects.Of(i) == Aspects.Of(item)
                && Aspects.RoleOf(i) == Aspects.RoleOf(item)
                && Overlap(i.Therapies, item.Therapies)
            ),
        ];

    /// <summary>Whether two lists hold therapies of which one lies within the other; two empty lists overlap.</summary>
    public bool Overlap(IReadOnlyList<Therapy> a, IReadOnlyList<Therapy> b) =>
        (a.Count == 0 && b.Count == 0) || a.Any(x => b.Any(y => pack.Lexicon.Overlap(x, y)));

    private static bool Touches(EvidenceItem item, Feature feature) =>
        item.Feature == feature
        || item.Members.Contains(feature.Name)
        || item.Feature.Genes.Contains(feature.Name)
        || feature.Genes.Contains(item.Feature.Name)
        || item.Feature.Genes.Intersect(feature.Genes).Any()
        || item.Feature.Related.Contains(feature.Name)
        || feature.Related.Contains(item.Feature.Name);

    private static bool Mentions(string? title, Feature feature) =>
        title is not null
        && feature
            .Aliases.Append(feature.Name)
            .Any(n => n.Length > 2 && title.Contains(n, StringComparison.OrdinalIgnoreCase));
}
