using Refractor.Vocabulary;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Reads names of drugs as registries hold them: brand names, several drugs in one cell, acronyms of regimens, misspellings of one letter.
/// </summary>
internal sealed class DrugNames
{
    // Shorter names that differ by one letter may be different drugs or acronyms.
    private const int ShortestMisspelt = 7;

    private static readonly string[] Joints = ["+", "/", ",", ";", "&", "|", "(", ")", " and ", " with ", " plus "];

    private readonly Dictionary<string, Therapy[]> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DrugReading> _read = new(StringComparer.OrdinalIgnoreCase);

    public DrugNames(Lexicon lexicon)
    {
        foreach (var therapy in lexicon.Therapies)
        foreach (var name in therapy.Aliases.Prepend(therapy.Label).Prepend(therapy.Name))
            _byKey.TryAdd(NameKey.Of(name), [therapy]);
        foreach (var regimen in lexicon.Entries.Regimens)
        foreach (var name in regimen.Aliases.Prepend(regimen.Name))
            _byKey.TryAdd(NameKey.Of(name), [.. regimen.Agents.Select(lexicon.FindTherapy).OfType<Therapy>()]);
    }

    /// <summary>What a cell names.</summary>
    public DrugReading Read(string cell)
    {
        if (!_read.TryGetValue(cell, out var reading))
            _read.Add(cell, reading = Parse(cell));
        return reading;
    }

    private DrugReading Parse(string cell)
    {
        if (Find(cell) is { } whole)
            return new DrugReading(whole, [], []);
        var (therapies, unknown, misspelt) = (new List<Therapy>(), new List<string>(), new List<string>());
        foreach (var part in cell.Split(Joints, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            if (Find(part) is { } found)
                therapies.AddRange(found);
            else if (Nearest(part) is { } near)
            {
                therapies.AddRange(near);
                misspelt.Add($"{part} as {near[0].Label}");
            }
            else if (part.Any(char.IsLetter))
                unknown.Add(part);
        return new DrugReading([.. therapies.Distinct()], unknown, misspelt);
    }

    private Therapy[]? Find(string name) => _byKey.GetValueOrDefault(NameKey.Of(name));

    /// <summary>The one therapy whose name differs by a letter that is missing, added, changed, or swapped with the next one.</summary>
    private Therapy[]? Nearest(string name)
    {
        var key = NameKey.Of(name);
        if (key.Length < ShortestMisspelt)
            return null;
        var near = _byKey
            .Where(k => k.Key.Length >= ShortestMisspelt && IsNear(k.Key, key))
            .Select(k => k.Value)
            .ToList();
        return near.Count > 0 && near.TrueForAll(n => n.SequenceEqual(near[0])) ? near[0] : null;
    }

    private static bool IsNear(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 1)
            return false;
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        var same = shorter.AsSpan().CommonPrefixLength(longer);
        var restOfShorter = shorter.AsSpan(same);
        var restOfLonger = longer.AsSpan(same);
        if (shorter.Length < longer.Length)
            return restOfShorter.SequenceEqual(restOfLonger[1..]);
        return restOfShorter.Length == 0
            || restOfShorter[1..].SequenceEqual(restOfLonger[1..])
            || (
                restOfShorter.Length > 1
                && restOfShorter[0] == restOfLonger[1]
                && restOfShorter[1] == restOfLonger[0]
                && restOfShorter[2..].SequenceEqual(restOfLonger[2..])
            );
    }
}

/// <summary>What a cell with names of drugs says.</summary>
/// <param name="Therapies">The therapies it names.</param>
/// <param name="Unknown">Names that the vocabulary does not know.</param>
/// <param name="Misspelt">Names that were read as one that differs by a letter, in words.</param>
internal sealed record DrugReading(
    IReadOnlyList<Therapy> Therapies,
    IReadOnlyList<string> Unknown,
    IReadOnlyList<string> Misspelt
);
