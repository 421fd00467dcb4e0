using System.Buffers.Text;
using System.Text;
using Refractor.Knowledge;

namespace Refractor.Cohorts.Tables;

/// <summary>Reads the rows of one chunk after the other. Each thread has one.</summary>
internal sealed class TablePieceReader(TableLayout layout, NumberTableOptions options)
{
    private readonly byte[][] _missing = [.. options.MissingWords.Select(Encoding.UTF8.GetBytes)];
    private List<string>[] _texts = [];
    private NumberTableFaults _faults = new(0);

    /// <summary>Reads a chunk of whole lines.</summary>
    public TablePiece Read(ReadOnlySpan<byte> bytes, int number)
    {
        _texts = [.. Enumerable.Range(0, layout.TextColumns).Select(_ => new List<string>())];
        _faults = new NumberTableFaults(options.ProblemsDescribed);
        var lines = bytes.Count((byte)'\n');
        // A row takes a byte for each column at least, so that short lines below a long header need no room.
        var most = Math.Min(lines, 1 + (bytes.Length / Math.Max(1, layout.Columns.Count)));
        var values = GC.AllocateUninitializedArray<float>(checked(most * layout.Columns.Count));
        var (rows, position) = (0, 0);
        for (var line = 1; line <= lines; line++)
        {
            var end = position + bytes[position..].IndexOf((byte)'\n');
            var row = values.AsSpan(rows * layout.Columns.Count, layout.Columns.Count);
            var text = bytes[position..end].TrimEnd((byte)'\r').Trim((byte)' ');
            if (text.IsEmpty)
                _faults.Blank();
            else if (layout.EndMark.Length > 0 && text.SequenceEqual(layout.EndMark))
                _faults.End();
            else if (ReadRow(bytes[..(end + 1)], position, row) is not { } problem)
                rows++;
            else
                _faults.Reject(problem with { Line = line });
            position = end + 1;
        }
        return new TablePiece(number, lines, _texts, values, rows, _faults);
    }

    /// <summary>Reads one row; the problem that makes it unusable, if there is one.</summary>
    private DataProblem? ReadRow(ReadOnlySpan<byte> bytes, int position, Span<float> row)
    {
        var rowStart = position;
        for (var t = 0; t < layout.TextColumns; t++)
        {
            var cell = NextCell(bytes, ref position, out var last);
            _texts[t].Add(Encoding.UTF8.GetString(cell));
            if (last && layout.Columns.Count > 0)
                return TakeBack(t + 1, CountProblem(bytes[rowStart..]));
        }
        for (var c = 0; c < row.Length; c++)
        {
            var start = position;
            if (PlainNumber.TryRead(bytes, ref position, out row[c]) && bytes[position] == layout.Separator)
            {
                position++;
                if (c < row.Length - 1 || IsEmptyToEnd(bytes[position..]))
                    continue;
                return TakeBack(layout.TextColumns, CountProblem(bytes[rowStart..]));
            }
            position = start;
            var cell = NextCell(bytes, ref position, out var last);
            if (last != (c == row.Length - 1) && (last || !IsEmptyToEnd(bytes[position..])))
                return TakeBack(layout.TextColumns, CountProblem(bytes[rowStart..]));
            if (!TryReadCell(cell, out row[c]))
                return TakeBack(layout.TextColumns, ValueProblem(c, cell));
        }
        return null;
    }

    /// <summary>Whether a row goes on with nothing but separators, and all its columns were read.</summary>
    private bool IsEmptyToEnd(ReadOnlySpan<byte> rest) =>
        rest[..rest.IndexOf((byte)'\n')].IndexOfAnyExcept(layout.Separator, (byte)' ', (byte)'\r') < 0;

    private DataProblem TakeBack(int texts, DataProblem problem)
    {
        for (var t = 0; t < texts; t++)
            _texts[t].RemoveAt(_texts[t].Count - 1);
        return problem;
    }

    /// <summary>The cell at the position, without quotes and spaces around it; the position moves behind its separator.</summary>
    private ReadOnlySpan<byte> NextCell(ReadOnlySpan<byte> bytes, ref int position, out bool last)
    {
        var rest = bytes[position..];
        var length = rest.IndexOfAny(layout.Separator, (byte)'\n');
        if (rest[0] == '"' && rest[1..].IndexOf((byte)'"') is var close and >= 0)
            length = close + 1 + rest[(close + 1)..].IndexOfAny(layout.Separator, (byte)'\n');
        last = rest[length] == '\n';
        position += length + 1;
        return rest[..length].TrimEnd((byte)'\r').Trim((byte)' ').Trim((byte)'"');
    }

    private bool TryReadCell(ReadOnlySpan<byte> cell, out float value)
    {
        value = float.NaN;
        if (cell.IsEmpty)
            return true;
        foreach (var word in _missing)
        {
            if (cell.SequenceEqual(word))
                return true;
        }
        if (Infinity(cell) is { } infinity)
            value = infinity;
        else if (Utf8Parser.TryParse(cell, out double number, out var used) && used == cell.Length)
            value = (float)number;
        else
            return false;
        return Infinity(cell) is not null || float.IsFinite(value);
    }

    private static float? Infinity(ReadOnlySpan<byte> cell) =>
        cell.SequenceEqual("Inf"u8) || cell.SequenceEqual("inf"u8) ? float.PositiveInfinity
        : cell.SequenceEqual("-Inf"u8) || cell.SequenceEqual("-inf"u8) ? float.NegativeInfinity
        : null;

    private DataProblem CountProblem(ReadOnlySpan<byte> row)
    {
        var cells = row[..row.IndexOf((byte)'\n')].Count(layout.Separator) + 1;
        return new DataProblem(
            Severity.Error,
            "cells",
            layout.File,
            1,
            $"{cells} cells",
            $"{layout.Cells}, as in the header; the row is left out"
        );
    }

    private DataProblem ValueProblem(int column, ReadOnlySpan<byte> cell)
    {
        var text = Encoding.UTF8.GetString(cell.Length > 40 ? cell[..40] : cell);
        return new DataProblem(
            Severity.Error,
            "number",
            layout.File,
            1,
            $"'{text}' in column {layout.Name(layout.TextColumns + column)}",
            $"a number with a decimal point, or one of the words for missing ({string.Join(", ", options.MissingWords)}); the row is left out"
        );
    }
}
