using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>
/// Fisher's exact test of r × c tables by the network of Mehta and Patel (J Am Stat Assoc 1983). The table is filled column by column; a node
/// is what is left of the row totals, in any order. A path so far that can only end in tables as unlikely as the observed one is counted
/// with all its ends, one that can only end in more likely ones is dropped, and paths that come to a node with the same probability go on
/// together.
/// </summary>
internal sealed class FisherNetwork
{
    /// <summary>R's slack: tables whose probability differs only by rounding count as equally likely.</summary>
    private const double Slack = 1e-7;

    /// <summary>Paths to a node whose logarithms agree after rounding by this factor go on together.</summary>
    private const double Grain = 1e10;

    private readonly double[] _logFactorial;
    private readonly int[] _rows;
    private readonly int[] _columns;
    private readonly Dictionary<UInt128, (double Longest, double Shortest)>[] _bounds;
    private readonly double _limit;

    private FisherNetwork(Counts counts)
    {
        // Fewer rows make fewer nodes; large columns first leave small nodes.
        var (rows, columns) =
            counts.Rows.Length <= counts.Columns.Length ? (counts.Rows, counts.Columns) : (counts.Columns, counts.Rows);
        _rows = [.. rows.Order()];
        _columns = [.. columns.OrderDescending()];
        _logFactorial = new double[counts.N + 1];
        for (var i = 0; i < _logFactorial.Length; i++)
            _logFactorial[i] = SpecialFunctions.LogGamma(i + 1.0);
        _bounds = [.. _columns.Select(_ => new Dictionary<UInt128, (double, double)>())];
        var observed = 0.0;
        for (var i = 0; i < counts.Rows.Length; i++)
        for (var j = 0; j < counts.Columns.Length; j++)
            observed -= _logFactorial[counts[i, j]];
        _limit = observed + Math.Log(1 + Slack);
    }

    public static Estimate<PValue> PValueOf(Counts counts) =>
        counts.Reason is var reason and not NotEstimable.None
            ? reason
            : PValue.FromLog(new FisherNetwork(counts).LogProbability());

    private double LogProbability()
    {
        var total = LogTotal(_rows, 0);
        var counted = 0.0;
        var paths = new Dictionary<UInt128, Node> { [Key(_rows)] = Node.Start(_rows) };
        for (var column = 0; column < _columns.Length && paths.Count > 0; column++)
        {
            var next = new Dictionary<UInt128, Node>();
            foreach (var node in paths.Values)
                counted += Extend(node, column, next, total);
            paths = next;
        }
        return Math.Log(counted);
    }

    /// <summary>Fills one column in all ways; returns the probability of what is decided by that.</summary>
    private double Extend(Node node, int column, Dictionary<UInt128, Node> next, double total)
    {
        var counted = 0.0;
        foreach (var (rest, log) in Fillings(node.Rows, _columns[column]))
        {
            var key = Key(rest);
            var (longest, shortest) = Bounds(rest, key, column + 1);
            var ends = LogTotal(rest, column + 1) - total;
            foreach (var (_, (past, paths)) in node.Pasts)
            {
                var sofar = past + log;
                if (sofar + longest <= _limit)
                    counted += paths * Math.Exp(sofar + ends);
                else if (sofar + shortest <= _limit)
                    Node.At(next, key, rest).Add(sofar, paths);
            }
        }
        return counted;
    }

    /// <summary>Largest and smallest Σ −log x! of all ways to fill the remaining columns.</summary>
    private (double Longest, double Shortest) Bounds(int[] rows, UInt128 key, int column)
    {
        if (column >= _columns.Length)
            return (0, 0);
        if (_bounds[column].TryGetValue(key, out var known))
            return known;
        double longest = double.NegativeInfinity,
            shortest = double.PositiveInfinity;
        foreach (var (rest, log) in Fillings(rows, _columns[column]))
        {
            var (most, least) = Bounds(rest, Key(rest), column + 1);
            longest = Math.Max(longest, log + most);
            shortest = Math.Min(shortest, log + least);
        }
        return _bounds[column][key] = (longest, shortest);
    }

    /// <summary>All ways to spread a column over the rows: what is left of the rows, sorted, and Σ −log x!.</summary>
    private List<(int[] Left, double Log)> Fillings(int[] rows, int column)
    {
        var fillings = new List<(int[], double)>();
        var rest = (int[])rows.Clone();
        var below = new int[rows.Length + 1];
        for (var i = rows.Length - 1; i >= 0; i--)
            below[i] = below[i + 1] + rows[i];
        Fill(0, column, 0);
        return fillings;

        void Fill(int row, int left, double log)
        {
            if (row == rows.Length)
            {
                var sorted = (int[])rest.Clone();
                Array.Sort(sorted);
                fillings.Add((sorted, log));
                return;
            }
            for (var x = Math.Max(0, left - below[row + 1]); x <= Math.Min(rows[row], left); x++)
            {
                rest[row] = rows[row] - x;
                Fill(row + 1, left - x, log - _logFactorial[x]);
            }
        }
    }

    /// <summary>log of Σ Π 1/x! over all ways to fill the columns from here: m! over the factorials of the margins.</summary>
    private double LogTotal(int[] rows, int column)
    {
        var log = _logFactorial[rows.Sum()];
        foreach (var row in rows)
            log -= _logFactorial[row];
        for (var j = column; j < _columns.Length; j++)
            log -= _logFactorial[_columns[j]];
        return log;
    }

    private UInt128 Key(int[] rows)
    {
        UInt128 key = 0;
        foreach (var row in rows)
            key = unchecked(key * (UInt128)_logFactorial.Length + (UInt128)row);
        return key;
    }

    /// <summary>What is left of the rows, and the paths that lead there: Σ −log x! and how many.</summary>
    private sealed class Node(int[] rows)
    {
        public int[] Rows { get; } = rows;

        public Dictionary<long, (double Log, double Paths)> Pasts { get; } = [];

        public static Node Start(int[] rows)
        {
            var node = new Node(rows);
            node.Add(0, 1);
            return node;
        }

        public static Node At(Dictionary<UInt128, Node> nodes, UInt128 key, int[] rows)
        {
            if (!nodes.TryGetValue(key, out var node))
                nodes[key] = node = new Node(rows);
            return node;
        }

        public void Add(double log, double paths)
        {
            var grain = (long)Math.Round(log * Grain);
            Pasts[grain] = Pasts.TryGetValue(grain, out var known) ? (known.Log, known.Paths + paths) : (log, paths);
        }
    }
}
