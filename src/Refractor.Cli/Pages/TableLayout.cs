namespace Refractor.Cli.Pages;

/// <summary>Sets a table within a width: the widest columns give way, their cells are broken into lines.</summary>
internal sealed class TableLayout
{
    private const int Gap = 2;
    private const int Narrowest = 14;
    private readonly Table _table;
    private readonly int[] _widths;

    public TableLayout(Table table, int width)
    {
        _table = table;
        _widths = [.. table.Columns.Select((c, i) => table.Rows.Select(r => r[i].Length).Append(c.Name.Length).Max())];
        var least = table.Columns.Select((c, i) => Least(table.Rows.Select(r => r[i]).Append(c.Name))).ToArray();
        while (_widths.Sum() + Gap * (_widths.Length - 1) > width)
        {
            var widest = Enumerable
                .Range(0, _widths.Length)
                .Where(i => _widths[i] > least[i])
                .OrderByDescending(i => _widths[i])
                .FirstOrDefault(-1);
            if (widest < 0)
                break;
            _widths[widest]--;
        }
    }

    /// <summary>Width below which words would be torn; a single long name may be.</summary>
    private static int Least(IEnumerable<string> cells) =>
        Math.Min(Narrowest, cells.SelectMany(c => c.Split(' ')).Max(w => w.Length));

    /// <summary>Prints header and rows.</summary>
    public void Print(TextWriter target, IInk ink, int margin)
    {
        Row([.. _table.Columns.Select(c => c.Name)], Tone.Quiet);
        foreach (var row in _table.Rows)
            Row(row, Tone.Body);

        void Row(IReadOnlyList<string> cells, Tone tone)
        {
            var broken = cells.Select((c, i) => Wrap.Lines(c, _widths[i])).ToList();
            for (var line = 0; line < broken.Max(c => c.Count); line++)
            {
                var parts = broken.Select((c, i) => Cell(line < c.Count ? c[line] : "", i));
                var text = string.Join(new string(' ', Gap), parts);
                ink.Write((new string(' ', margin) + text).TrimEnd(), tone);
                target.Write('\n');
            }
        }
    }

    private string Cell(string text, int column) =>
        _table.Columns[column].IsNumber ? text.PadLeft(_widths[column]) : text.PadRight(_widths[column]);
}
