namespace Refractor.Statistics.Contingency;

/// <summary>A table of r groups by c outcomes with its margins.</summary>
internal sealed class Counts
{
    private readonly int[,] _cells;

    private Counts(int[,] table)
    {
        _cells = table;
        Rows = new int[table.GetLength(0)];
        Columns = new int[table.GetLength(1)];
        for (var i = 0; i < Rows.Length; i++)
        for (var j = 0; j < Columns.Length; j++)
        {
            if (table[i, j] < 0)
                throw new ArgumentOutOfRangeException(nameof(table), table[i, j], "expected counts not below 0.");
            Rows[i] += table[i, j];
            Columns[j] += table[i, j];
        }
        N = Rows.Sum(r => (long)r);
    }

    public int[] Rows { get; }

    public int[] Columns { get; }

    public long N { get; }

    public int this[int row, int column] => _cells[row, column];

    public static Counts Of(int[,] table) => new(table);

    /// <summary>The table without rows and columns that have no counts: they tell nothing.</summary>
    public static Counts WithoutEmptyMargins(int[,] table)
    {
        var all = new Counts(table);
        int[] rows = [.. Enumerable.Range(0, all.Rows.Length).Where(i => all.Rows[i] > 0)];
        int[] columns = [.. Enumerable.Range(0, all.Columns.Length).Where(j => all.Columns[j] > 0)];
        var kept = new int[rows.Length, columns.Length];
        for (var i = 0; i < rows.Length; i++)
        for (var j = 0; j < columns.Length; j++)
            kept[i, j] = table[rows[i], columns[j]];
        return new Counts(kept);
    }

    /// <summary>Why groups cannot be compared; <see cref="NotEstimable.None"/> if they can.</summary>
    public NotEstimable Reason
    {
        get
        {
            if (N == 0)
                return NotEstimable.TooFewValues;
            if (Rows.Count(r => r > 0) < 2)
                return NotEstimable.OneGroup;
            return Columns.Count(c => c > 0) < 2 ? NotEstimable.NoVariation : NotEstimable.None;
        }
    }
}
