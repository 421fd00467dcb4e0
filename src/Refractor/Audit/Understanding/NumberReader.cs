using System.Globalization;
using System.Text.RegularExpressions;

namespace Refractor.Audit.Understanding;

/// <summary>Reads the numbers of a statement with what each measures; digits of names (miR-21, HER2, p.Y537S) are no numbers.</summary>
internal static partial class NumberReader
{
    private static readonly string[] SmallNumbers =
    [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
    ];

    private static readonly Dictionary<string, NumberKind> Ratios = new(StringComparer.OrdinalIgnoreCase)
    {
        ["hr"] = NumberKind.HazardRatio,
        ["hazard ratio"] = NumberKind.HazardRatio,
        ["or"] = NumberKind.OddsRatio,
        ["odds ratio"] = NumberKind.OddsRatio,
        ["rr"] = NumberKind.RelativeRisk,
        ["relative risk"] = NumberKind.RelativeRisk,
        ["risk ratio"] = NumberKind.RelativeRisk,
        ["auc"] = NumberKind.Auc,
        ["c-index"] = NumberKind.Auc,
    };

    /// <summary>The numbers in text order; a number is read once, by the most telling of its surroundings.</summary>
    public static IReadOnlyList<StatedNumber> Read(string text)
    {
        var found = new SortedDictionary<int, StatedNumber>();
        var masked = text.ToCharArray();
        foreach (var (pattern, kind) in Patterns())
        {
            foreach (Match match in pattern.Matches(new string(masked)))
            {
                foreach (var group in match.Groups.Values.Skip(1).Where(g => g.Success && g.Name.StartsWith('v')))
                {
                    var measured = match.Groups["ratio"] is { Success: true } ratio ? KindOf(ratio.Value) : kind;
                    if (Number(measured, group, match) is { } number)
                        found.TryAdd(group.Index, number);
                }
                Array.Fill(masked, ' ', match.Index, match.Length);
            }
        }
        return [.. found.Values];
    }

    private static NumberKind KindOf(string ratio) =>
        Ratios.TryGetValue(Spaces().Replace(ratio.Trim(), " "), out var kind) ? kind
        : ratio.Contains("odds", StringComparison.OrdinalIgnoreCase) ? NumberKind.OddsRatio
        : ratio.Contains("hazard", StringComparison.OrdinalIgnoreCase) ? NumberKind.HazardRatio
        : ratio.Contains("under", StringComparison.OrdinalIgnoreCase) ? NumberKind.Auc
        : NumberKind.RelativeRisk;

