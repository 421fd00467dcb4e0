using System.Globalization;
using System.Text.RegularExpressions;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>The numbers that some evidence items hold, in any of their fields.</summary>
internal sealed partial class FigureSet
{
    private readonly HashSet<double> _numbers;

    private FigureSet(HashSet<double> numbers)
    {
        _numbers = numbers;
    }

    /// <summary>All numbers of the items: figures, sizes, thresholds, and the digits of names.</summary>
    public static FigureSet Of(IEnumerable<EvidenceItem> items)
    {
        var numbers = new HashSet<double>();
        foreach (var item in items)
        {
            foreach (var text in Texts(item))
                numbers.UnionWith(In(text));
            foreach (var value in Values(item))
                numbers.Add(Math.Round(value, 10));
        }
        return new FigureSet(numbers);
    }

    /// <summary>The first number of a text that is not in the set; null when all are.</summary>
    public string? FirstUnknown(string text)
    {
        var plain = StatedSentence.Citation().Replace(text, " ");
        foreach (Match match in Number().Matches(plain))
        {
            if (!IsKnown(match.Value))
                return match.Value;
        }
        return null;
    }

    /// <summary>Known as one number, or, where a comma may separate two, as two known numbers.</summary>
    private bool IsKnown(string digits)
    {
        var readings = Readings(digits).ToList();
        return readings.Count > 0 && (_numbers.Contains(readings[0]) || (readings.Count > 1 && readings.Skip(1).All(_numbers.Contains)));
    }

    /// <summary>The numbers of a text; "1,762" is read both as one number and as two.</summary>
    public static HashSet<double> In(string text) => [.. Number().Matches(StatedSentence.Citation().Replace(text, " ")).SelectMany(m => Readings(m.Value))];

    /// <summary>How often a whole number stands in a text by itself, not as part of a name such as "miR-29a".</summary>
    public static int Count(string text, int number) =>
        Alone().Matches(StatedSentence.Citation().Replace(text, " ")).Count(m => Readings(m.Value).First() == number);

    private static IEnumerable<double> Readings(string digits)
    {
        if (double.TryParse(digits.Replace(",", "", StringComparison.Ordinal), NumberStyles.Float, CultureInfo.InvariantCulture, out var whole))
            yield return Math.Round(whole, 10);
        if (!digits.Contains(',', StringComparison.Ordinal))
            yield break;
        foreach (var part in digits.Split(','))
        {
            if (double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
                yield return Math.Round(value, 10);
        }
    }

    private static IEnumerable<string> Texts(EvidenceItem item)
    {
        IEnumerable<string?> texts =
        [
            item.Feature.Name,
            item.FeatureName,
            item.Variant,
            item.Cutoff,
            item.Endpoint,
            item.Population,
            item.Result.Printed,
            item.Result.Reference,
            item.Subtype?.Label,
            .. item.Feature.Aliases,
            .. item.Therapies.Concat(item.ResistantTo).SelectMany(t => new[] { t.Label, t.Name }),
            .. item.Result.Groups.Select(g => g.Label),
        ];
        return texts.OfType<string>();
    }

    private static IEnumerable<double> Values(EvidenceItem item)
    {
        var result = item.Result;
        IEnumerable<double?> values =
        [
            item.N,
            item.Events,
            result.Estimate,
            result.Interval?.Low,
            result.Interval?.High,
            result.Interval?.Percent,
            result.P?.Value,
            result.Q?.Value,
            .. result.Groups.Select(g => (double?)g.N),
            .. result.Groups.Select(g => g.Rate * 100),
        ];
        return values.OfType<double>();
    }

    [GeneratedRegex(@"(?<![\w-])\d+(?:[.,]\d+)*(?!\w)")]
    private static partial Regex Alone();

    [GeneratedRegex(@"\d+(?:[.,]\d+)*")]
    private static partial Regex Number();
}
