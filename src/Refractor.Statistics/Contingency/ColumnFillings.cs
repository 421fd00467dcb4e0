using System.Runtime.InteropServices;
using Refractor.Statistics.Distributions;

namespace Refractor.Statistics.Contingency;

/// <summary>All ways to spread the total of a column over rows of which so much is left.</summary>
internal sealed class ColumnFillings
{
    private readonly int _rows;

    public ColumnFillings(int rows, int n)
    {
        _rows = rows;
        LogFactorial = new double[n + 1];
        for (var i = 0; i <= n; i++)
            LogFactorial[i] = SpecialFunctions.LogGamma(i + 1.0);
    }

    /// <summary>What becomes of the rows, sorted, and Σ −log x! of the column. The span is used again.</summary>
    public delegate void Visit(ReadOnlySpan<int> rest, double log);

    public double[] LogFactorial { get; }

    /// <summary>A number for sorted rows.</summary>
    public UInt128 Key(ReadOnlySpan<int> rows)
    {
        UInt128 key = 0;
        foreach (var row in rows)
            key = unchecked(key * (UInt128)LogFactorial.Length + (UInt128)row);
        return key;
    }

    public void ForEach(ReadOnlySpan<int> rows, int column, Visit visit)
    {
        Span<int> rest = stackalloc int[_rows];
        Fill(rows, rest, 0, column, 0, visit);
    }

    /// <summary>Σ −log x! of the last two columns for all ways to fill the first of them.</summary>
    public Span<double> LastTwo(ReadOnlySpan<int> rows, int column)
    {
        var ends = new List<double>();
        LastTwo(rows, column, 0, ends);
        return CollectionsMarshal.AsSpan(ends);
    }

    private void Fill(ReadOnlySpan<int> rows, Span<int> rest, int row, int left, double log, Visit visit)
    {
        if (row == rows.Length - 1)
        {
            rest[row] = rows[row] - left;
            Span<int> sorted = stackalloc int[_rows];
            rest.CopyTo(sorted);
            sorted.Sort();
            visit(sorted, log - LogFactorial[left]);
            return;
        }
        var (least, most) = Range(rows, row, left);
        for (var x = least; x <= most; x++)
        {
            rest[row] = rows[row] - x;
            Fill(rows, rest, row + 1, left - x, log - LogFactorial[x], visit);
        }
    }

    private void LastTwo(ReadOnlySpan<int> rows, int left, double log, List<double> ends)
    {
        var row = rows[0];
        if (rows.Length == 1)
        {
            ends.Add(log - LogFactorial[left] - LogFactorial[row - left]);
            return;
        }
        var (least, most) = Range(rows, 0, left);
        for (var x = least; x <= most; x++)
            LastTwo(rows[1..], left - x, log - LogFactorial[x] - LogFactorial[row - x], ends);
    }

    private static (int Least, int Most) Range(ReadOnlySpan<int> rows, int row, int left)
    {
        var below = 0;
        foreach (var other in rows[(row + 1)..])
            below += other;
        return (Math.Max(0, left - below), Math.Min(rows[row], left));
    }
}
