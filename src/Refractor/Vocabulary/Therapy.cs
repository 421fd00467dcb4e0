namespace Refractor.Vocabulary;

/// <summary>Whether a therapy name is one agent or stands for many.</summary>
public enum TherapyKind
{
    /// <summary>One agent.</summary>
    Agent,

    /// <summary>A class of agents, such as the taxanes.</summary>
    Class,

    /// <summary>A whole modality, such as chemotherapy or radiotherapy.</summary>
    Modality,

    /// <summary>Mixed or unstated treatment.</summary>
    Mixed,
}

/// <summary>An agent, a class of agents or a modality; classes form a directed graph without cycles.</summary>
public sealed class Therapy
{
    /// <summary>Position in <see cref="Lexicon.Therapies"/>.</summary>
    public int Index { get; internal set; }

    /// <summary>Controlled name as written in evidence files, such as <c>trastuzumab_deruxtecan</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Name as printed.</summary>
    public required string Label { get; init; }

    /// <summary>Agent, class, modality or mixed.</summary>
    public required TherapyKind Kind { get; init; }

    /// <summary>Names of the classes directly above; empty for roots.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];

    /// <summary>Modality name: chemotherapy, radiotherapy, endocrine, targeted, adc, immunotherapy or mixed.</summary>
    public required string Modality { get; init; }

    /// <summary>Brand names, synonyms and word forms.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Words that name resistance to this therapy in one, such as "chemoresistance".</summary>
    public IReadOnlyList<string> ResistanceWords { get; init; } = [];

    /// <summary>Words that name sensitivity to this therapy in one, such as "radiosensitivity".</summary>
    public IReadOnlyList<string> SensitivityWords { get; init; } = [];

    /// <summary>Whether the therapy is itself on trial when it is combined with an added agent, though its modality is a backbone: the oral SERDs.</summary>
    public bool Leads { get; init; }

    /// <summary>
    /// Whether the therapy is given on top of a backbone, so that a finding under the combination is about it and not about the backbone:
    /// targeted agents, antibody-drug conjugates and immunotherapy.
    /// </summary>
    public bool IsAddOn => Modality is "targeted" or "adc" or "immunotherapy";

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>Agents given together under an acronym, such as CMF.</summary>
/// <param name="Name">Acronym.</param>
/// <param name="Agents">Controlled therapy names.</param>
/// <param name="Aliases">Other acronyms for the same agents.</param>
public sealed record Regimen(string Name, IReadOnlyList<string> Agents, IReadOnlyList<string> Aliases);
