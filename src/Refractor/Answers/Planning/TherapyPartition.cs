using Refractor.Answers.Retrieval;
using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Keeps the therapies of a question apart: what holds for alpelisib is not set against what holds for everolimus.</summary>
internal sealed class TherapyPartition
{
    private readonly KnowledgePack _pack;
    private readonly int _parts;
    private readonly int[] _partOf;

    public TherapyPartition(KnowledgePack pack, Question question)
    {
        _pack = pack;
        var isWhole = question.Therapies.Count < 2 || question.Regimens.Count > 0;
        _parts = isWhole ? 1 : question.Therapies.Count + 1;
        _partOf = isWhole ? [] : [.. pack.Index.Regimens.Select(PartOf)];

        int PartOf(IReadOnlyList<Therapy> regimen)
        {
            for (var i = 0; i < question.Therapies.Count; i++)
            {
                if (regimen.Any(t => pack.Lexicon.IsWithin(t, question.Therapies[i])))
                    return i;
            }
            return question.Therapies.Count;
        }
    }

    /// <summary>
    /// Associations of some items for the first therapy asked for to which each belongs; of all together when a regimen or a single
    /// therapy is asked for.
    /// </summary>
    public IEnumerable<Association> Gather(PooledList<int> rows)
    {
        if (_parts == 1)
            return Association.Gather(_pack.Findings, rows.Span);
        return Enumerable.Range(0, _parts).SelectMany(part => Gather(rows, part));
    }

    private Association[] Gather(PooledList<int> rows, int part)
    {
        using var own = new PooledList<int>();
        var regimens = _pack.Index.RegimenOf;
        foreach (var row in rows.Span)
        {
            if (_partOf[regimens[row]] == part)
                own.Add(row);
        }
        return Association.Gather(_pack.Findings, own.Span);
    }
}
