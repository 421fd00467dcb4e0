using System.Runtime.InteropServices;

namespace Refractor.Statistics.Contingency;

/// <summary>
/// Fisher's exact test of r × c tables by the network of Mehta and Patel (J Am Stat Assoc 1983). The table is filled column by column; a node
/// is what is left of the row totals, in any order. A path so far that can only end in tables as unlikely as the observed one is counted
/// with all its ends, one that can only end in more likely ones is dropped, and paths that come to a node with the same probability go on
/// together. Where two columns are left, the last follows from the last but one, and the ends are counted directly.
/// </summary>
internal sealed class FisherNetwork
{
    /// <summary>R's slack: tables whose probability differs only by rounding count as equally likely.</summary>
    private const double Slack = 1e-7;

    /// <summary>Paths to a node whose logarithms agree after rounding by this factor go on together.</summary>
    private const double Grain = 1e11;

    private readonly ColumnFillings _fillings;
    private readonly int[] _rows;
    private readonly int[] _columns;
    private readonly double _limit;
    private double _counted;

    private FisherNetwork(Counts counts)
    {
        // Fewer rows make fewer nodes; large columns first leave small nodes.
        var (rows, columns) =
            counts.Rows.Length <= counts.Columns.Length ? (counts.Rows, counts.Columns) : (counts.Columns, counts.Rows);
        _rows = [.. rows.Order()];
        _columns = [.. columns.OrderDescending()];
        _fillings = new ColumnFillings(_rows.Length, (int)counts.N);
        var observed = 0.0;
        for (var i = 0; i < counts.Rows.Length; i++)
        for (var j = 0; j < counts.Columns.Length; j++)
            observed -= _fillings.LogFactorial[counts[i, j]];
        _limit = observed + Math.Log(1 + Slack);
    }

    public static Estimate<PValue> PValueOf(Counts counts) =>
        counts.Reason is var reason and not NotEstimable.None
            ? reason
            : PValue.FromLog(new FisherNetwork(counts).LogProbability());

    /// <summary>Probabilities are taken relative to that of the observed table, so that none underflows.</summary>
    private double LogProbability()
    {
        var nodes = new Dictionary<UInt128, Node> { [0] = new Node(_rows) };
        nodes[0].Add(0, 1);
        for (var column = 0; column < _columns.Length - 2; column++)
        {
            var next = new Dictionary<UInt128, Node>();
            foreach (var node in nodes.Values)
                Extend(node, column, next);
            nodes = next;
        }
        foreach (var node in nodes.Values)
            End(node);
        return Math.Log(_counted) + _limit - LogTotal(_rows, 0);
    }

    /// <summary>Fills one column of a node in all ways.</summary>
    private void Extend(Node node, int column, Dictionary<UInt128, Node> next) =>
        _fillings.ForEach(
            node.Rows,
            _columns[column],
            (rest, log) =>
            {
                var longest = log + Longest(rest, column + 1);
                var shortest = log + Shortest(rest, column + 1);
                var ends = double.NaN;
                Node? child = null;
                foreach (var (past, paths) in node.Pasts.Values)
                {
                    if (past + longest <= _limit)
                    {
                        if (double.IsNaN(ends))
                            ends = LogTotal(rest, column + 1);
                        _counted += paths * Math.Exp(past + log + ends - _limit);
                    }
                    else if (past + shortest <= _limit)
                    {
                        child ??= NodeAt(next, rest);
                        child.Add(past + log, paths);
                    }
                }
            }
        );

    private Node NodeAt(Dictionary<UInt128, Node> nodes, ReadOnlySpan<int> rows)
    {
        ref var node = ref CollectionsMarshal.GetValueRefOrAddDefault(nodes, _fillings.Key(rows), out _);
        return node ??= new Node(rows.ToArray());
    }

    /// <summary>
    /// Counts the ends of all paths to a node with two columns left: with many paths, the ends are sorted once and every path finds by
    /// halving how many of them are unlikely enough.
    /// </summary>
    private void End(Node node)
    {
        var ends = _fillings.LastTwo(node.Rows, _columns[^2]);
        if (node.Pasts.Count <= 4)
        {
            foreach (var (past, paths) in node.Pasts.Values)
            foreach (var end in ends)
                if (past + end <= _limit)
                    _counted += paths * Math.Exp(past + end - _limit);
            return;
        }
        ends.Sort();
        var sums = new double[ends.Length + 1];
        for (var i = 0; i < ends.Length; i++)
            sums[i + 1] = sums[i] + Math.Exp(ends[i] - ends[^1]);
        foreach (var (past, paths) in node.Pasts.Values)
        {
            var count = ends.BinarySearch(new Limit(_limit - past));
            _counted += paths * sums[~count] * Math.Exp(past + ends[^1] - _limit);
        }
    }

    /// <summary>
    /// Not less than the largest Σ −log x! of all ways to fill the columns from here: Lagrange's bound with the logarithms of the margins as
    /// multipliers, in which every cell is free.
    /// </summary>
    private double Longest(ReadOnlySpan<int> rows, int column)
    {
        var total = 0;
        foreach (var row in rows)
            total += row;
        var bound = 0.0;
        for (var j = column; j < _columns.Length; j++)
            foreach (var row in rows)
            {
                if (row == 0)
                    continue;
                var expected = (double)row * _columns[j] / total;
                var most = (int)expected;
                bound += (most - expected) * Math.Log(expected) - _fillings.LogFactorial[most];
            }
        return bound;
    }

    /// <summary>Not more than the smallest Σ −log x!: all of a row in one cell, or all of a column.</summary>
    private double Shortest(ReadOnlySpan<int> rows, int column)
    {
        double byRows = 0,
            byColumns = 0;
        foreach (var row in rows)
            byRows -= _fillings.LogFactorial[row];
        for (var j = column; j < _columns.Length; j++)
            byColumns -= _fillings.LogFactorial[_columns[j]];
        return Math.Max(byRows, byColumns);
    }

    /// <summary>log of Σ Π 1/x! over all ways to fill the columns from here: m! over the factorials of the margins.</summary>
    private double LogTotal(ReadOnlySpan<int> rows, int column)
    {
        double log = 0;
        var total = 0;
        foreach (var row in rows)
        {
            log -= _fillings.LogFactorial[row];
            total += row;
        }
        for (var j = column; j < _columns.Length; j++)
            log -= _fillings.LogFactorial[_columns[j]];
        return log + _fillings.LogFactorial[total];
    }

    /// <summary>What is left of the rows, and the paths that lead there: Σ −log x! and how many.</summary>
    private sealed class Node(int[] rows)
    {
        public int[] Rows { get; } = rows;

        public Dictionary<long, (double Log, double Paths)> Pasts { get; } = [];

        public void Add(double log, double paths)
        {
            ref var past = ref CollectionsMarshal.GetValueRefOrAddDefault(
                Pasts,
                (long)Math.Round(log * Grain),
                out var exists
            );
            past = exists ? (past.Log, past.Paths + paths) : (log, paths);
        }
    }

    /// <summary>Finds the place after all numbers up to a limit: it is equal to none.</summary>
    private readonly struct Limit(double value) : IComparable<double>
    {
        public int CompareTo(double other) => value >= other ? 1 : -1;
    }
}
