using Refractor.Vocabulary;

namespace Refractor.Knowledge.Packing;

/// <summary>Keeps one list for each regimen, so that a pack holds few lists and comparisons can be remembered by list.</summary>
internal sealed class RegimenTable(Lexicon lexicon)
{
    private readonly Dictionary<string, IReadOnlyList<Therapy>> _lists = new(StringComparer.Ordinal);
    private readonly char[] _key = new char[256];

    /// <summary>Reads a list of therapies.</summary>
    public IReadOnlyList<Therapy> Read(ref ByteSource source)
    {
        var count = source.Count();
        if (count == 0)
            return [];
        if (count > _key.Length)
            throw ByteSource.Damaged();
        for (var i = 0; i < count; i++)
            _key[i] = checked((char)source.Unsigned());
        var key = _key.AsSpan(0, count);
        if (_lists.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var known))
            return known;
        var therapies = new Therapy[count];
        for (var i = 0; i < count; i++)
            therapies[i] = lexicon.Therapies[key[i]];
        _lists.Add(key.ToString(), therapies);
        return therapies;
    }
}
