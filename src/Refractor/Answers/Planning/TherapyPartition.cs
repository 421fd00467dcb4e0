using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Keeps therapies apart: what holds for alpelisib is not set against what holds for everolimus, nor chemotherapy against radiotherapy.</summary>
internal sealed class TherapyPartition(Question question, Lexicon lexicon)
{
    private readonly TherapyBuckets _buckets = new(lexicon);
    private readonly Dictionary<Therapy, int> _classOf = [];

    /// <summary>
    /// Number of the part to which an item belongs: the first therapy asked for, the class of its own therapy when none is asked for;
    /// one part when a regimen or a single therapy is asked for.
    /// </summary>
    public int PartOf(EvidenceItem item)
    {
        if (question.Therapies.Count == 0)
            return Class(item);
        if (question.Therapies.Count == 1 || question.Regimens.Count > 0)
            return 0;
        for (var i = 0; i < question.Therapies.Count; i++)
        {
            if (item.Therapies.Any(t => lexicon.IsWithin(t, question.Therapies[i])))
                return i;
        }
        return question.Therapies.Count;
    }

    private int Class(EvidenceItem item)
    {
        if (item.Therapies.Count == 0)
            return -1;
        var about = item.Therapies.FirstOrDefault(t => t.IsAddOn) ?? item.Therapies[0];
        if (!_classOf.TryGetValue(about, out var index))
            _classOf.Add(about, index = _buckets.ClassOf(about).Index);
        return index;
    }
}
