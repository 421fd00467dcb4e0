using Refractor.Associations;

namespace Refractor.Answers.Retrieval;

/// <summary>Whether a finding is taken.</summary>
internal delegate bool TakesFinding(in Finding finding);

/// <summary>What was found as rows, the confirmed in the population asked for and in wider ones apart, and the unconfirmed.</summary>
internal sealed class FoundRows : IDisposable
{
    /// <param name="findings">The table of the pack.</param>
    /// <param name="found">What was found.</param>
    /// <param name="takes">Which findings are taken.</param>
    /// <param name="classApart">Whether findings on the class of an agent are kept apart from those on the agent itself.</param>
    public FoundRows(FindingTable findings, IReadOnlyList<Found> found, TakesFinding takes, bool classApart = false)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            ref readonly var finding = ref findings[one.Row];
            if (!takes(in finding))
                continue;
            if (!finding.IsConfirmed)
                Unconfirmed.Add(one.Row);
            else if (classApart && one.Therapy == TherapyMatch.ClassOf)
                OfClass.Add(one.Row);
            else if (one.Population == PopulationMatch.Within)
                Within.Add(one.Row);
            else if (one.Population == PopulationMatch.Wider)
                Wider.Add(one.Row);
        }
    }

    public PooledList<int> Within { get; } = new();

    public PooledList<int> Wider { get; } = new();

    public PooledList<int> OfClass { get; } = new();

    public PooledList<int> Unconfirmed { get; } = new();

    public void Dispose()
    {
        Within.Dispose();
        Wider.Dispose();
        OfClass.Dispose();
        Unconfirmed.Dispose();
    }
}
