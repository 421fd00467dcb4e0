using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Knowledge;

namespace Refractor.Answers.Writing;

/// <summary>The figures of a finding in one phrase: "pCR: OR 2.81, p &lt; 0.001, n = 13,100". Every digit is copied from a field.</summary>
internal static partial class FiguresPhrase
{
    private const int LongestPrinted = 180;

    /// <summary>Endpoint, figures and n; "no figure reported" when the source gives none.</summary>
    public static string Of(EvidenceItem item) => WithSize(WithoutSize(item), item.N);

    /// <summary>Endpoint and figures, with n only where the source prints it among them.</summary>
    public static string WithoutSize(EvidenceItem item)
    {
        var figures = Figures(item);
        var endpoint = Endpoint(item, figures);
        var text = figures.Length > 0 ? figures : "no figure reported";
        return endpoint.Length > 0 ? $"{endpoint}: {text}" : text;
    }

    /// <summary>Adds n to figures that do not hold it yet.</summary>
    public static string WithSize(string figures, int? size) =>
        size is { } n && !HasNumber(figures, n) ? $"{figures}, n = {Prose.Number(n)}" : figures;

    private static string Figures(EvidenceItem item)
    {
        if (item.Result.Printed is { Length: <= LongestPrinted } printed)
            return Prose.Typeset(Prose.Plain(printed));
        return Structured(item.Result);
    }

    private static string Endpoint(EvidenceItem item, string figures)
    {
        if (item.Endpoint is "other" or "expression_change" or "mutation_frequency")
            return "";
        var name = item.Endpoint.Replace('_', ' ');
        return figures.StartsWith(name, StringComparison.OrdinalIgnoreCase) ? "" : name;
    }

    private static string Structured(EvidenceResult result)
    {
        var parts = new List<string>();
        if (result.Estimate is { } estimate)
            parts.Add($"{Name(result.Metric)} {Prose.Number(estimate)}");
        if (result.Interval is { } ci)
            parts.Add($"{Prose.Number(ci.Percent)} % CI {Prose.Number(ci.Low)}–{Prose.Number(ci.High)}");
        var rates = result
            .Groups.Where(g => g.Rate is not null)
            .Select(g => $"{Rate(g.Rate!.Value)} {Prose.Plain(g.Label)}")
            .ToList();
        if (rates.Count > 0)
            parts.Add(string.Join(" vs ", rates));
        if (result.P is { } p)
            parts.Add($"p {p.Relation} {Prose.Number(p.Value)}");
        return string.Join(", ", parts);
    }

    private static string Rate(double rate) => (rate * 100).ToString("0.##", CultureInfo.InvariantCulture) + " %";

    private static string Name(Metric metric) =>
        metric switch
        {
            Metric.RateDifference => "rate difference",
            Metric.FoldChange => "fold change",
            Metric.ConcordanceIndex => "C index",
            Metric.Log2FoldChange => "log2 fold change",
            Metric.Correlation => "correlation",
            _ => Terms.Metrics.NameOf(metric),
        };

    private static bool HasNumber(string text, int n) =>
        Numbers()
            .Matches(text)
            .Any(m => m.Value.Replace(",", "", StringComparison.Ordinal) == n.ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"\d{1,3}(?:,\d{3})+|\d+")]
    private static partial Regex Numbers();
}
