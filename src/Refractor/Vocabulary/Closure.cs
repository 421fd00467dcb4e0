namespace Refractor.Vocabulary;

/// <summary>Reachability in a directed graph without cycles, one bit per pair.</summary>
internal sealed class Closure
{
    private readonly ulong[][] _above;

    /// <exception cref="ArgumentException">The graph has a cycle.</exception>
    public Closure(int count, Func<int, IEnumerable<int>> parents)
    {
        var direct = Enumerable.Range(0, count).Select(i => parents(i).ToArray()).ToArray();
        _above = new ulong[count][];
        foreach (var node in ParentsFirst(direct))
            _above[node] = Above(node, direct[node]);
    }

    public bool IsWithin(int node, int scope) => (_above[node][scope >> 6] >> (scope & 63) & 1) != 0;

    /// <summary>All nodes, each after its parents. Without recursion: a damaged file must not exhaust the stack.</summary>
    private static List<int> ParentsFirst(int[][] parents)
    {
        var missing = Array.ConvertAll(parents, p => p.Length);
        var children = new List<int>[parents.Length];
        for (var i = 0; i < parents.Length; i++)
        {
            foreach (var parent in parents[i])
                (children[parent] ??= []).Add(i);
        }
        var order = Enumerable.Range(0, parents.Length).Where(i => missing[i] == 0).ToList();
        for (var at = 0; at < order.Count; at++)
        {
            foreach (var child in children[order[at]] ?? [])
            {
                if (--missing[child] == 0)
                    order.Add(child);
            }
        }
        return order.Count == parents.Length ? order : throw new ArgumentException("The classes form a cycle.");
    }

    private ulong[] Above(int node, int[] parents)
    {
        var bits = new ulong[(_above.Length + 63) / 64];
        bits[node >> 6] |= 1UL << (node & 63);
        foreach (var parent in parents)
        {
            for (var w = 0; w < bits.Length; w++)
                bits[w] |= _above[parent][w];
        }
        return bits;
    }
}
