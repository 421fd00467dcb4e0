namespace Refractor.Answers.Retrieval;

/// <summary>Findings that bear on a question, each where it belongs, in pack order.</summary>
internal sealed class SortedFindings
{
    /// <summary>Those that answer the question.</summary>
    public PooledList<Found> Main { get; } = new();

    /// <summary>Those whose agent is not named.</summary>
    public PooledList<Found> Unspecified { get; } = new();

    /// <summary>Those at another level than asked for.</summary>
    public PooledList<Found> OtherLevels { get; } = new();

    /// <summary>Those about an agent added to the therapy asked for.</summary>
    public PooledList<Found> AddedAgent { get; } = new();

    /// <summary>The number of those left out.</summary>
    public LeftOut LeftOut { get; } = new();

    public void Add(Found found) => Place(in found).Add(found);

    /// <summary>Takes over what was found in later rows.</summary>
    public void Append(SortedFindings later)
    {
        Main.Take(later.Main);
        Unspecified.Take(later.Unspecified);
        OtherLevels.Take(later.OtherLevels);
        AddedAgent.Take(later.AddedAgent);
        LeftOut.Add(later.LeftOut);
    }

    private PooledList<Found> Place(in Found found)
    {
        if (found.Therapy == TherapyMatch.BackboneOnly)
            return AddedAgent;
        if (!found.IsLevelAsked)
            return OtherLevels;
        return found.Therapy == TherapyMatch.Unspecified ? Unspecified : Main;
    }
}
