using Refractor.Associations;
using Refractor.Knowledge;
using Refractor.Vocabulary;

namespace Refractor.Answers;

/// <summary>What kind of answer a question wants.</summary>
public enum Intent
{
    /// <summary>All features for a therapy, level or population.</summary>
    List,

    /// <summary>What is known of one or more named features.</summary>
    Feature,

    /// <summary>The same thing in two populations, settings or therapies.</summary>
    Compare,

    /// <summary>Features of resistance to several therapies.</summary>
    CrossResistance,

    /// <summary>Features in order of their evidence.</summary>
    Rank,

    /// <summary>A number of items, papers or features.</summary>
    Count,

    /// <summary>What was tested without an association.</summary>
    Negative,

    /// <summary>What changes under treatment.</summary>
    Change,

    /// <summary>Where the sources disagree.</summary>
    Conflict,
}

/// <summary>Direction that a question asks for.</summary>
public enum AskedEffect
{
    /// <summary>Not stated, or both.</summary>
    Any,

    /// <summary>Resistance.</summary>
    Resistance,

    /// <summary>Sensitivity or benefit.</summary>
    Sensitivity,

    /// <summary>No association.</summary>
    NoEffect,
}

/// <summary>What a count counts.</summary>
public enum CountUnit
{
    /// <summary>Evidence items.</summary>
    Items,

    /// <summary>Papers.</summary>
    Papers,

    /// <summary>Distinct features.</summary>
    Features,
}

/// <summary>Why a question is declined before any evidence is looked up.</summary>
public enum OutOfScope
{
    /// <summary>It is within scope.</summary>
    No,

    /// <summary>It asks for advice on a person's own treatment.</summary>
    PersonalAdvice,

    /// <summary>It is about another disease.</summary>
    OtherDisease,

    /// <summary>It names nothing that this knowledge is about.</summary>
    OffTopic,

    /// <summary>It asks for a task other than answering.</summary>
    OtherTask,
}

/// <summary>State in which a question names a feature.</summary>
public enum AskedState
{
    /// <summary>Not stated.</summary>
    Any,

    /// <summary>High, overexpressed, amplified, positive.</summary>
    Gain,

    /// <summary>Low, lost, silenced, negative.</summary>
    Loss,

    /// <summary>Mutated.</summary>
    Mutated,
}

/// <summary>A word of the question that leads to nothing known.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Nearest">The nearest known name; null when none is near.</param>
/// <param name="IsEntity">Whether it looks like the name of a gene, RNA or drug, so that the question may hang on it.</param>
public sealed record UnknownTerm(string Text, string? Nearest, bool IsEntity);

/// <summary>A word read as another one.</summary>
/// <param name="Typed">As typed.</param>
/// <param name="Read">As read.</param>
/// <param name="Why">Reason when it is not a mere misspelling, such as an ambiguous alias; else null.</param>
public sealed record Correction(string Typed, string Read, string? Why);

/// <summary>The reading of a question.</summary>
public sealed record Question
{
    /// <summary>The question as typed.</summary>
    public required string Text { get; init; }

    /// <summary>What kind of answer is wanted.</summary>
    public Intent Intent { get; init; }

    /// <summary>Named features.</summary>
    public IReadOnlyList<Feature> Features { get; init; } = [];

    /// <summary>Named groups of features.</summary>
    public IReadOnlyList<FeatureGroup> Groups { get; init; } = [];

    /// <summary>Named therapies; empty for any therapy.</summary>
    public IReadOnlyList<Therapy> Therapies { get; init; } = [];

    /// <summary>Regimens named by acronym; their agents are among <see cref="Therapies"/>.</summary>
    public IReadOnlyList<Regimen> Regimens { get; init; } = [];

    /// <summary>Therapies that the question sets aside.</summary>
    public IReadOnlyList<Therapy> Excluded { get; init; } = [];

    /// <summary>Levels asked for; empty for all.</summary>
    public IReadOnlyList<Level> Levels { get; init; } = [];

    /// <summary>Kinds of feature asked for; empty for all.</summary>
    public IReadOnlyList<FeatureType> Types { get; init; } = [];

    /// <summary>Subtypes asked for; empty for all.</summary>
    public IReadOnlyList<Subtype> Subtypes { get; init; } = [];

    /// <summary>Settings asked for; empty for all.</summary>
    public IReadOnlyList<Setting> Settings { get; init; } = [];

    /// <summary>Endpoints named, by controlled name.</summary>
    public IReadOnlyList<string> Endpoints { get; init; } = [];

    /// <summary>Trials and data sets named.</summary>
    public IReadOnlyList<string> Trials { get; init; } = [];

    /// <summary>Direction asked for.</summary>
    public AskedEffect Effect { get; init; }

    /// <summary>State in which the feature is named.</summary>
    public AskedState State { get; init; }

    /// <summary>Whether only findings in patients are wanted.</summary>
    public bool PatientsOnly { get; init; }

    /// <summary>Whether the question asks how an effect comes about.</summary>
    public bool AsksMechanism { get; init; }

    /// <summary>Whether cross-resistance is asked for besides.</summary>
    public bool AsksCross { get; init; }

    /// <summary>The direction that the question takes for granted; null when it presumes none.</summary>
    public Direction? Presumed { get; init; }

    /// <summary>What to count.</summary>
    public CountUnit CountUnit { get; init; }

    /// <summary>Relation that a count is restricted to; null for all.</summary>
    public Relation? CountRelation { get; init; }

    /// <summary>Design that a count is restricted to; null for all.</summary>
    public Design? CountDesign { get; init; }

    /// <summary>Words that lead to nothing known.</summary>
    public IReadOnlyList<UnknownTerm> Unknown { get; init; } = [];

    /// <summary>Words read as others.</summary>
    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>Why the question is declined; No when it is not.</summary>
    public OutOfScope OutOfScope { get; init; }

    /// <summary>The other disease named; null when none is.</summary>
    public string? OtherDisease { get; init; }

    /// <summary>The features asked for, named ones and members of groups; empty when the question is open.</summary>
    public IEnumerable<Feature> AskedFeatures(Lexicon lexicon) =>
        Features.Concat(Groups.SelectMany(lexicon.MembersOf)).Distinct();
}
