using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Keeps the therapies of a question apart: what holds for alpelisib is not set against what holds for everolimus.</summary>
internal sealed class TherapyPartition(Question question, Lexicon lexicon)
{
    /// <summary>Number of the first therapy asked for to which an item belongs; one part when a regimen or a single therapy is asked for.</summary>
    public int PartOf(EvidenceItem item)
    {
        if (question.Therapies.Count < 2 || question.Regimens.Count > 0)
            return 0;
        for (var i = 0; i < question.Therapies.Count; i++)
        {
            if (item.Therapies.Any(t => lexicon.IsWithin(t, question.Therapies[i])))
                return i;
        }
        return question.Therapies.Count;
    }
}
