using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Sorts findings by the therapy that they are about: the added agent's class where there is one, else the modality.</summary>
internal sealed class TherapyBuckets(Lexicon lexicon)
{
    /// <summary>Title of the bucket of an item.</summary>
    public string TitleOf(EvidenceItem item)
    {
        if (item.Therapies.Count == 0)
            return "Without systemic therapy";
        var about = item.Therapies.FirstOrDefault(t => t.IsAddOn) ?? item.Therapies[0];
        return ClassOf(about).Label is { Length: > 0 } label
            ? char.ToUpperInvariant(label[0]) + label[1..]
            : about.Name;
    }

    /// <summary>The class under which a therapy is filed: the highest class below its modality, or the modality itself.</summary>
    public Therapy ClassOf(Therapy therapy)
    {
        var ancestors = lexicon.Therapies.Where(t => lexicon.IsWithin(therapy, t)).ToList();
        if (!therapy.IsAddOn)
            return ancestors.FirstOrDefault(t => t.Classes.Count == 0) ?? therapy;
        var classes = ancestors.Where(t => t.Kind == TherapyKind.Class).ToList();
        return classes
                .OrderByDescending(c => classes.Count(o => lexicon.IsWithin(o, c)))
                .ThenBy(c => c.Index)
                .FirstOrDefault()
            ?? therapy;
    }
}
