using Refractor.Knowledge;

namespace Refractor.Answers.Retrieval;

/// <summary>How the population of a finding stands to the one asked for.</summary>
internal enum PopulationMatch
{
    /// <summary>Another population, or none recorded.</summary>
    None,

    /// <summary>A wider population that includes the one asked for.</summary>
    Wider,

    /// <summary>The population asked for or a part of it.</summary>
    Within,
}

/// <summary>A finding that bears on a question.</summary>
/// <param name="Item">The finding.</param>
/// <param name="Therapy">How close its therapy is.</param>
/// <param name="Population">How close its population is.</param>
/// <param name="IsLevelAsked">Whether it is at the level asked for.</param>
internal readonly record struct Found(EvidenceItem Item, TherapyMatch Therapy, PopulationMatch Population, bool IsLevelAsked)
{
    /// <summary>Whether the finding answers the question as it was put.</summary>
    public bool IsExact => Therapy == TherapyMatch.Direct && Population == PopulationMatch.Within && IsLevelAsked;
}

/// <summary>What a search found and what it left out.</summary>
/// <param name="Main">Findings that answer the question, strongest first.</param>
/// <param name="Unspecified">Findings on the same features where the agent is not named.</param>
/// <param name="OtherLevels">Findings on the features asked for at another level than asked for.</param>
/// <param name="LeftOut">Number of near findings left out, by reason.</param>
internal sealed record SearchResult(
    IReadOnlyList<Found> Main,
    IReadOnlyList<Found> Unspecified,
    IReadOnlyList<Found> OtherLevels,
    IReadOnlyDictionary<string, int> LeftOut
);
