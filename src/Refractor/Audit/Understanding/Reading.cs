using Refractor.Audit.Texts;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Audit.Understanding;

/// <summary>A feature where the statement names it.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Start">Place of its name in the plain text; <see cref="Before"/> when it stands before the statement, or is told by a description.</param>
/// <param name="State">The state told of it; null when none is.</param>
internal sealed record NamedFeature(Feature Feature, int Start, FeatureState? State)
{
    /// <summary>The place of a feature that was named before the statement.</summary>
    public const int Before = -1;
}

/// <summary>A statement, or a part of one with an outcome of its own, as it was read.</summary>
internal sealed record Reading
{
    /// <summary>Where it stands.</summary>
    public required TextStatement Source { get; init; }

    /// <summary>The plain words that it was read from.</summary>
    public required string Text { get; init; }

    /// <summary>Features that it names.</summary>
    public IReadOnlyList<NamedFeature> Named { get; init; } = [];

    /// <summary>Features that it is about because they were named before it: in the same paragraph, a bold lead or a heading.</summary>
    public IReadOnlyList<NamedFeature> Carried { get; init; } = [];

    /// <summary>Groups of features that it names, such as the ABC transporters.</summary>
    public IReadOnlyList<FeatureGroup> Groups { get; init; } = [];

    /// <summary>Therapies that it names, regimens by their agents.</summary>
    public IReadOnlyList<Therapy> Therapies { get; init; } = [];

    /// <summary>The therapy behind "than on", to which the other is compared; null when there is none.</summary>
    public Therapy? Comparator { get; init; }

    public IReadOnlyList<Subtype> Subtypes { get; init; } = [];

    public IReadOnlyList<Setting> Settings { get; init; } = [];

    public IReadOnlyList<string> Endpoints { get; init; } = [];

    public IReadOnlyList<string> Trials { get; init; } = [];

    public IReadOnlyList<Level> Levels { get; init; } = [];

    public IReadOnlyList<StatedNumber> Numbers { get; init; } = [];

    /// <summary>The states told anywhere in it.</summary>
    public IReadOnlyList<StatePhrase> States { get; init; } = [];

    /// <summary>What it says that the feature goes with; null when it says nothing of the kind.</summary>
    public Outcome? Outcome { get; init; }

    public required Tone Tone { get; init; }

    /// <summary>Stems of its content words.</summary>
    public required IReadOnlySet<string> Words { get; init; }

    /// <summary>Stems of the words of the headings and of the paragraph before it.</summary>
    public IReadOnlySet<string> ContextWords { get; init; } = new HashSet<string>();

    /// <summary>Its words and those of its context.</summary>
    public IReadOnlySet<string> AllWords => _allWords ??= Words.Concat(ContextWords).ToHashSet(StringComparer.Ordinal);

    private IReadOnlySet<string>? _allWords;

    /// <summary>Whether it names something that looks like a gene, drug or cell and that the vocabulary does not hold.</summary>
    public bool NamesUnknown { get; init; }

    /// <summary>Features named or carried.</summary>
    public IEnumerable<Feature> Features => (Named.Count > 0 ? Named : Carried).Select(n => n.Feature);

    /// <summary>
    /// The state told of the feature of an item; null when none is told. A feature that is described rather than named holds its state in
    /// its description: then it is that of the item.
    /// </summary>
    public FeatureState? StateOf(EvidenceItem item)
    {
        if (Named.FirstOrDefault(n => n.Feature == item.Feature) is { } named)
            return named.Start < 0 ? item.State : named.State ?? FirstState;
        if (Named.FirstOrDefault(n => IsKin(n.Feature, item.Feature)) is { } kin)
            return kin.State ?? FirstState;
        if (Named.Count > 0 || Carried.FirstOrDefault(c => c.Feature == item.Feature) is not { } carried)
            return item.State;
        return FirstState ?? Receptor(item.Feature) ?? carried.State;
    }

    private FeatureState? FirstState => States.Count > 0 ? States[0].State : null;

    /// <summary>Whether one feature is made of the other: "NCOA3 + ERBB2" of NCOA3.</summary>
    public static bool IsKin(Feature named, Feature feature) =>
        feature.Genes.Contains(named.Name) || named.Genes.Contains(feature.Name);

    /// <summary>"In HER2-negative disease" tells the state of HER2 where HER2 is what the paragraph is about.</summary>
    private FeatureState? Receptor(Feature feature)
    {
        if (Subtypes.Count == 0)
            return null;
        var part = feature.Name switch
        {
            "ERBB2" => "HER2",
            "ESR1" or "PGR" => "HR",
            _ => null,
        };
        if (part is null)
            return null;
        if (Subtypes[0].Name.Contains(part + "-", StringComparison.Ordinal))
            return FeatureState.Negative;
        return Subtypes[0].Name.Contains(part + "+", StringComparison.Ordinal) ? FeatureState.Positive : null;
    }

    /// <summary>Whether two numbers stand against each other, so that their order tells the direction and not a word.</summary>
    public bool ComparesNumbers =>
        Numbers.Count(n => n.Kind == NumberKind.Percent) > 1 || Numbers.Count(n => n.Kind == NumberKind.Duration) > 1;
}
