using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>The numbers that some evidence items hold, in any of their fields.</summary>
internal sealed class FigureSet
{
    private readonly HashSet<double> _numbers = [];

    /// <summary>All numbers of the items: figures, sizes, thresholds, and the digits of names.</summary>
    public FigureSet(IEnumerable<EvidenceItem> items, KnownNames names)
    {
        foreach (var item in items)
        {
            _numbers.UnionWith(names.Figures(item.Feature));
            foreach (var text in Texts(item))
            {
                foreach (var digits in text is null ? [] : Figures.Texts(text))
                    Figures.AddReadings(digits, _numbers);
            }
            AddValues(item);
        }
    }

    /// <summary>The first number of a text that is not in the set; null when all are.</summary>
    /// <param name="figures">Numbers as they stand; a comma may set thousands apart, or two numbers.</param>
    public string? FirstUnknown(IReadOnlyList<string> figures)
    {
        foreach (var digits in figures)
        {
            if (!IsKnown(digits.Replace(",", "", StringComparison.Ordinal)) && !digits.Split(',').All(IsKnown))
                return digits;
        }
        return null;
    }

    private bool IsKnown(string digits)
    {
        var readings = new HashSet<double>();
        Figures.AddReadings(digits, readings);
        return readings.Overlaps(_numbers);
    }

    private static List<string?> Texts(EvidenceItem item)
    {
        List<string?> texts =
        [
            item.FeatureName,
            item.Variant,
            item.Cutoff,
            item.Endpoint,
            item.Population,
            item.Result.Printed,
            item.Result.Reference,
            item.Subtype?.Label,
        ];
        foreach (var therapy in item.Therapies.Concat(item.ResistantTo))
            texts.Add(therapy.Label);
        foreach (var group in item.Result.Groups)
            texts.Add(group.Label);
        return texts;
    }

    private void AddValues(EvidenceItem item)
    {
        var result = item.Result;
        Add(item.N);
        Add(item.Events);
        Add(result.Estimate);
        Add(result.Interval?.Low);
        Add(result.Interval?.High);
        Add(result.Interval?.Percent);
        Add(result.P?.Value);
        Add(result.Q?.Value);
        foreach (var group in result.Groups)
        {
            Add(group.N);
            Add(group.Rate * 100);
        }
    }

    private void Add(double? value)
    {
        if (value is { } v)
            _numbers.Add(Math.Round(v, 10));
    }
}
