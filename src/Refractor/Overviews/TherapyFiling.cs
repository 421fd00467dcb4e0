using Refractor.Answers.Planning;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Overviews;

/// <summary>Files findings under the therapy that they are about: the class of the added agent where there is one, else the modality.</summary>
internal sealed class TherapyFiling(Lexicon lexicon)
{
    private static readonly string[] Order =
    [
        "chemotherapy",
        "radiotherapy",
        "endocrine",
        "targeted",
        "adc",
        "immunotherapy",
        "mixed",
    ];
    private readonly TherapyBuckets _buckets = new(lexicon);
    private readonly Dictionary<Therapy, Therapy> _classes = [];

    /// <summary>The therapy under which an item is filed; null when the patients had no systemic therapy or it is not part of the finding.</summary>
    public Therapy? Of(EvidenceItem item)
    {
        if (item.Therapies.Count == 0)
            return null;
        var about = item.Therapies.FirstOrDefault(t => t.IsAddOn) ?? item.Therapies[0];
        if (!_classes.TryGetValue(about, out var filed))
            _classes.Add(about, filed = _buckets.ClassOf(about));
        return filed;
    }

    /// <summary>Name as printed; the modality of items without therapy decides how they are called.</summary>
    public static string Label(Therapy? therapy) => therapy?.Label ?? "no therapy named";

    /// <summary>Findings by therapy: chemotherapy, radiotherapy, endocrine, targeted classes and so on; those without therapy last.</summary>
    public IEnumerable<(Therapy? Therapy, List<EvidenceItem> Items)> Sorted(IEnumerable<EvidenceItem> items) =>
        items
            .GroupBy(i => Of(i)?.Index ?? -1)
            .Select(g => (Therapy: Of(g.First()), Items: g.ToList()))
            .OrderBy(g => g.Therapy is null ? Order.Length : Array.IndexOf(Order, g.Therapy.Modality))
            .ThenByDescending(g => g.Items.Count)
            .ThenBy(g => g.Therapy?.Index);
}
