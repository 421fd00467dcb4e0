using System.Collections.Concurrent;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Checking;

/// <summary>Compared forms of the names in a pack, and the numbers in them, worked out once. Thread-safe.</summary>
internal sealed class KnownNames
{
    private readonly ConcurrentDictionary<Feature, string[]> _features = new();
    private readonly ConcurrentDictionary<string, string> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Feature, HashSet<double>> _figures = new();
    private readonly ConcurrentDictionary<EvidenceItem, HashSet<string>> _words = new();

    /// <summary>Words of every field of an item that a sentence may print.</summary>
    public HashSet<string> Words(EvidenceItem item) => _words.GetOrAdd(item, KnownWords.Of);

    /// <summary>Keys of a feature's name and aliases, the longest first.</summary>
    public string[] Of(Feature feature) =>
        _features.GetOrAdd(
            feature,
            f =>
            {
                var keys = f
                    .Aliases.Append(f.Name)
                    .Select(NameKey.Of)
                    .Where(k => k.Length > 0)
                    .Distinct(StringComparer.Ordinal)
                    .ToArray();
                Array.Sort(keys, (a, b) => b.Length.CompareTo(a.Length));
                return keys;
            }
        );

    /// <summary>Key of any other name.</summary>
    public string Key(string name) => _keys.GetOrAdd(name, NameKey.Of);

    /// <summary>Numbers in a feature's names.</summary>
    public HashSet<double> Figures(Feature feature) =>
        _figures.GetOrAdd(feature, f => [.. f.Aliases.Append(f.Name).SelectMany(Checking.Figures.In)]);
}