    private static StatedNumber? Number(NumberKind kind, Group digits, Match match)
    {
        var relation = match.Groups["rel"] is { Success: true } r && r.Value is "<" or "≤" or ">" or "≥" ? '<' : '=';
        var word = Array.IndexOf(SmallNumbers, digits.Value.ToLowerInvariant());
        if (word >= 0)
            return new StatedNumber(kind, word, 0, match.Value.Trim(), '=');
        var plain = digits.Value.Replace(",", "", StringComparison.Ordinal).Replace('·', '.');
        if (!double.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return null;
        var exponent = plain.IndexOf('e', StringComparison.OrdinalIgnoreCase);
        var mantissa = exponent < 0 ? plain : plain[..exponent];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var decimals = (point < 0 ? 0 : mantissa.Length - point - 1) + (exponent < 0 ? 0 : 6);
        var isOneOfSeveral = match.Groups.Values.Count(g => g.Success && g.Name.StartsWith('v')) > 1;
        var text = isOneOfSeveral ? digits.Value + (kind == NumberKind.Percent ? "%" : "") : match.Value;
        return new StatedNumber(kind, value, Math.Min(decimals, 12), text.Trim(), relation);
    }

    private static IEnumerable<(Regex Pattern, NumberKind Kind)> Patterns()
    {
        yield return (IntervalPattern, NumberKind.Interval);
        yield return (PPattern, NumberKind.P);
        yield return (RatioPattern, NumberKind.HazardRatio);
        yield return (RatioAfterPattern, NumberKind.HazardRatio);
        yield return (PercentPairPattern, NumberKind.Percent);
        yield return (PercentPattern, NumberKind.Percent);
        yield return (OfPattern, NumberKind.Count);
        yield return (SizePattern, NumberKind.Count);
        yield return (StudiesPattern, NumberKind.Studies);
        yield return (CountPattern, NumberKind.Count);
        yield return (DurationPattern, NumberKind.Duration);
        yield return (OtherPattern, NumberKind.Other);
    }

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string N = @"\d+(?:,\d{3})*(?:[.·]\d+)?";
    private const string W = "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";

    private static readonly Regex IntervalPattern = new(
        $@"(?:\d+\s*%\s*)?\b(?:CI|confidence interval)\s*[:,=]?\s*(?:of\s+)?[\(\[]?\s*(?<v1>{N})\s*(?:–|-|−|—|to|,|;)\s*(?<v2>{N})",
        Options
    );

    private static readonly Regex PPattern = new(
        $@"\bp(?:\s*-?\s*value)?(?:\s+(?:for|of)\s+\w+)?\s*(?<rel>[=<>≤≥])\s*=?\s*(?<v1>(?:\d*\.)?\d+(?:[.·]\d+)?(?:e[-−]?\d+)?)",
        Options
    );

    private static readonly Regex RatioPattern = new(
        $@"\b(?<ratio>a?HR|hazard\s+ratio|a?OR|odds\s+ratio|RR|relative\s+risk|risk\s+ratio|AUC|area\s+under\s+the(?:\s+ROC)?\s+curve|C-index)\b(?:\s+(?:for|of)\s+[^\(\);,]{{1,40}}?\s+(?:was|were|is|of))?\s*(?:was|is|of|=|:|,|≈|~)?\s*(?:of\s+)?(?<rel>[<>≤≥])?\s*(?<v1>{N})\b(?!/)",
        Options
    );

    private static readonly Regex RatioAfterPattern = new(
        $@"\b(?<ratio>hazard\s+ratio|odds\s+ratio|relative\s+risk)\s+[^\d]{{1,40}}?(?<v1>{N})\b",
        Options
    );

    private static readonly Regex PercentPairPattern = new(
        $@"(?<![\w.])(?<v1>{N})(?:\s*%?\s*(?:versus|vs\.?|against|compared\s+with|and|or)|\s*%\s*(?:to|–|-))\s*(?:only\s+)?(?<v2>{N})\s*(?:%|per\s?cent)",
        Options
    );

    private static readonly Regex PercentPattern = new($@"(?<![\w.])(?<v1>{N})\s*(?:%|per\s?cent)", Options);

    private static readonly Regex OfPattern = new(
        $@"(?<![\w.\-/])(?<v1>{N}|{W})\s*(?:of|/|out\s+of)\s*(?:the\s+)?(?<v2>\d+(?:,\d{{3}})*)\b(?!\s*/)",
        Options
    );

    private static readonly Regex SizePattern = new(@"\bn\s*=\s*(?<v1>\d+(?:,\d{3})*)", Options);

    private static readonly Regex StudiesPattern = new(
        $@"(?<![\w.\-])(?<v1>\d+(?:,\d{{3}})*|{W})\s+(?:(?:randomi[sz]ed|neoadjuvant|adjuvant|clinical|prospective|retrospective|independent|phase\s+\w+|published)\s+)*(?:stud(?:y|ies)|trials?|cohorts?|data\s?sets?|series|centres?|centers?|publications?|papers?)\b",
        Options
    );

    private static readonly Regex CountPattern = new(
        $@"(?<![\w.\-/])(?<v1>\d+(?:,\d{{3}})*|{W})\s+(?:[\w+\-/]+\s+){{0,3}}?(?:patients?|women|tumou?rs?|samples?|cases?|carriers|specimens?|pairs|biops(?:y|ies)|participants|individuals|events?|relapses|deaths|cell\s+lines?|mice|cancers)\b",
        Options
    );

    private static readonly Regex DurationPattern = new(
        $@"(?<![\w.\-])(?<v1>{N}|{W})(?:\s*(?:versus|vs\.?|and|against|to|or)\s*(?<v2>{N}|{W}))?\s*-?(?:months?|years?|weeks?)\b",
        Options
    );

    private static readonly Regex OtherPattern = new($@"(?<![\w.\-/+])(?<v1>{N})(?![\w/\-+]|\.\d)", Options);

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
