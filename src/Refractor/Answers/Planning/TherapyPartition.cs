using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers.Planning;

/// <summary>Keeps therapies apart: what holds for alpelisib is not set against what holds for everolimus, nor chemotherapy against radiotherapy.</summary>
internal sealed class TherapyPartition
{
    private const int Untreated = 0;

    private readonly KnowledgePack _pack;
    private readonly Question _question;
    private readonly TherapyBuckets _buckets;
    private readonly int[] _partOfRegimen;

    public TherapyPartition(KnowledgePack pack, Question question)
    {
        _pack = pack;
        _question = question;
        _buckets = new TherapyBuckets(pack.Lexicon);
        _partOfRegimen = [.. pack.Index.Regimens.Select(PartOf)];
    }

    /// <summary>Associations of some rows of the pack, each part by itself.</summary>
    public IReadOnlyList<Association> Gather(ReadOnlySpan<int> rows) =>
        Association.Gather(FindingTable.Of(_pack), rows, PartOf);

    /// <summary>Number of the part to which a row belongs, from 0.</summary>
    public int PartOf(int row) => _partOfRegimen[_pack.Index.RegimenOf[row]];

    /// <summary>
    /// Number of the part to which a regimen belongs: the first therapy asked for, the class of its own therapy when none is asked for;
    /// one part when a regimen or a single therapy is asked for.
    /// </summary>
    private int PartOf(IReadOnlyList<Therapy> regimen)
    {
        if (_question.Therapies.Count == 0)
            return Class(regimen);
        if (_question.Therapies.Count == 1 || _question.Regimens.Count > 0)
            return 0;
        for (var i = 0; i < _question.Therapies.Count; i++)
        {
            if (regimen.Any(t => _pack.Lexicon.IsWithin(t, _question.Therapies[i])))
                return i;
        }
        return _question.Therapies.Count;
    }

    private int Class(IReadOnlyList<Therapy> regimen)
    {
        if (regimen.Count == 0)
            return Untreated;
        return _buckets.ClassOf(regimen.FirstOrDefault(t => t.IsAddOn) ?? regimen[0]).Index + 1;
    }
}
