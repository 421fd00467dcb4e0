using Refractor.Associations;

namespace Refractor.Answers.Retrieval;

/// <summary>Whether a finding is taken.</summary>
internal delegate bool TakesFinding(in Finding finding);

/// <summary>What was found as rows, the confirmed in the population asked for and in wider ones apart, and the unconfirmed.</summary>
internal sealed class FoundRows : IDisposable
{
    public FoundRows(FindingTable findings, IReadOnlyList<Found> found, TakesFinding takes)
    {
        for (var i = 0; i < found.Count; i++)
        {
            var one = found[i];
            ref readonly var finding = ref findings[one.Row];
            if (!takes(in finding))
                continue;
            if (!finding.IsConfirmed)
                Unconfirmed.Add(one.Row);
            else if (one.Population == PopulationMatch.Within)
                Within.Add(one.Row);
            else if (one.Population == PopulationMatch.Wider)
                Wider.Add(one.Row);
        }
    }

    public PooledList<int> Within { get; } = new();

    public PooledList<int> Wider { get; } = new();

    public PooledList<int> Unconfirmed { get; } = new();

    public void Dispose()
    {
        Within.Dispose();
        Wider.Dispose();
        Unconfirmed.Dispose();
    }
}
