using Refractor.Knowledge;

namespace Refractor.Answers.Retrieval;

/// <summary>How the population of a finding stands to the one asked for.</summary>
internal enum PopulationMatch : byte
{
    /// <summary>Another population, or none recorded.</summary>
    None,

    /// <summary>A wider population that includes the one asked for.</summary>
    Wider,

    /// <summary>The population asked for or a part of it.</summary>
    Within,
}

/// <summary>A finding that bears on a question.</summary>
/// <param name="Row">Place of the finding in the pack; without a reference to the item, so that hundreds of thousands are cheap to hold.</param>
/// <param name="Therapy">How close its therapy is.</param>
/// <param name="Population">How close its population is.</param>
/// <param name="IsLevelAsked">Whether it is at the level asked for.</param>
internal readonly record struct Found(int Row, TherapyMatch Therapy, PopulationMatch Population, bool IsLevelAsked)
{
    /// <summary>The finding.</summary>
    public EvidenceItem In(KnowledgePack pack) => pack.Items[Row];

    /// <summary>Whether the finding answers the question as it was put.</summary>
    public bool IsExact => Therapy == TherapyMatch.Direct && Population == PopulationMatch.Within && IsLevelAsked;

    /// <summary>A finding that answers the question as it was put.</summary>
    public static Found Exact(EvidenceItem item) => new(item.Index, TherapyMatch.Direct, PopulationMatch.Within, true);
}

/// <summary>What a search found and what it left out. To be disposed of when the answer is written.</summary>
/// <param name="Main">Findings that answer the question, in pack order, then those added for comparison.</param>
/// <param name="Unspecified">Findings on the same features where the agent is not named.</param>
/// <param name="OtherLevels">Findings on the features asked for at another level than asked for.</param>
/// <param name="AddedAgent">Findings about an agent added to the therapy asked for, told only where they differ from those without it.</param>
/// <param name="LeftOut">Number of near findings left out, by reason.</param>
internal sealed record SearchResult(
    IReadOnlyList<Found> Main,
    IReadOnlyList<Found> Unspecified,
    IReadOnlyList<Found> OtherLevels,
    IReadOnlyList<Found> AddedAgent,
    IReadOnlyDictionary<string, int> LeftOut
) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var list in new[] { Main, Unspecified, OtherLevels, AddedAgent })
            (list as IDisposable)?.Dispose();
    }
}
