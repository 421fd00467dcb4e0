namespace Refractor.Vocabulary;

/// <summary>Reachability in a directed graph without cycles, one bit per pair.</summary>
internal sealed class Closure
{
    private readonly ulong[][] _above;

    public Closure(int count, Func<int, IEnumerable<int>> parents)
    {
        _above = new ulong[count][];
        var open = new bool[count];
        for (var i = 0; i < count; i++)
            Visit(i, count, parents, open);
    }

    public bool IsWithin(int node, int scope) => (_above[node][scope >> 6] >> (scope & 63) & 1) != 0;

    private ulong[] Visit(int node, int count, Func<int, IEnumerable<int>> parents, bool[] open)
    {
        if (_above[node] is { } known)
            return known;
        if (open[node])
            throw new ArgumentException("The classes form a cycle.");
        open[node] = true;
        var bits = new ulong[(count + 63) / 64];
        bits[node >> 6] |= 1UL << (node & 63);
        foreach (var parent in parents(node))
        {
            var above = Visit(parent, count, parents, open);
            for (var w = 0; w < bits.Length; w++)
                bits[w] |= above[w];
        }
        return _above[node] = bits;
    }
}
