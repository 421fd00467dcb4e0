namespace Refractor.Vocabulary;

/// <summary>
/// The names of the field and how they relate: features with aliases and groups, therapies with classes and regimens,
/// subtypes, settings, endpoints and levels. Immutable after construction.
/// </summary>
public sealed class Lexicon
{
    private readonly Dictionary<string, Feature> _featureByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Therapy> _therapyByName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Subtype> _subtypeByName = new(StringComparer.Ordinal);
    private readonly Closure _therapyClosure;
    private readonly Closure _subtypeClosure;
    private readonly Lazy<ILookup<string, Feature>> _featuresByGene;

    /// <summary>Builds the lexicon from its entries.</summary>
    /// <exception cref="ArgumentException">A class, superset or group member is not among the entries, or classes form a cycle.</exception>
    public Lexicon(LexiconEntries entries)
    {
        Entries = entries;
        for (var i = 0; i < entries.Features.Count; i++)
        {
            var feature = entries.Features[i];
            feature.Index = i;
            _featureByKey.TryAdd(NameKey.Of(feature.Name), feature);
        }
        foreach (var feature in entries.Features)
        {
            foreach (var alias in feature.Aliases)
                _featureByKey.TryAdd(NameKey.Of(alias), feature);
        }
        for (var i = 0; i < entries.Therapies.Count; i++)
        {
            entries.Therapies[i].Index = i;
            _therapyByName.Add(entries.Therapies[i].Name, entries.Therapies[i]);
        }
        for (var i = 0; i < entries.Subtypes.Count; i++)
        {
            entries.Subtypes[i].Index = i;
            _subtypeByName.Add(entries.Subtypes[i].Name, entries.Subtypes[i]);
        }
        _therapyClosure = new Closure(entries.Therapies.Count, i => Parents(entries.Therapies[i]));
        _subtypeClosure = new Closure(
            entries.Subtypes.Count,
            i => entries.Subtypes[i].Within.Select(w => Subtype(w).Index)
        );
        _featuresByGene = new Lazy<ILookup<string, Feature>>(() =>
            entries
                .Features.SelectMany(f => f.Genes.Select(g => (Gene: g, Feature: f)))
                .ToLookup(x => x.Gene, x => x.Feature, StringComparer.Ordinal)
        );
    }

    /// <summary>The entries as read.</summary>
    public LexiconEntries Entries { get; }

    /// <summary>All features: genes first, then the others, in file order.</summary>
    public IReadOnlyList<Feature> Features => Entries.Features;

    /// <summary>All therapies.</summary>
    public IReadOnlyList<Therapy> Therapies => Entries.Therapies;

    /// <summary>All subtypes.</summary>
    public IReadOnlyList<Subtype> Subtypes => Entries.Subtypes;

    /// <summary>The feature of that name or alias, compared by <see cref="NameKey"/>; null when there is none.</summary>
    public Feature? FindFeature(string name) => _featureByKey.GetValueOrDefault(NameKey.Of(name));

    /// <summary>The therapy with that controlled name; null when there is none.</summary>
    public Therapy? FindTherapy(string name) => _therapyByName.GetValueOrDefault(name);

    /// <summary>The subtype with that controlled name; null when there is none.</summary>
    public Subtype? FindSubtype(string name) => _subtypeByName.GetValueOrDefault(name);

    /// <summary>Combined features that name this gene, such as "NCOA3 + ERBB2" for NCOA3.</summary>
    public IEnumerable<Feature> CombinedWith(Feature gene) => _featuresByGene.Value[gene.Name];

    /// <summary>The features of a group: its member genes and the pathways, signatures and gene groups that belong to it.</summary>
    public IEnumerable<Feature> MembersOf(FeatureGroup group) =>
        group.Members.Concat(group.Features).Select(FindFeature).OfType<Feature>().Distinct();

    /// <summary>Whether <paramref name="therapy"/> is <paramref name="scope"/> itself or lies below it: docetaxel lies within taxane and chemotherapy.</summary>
    public bool IsWithin(Therapy therapy, Therapy scope) => _therapyClosure.IsWithin(therapy.Index, scope.Index);

    /// <summary>Whether <paramref name="subtype"/> is <paramref name="scope"/> itself or lies below it.</summary>
    public bool IsWithin(Subtype subtype, Subtype scope) => _subtypeClosure.IsWithin(subtype.Index, scope.Index);

    /// <summary>Whether one of two therapies lies within the other, so that a finding on one can speak of the other.</summary>
    public bool Overlap(Therapy a, Therapy b) => IsWithin(a, b) || IsWithin(b, a);

    /// <summary>Whether one of two subtypes lies within the other.</summary>
    public bool Overlap(Subtype a, Subtype b) => IsWithin(a, b) || IsWithin(b, a);

    private IEnumerable<int> Parents(Therapy therapy) =>
        therapy.Classes.Select(c =>
            _therapyByName.TryGetValue(c, out var parent)
                ? parent.Index
                : throw new ArgumentException($"Therapy '{therapy.Name}' names the unknown class '{c}'.")
        );

    private Subtype Subtype(string name) =>
        FindSubtype(name) ?? throw new ArgumentException($"Unknown subtype '{name}' in 'within'.");
}

/// <summary>The entries of the vocabulary files, before any look-up is built.</summary>
public sealed record LexiconEntries
{
    /// <summary>Genes and other features.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>Groups of features.</summary>
    public required IReadOnlyList<FeatureGroup> Groups { get; init; }

    /// <summary>Agents, classes and modalities.</summary>
    public required IReadOnlyList<Therapy> Therapies { get; init; }

    /// <summary>Acronyms of combinations.</summary>
    public required IReadOnlyList<Regimen> Regimens { get; init; }

    /// <summary>Subtypes of breast cancer.</summary>
    public required IReadOnlyList<Subtype> Subtypes { get; init; }

    /// <summary>Clinical and experimental settings.</summary>
    public required IReadOnlyList<ControlledTerm> Settings { get; init; }

    /// <summary>Endpoints.</summary>
    public required IReadOnlyList<ControlledTerm> Endpoints { get; init; }

    /// <summary>Levels at which a feature is measured.</summary>
    public required IReadOnlyList<ControlledTerm> Levels { get; init; }

    /// <summary>Words for kinds of features.</summary>
    public required IReadOnlyList<ControlledTerm> FeatureTypes { get; init; }

    /// <summary>Diseases that are out of scope.</summary>
    public required IReadOnlyList<OtherDisease> OtherDiseases { get; init; }
}
