using System.Globalization;
using System.Text;
using Refractor.Cohorts.Tables;
using Refractor.Statistics;

namespace Refractor.Cohorts.Storing;

/// <summary>Writes tables as tab-separated text; an empty cell is missing.</summary>
internal sealed class TableText(params IReadOnlyList<string> columns)
{
    /// <summary>Smaller p leave the range in which floating-point numbers keep all their digits.</summary>
    private const double SmallestLogP = -700;

    private readonly StringBuilder _text = new(string.Join('\t', columns.Select(Plain)) + "\n");

    public void Add(IEnumerable<string?> cells) =>
        _text.AppendJoin('\t', cells.Select(c => Plain(c ?? ""))).Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>A number with all its digits; empty if it is missing.</summary>
    public static string? Number(double value) =>
        double.IsNaN(value) ? null : value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A p value to seven digits, from its natural logarithm; what no floating-point number holds keeps its exponent.</summary>
    public static string? P(double logP) =>
        double.IsNaN(logP) ? null
        : logP > SmallestLogP ? Math.Exp(logP).ToString("G7", CultureInfo.InvariantCulture)
        : PValue.FromLog(logP).ToString();

    /// <summary>1, 0, or empty.</summary>
    public static string? Flag(bool? value) =>
        value is null ? null
        : value.Value ? "1"
        : "0";

    /// <summary>A cell that begins with a quotation mark is quoted, as the mark would be taken for that of a quoted cell.</summary>
    private static string Plain(string cell)
    {
        var plain = PlainCell.Of(cell).Trim();
        return plain.StartsWith('"') ? $"\"{plain.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : plain;
    }
}
