namespace Refractor.Statistics.Survival.CompetingRisks;

/// <summary>Follow-up of n patients to the first of several events that exclude each other, such as relapse and death without relapse.</summary>
public sealed class CompetingTimes
{
    private readonly int[] _causes;

    private CompetingTimes(SurvivalTimes anyEvent, int[] causes) => (AnyEvent, _causes) = (anyEvent, causes);

    /// <summary>Number of rows given, n.</summary>
    public int Count => AnyEvent.Count;

    /// <summary>Number of rows used.</summary>
    public int N => AnyEvent.N;

    /// <summary>Number of rows left out, for a missing time or cause.</summary>
    public int Missing => AnyEvent.Missing;

    /// <summary>Follow-up to the first event of any cause.</summary>
    public SurvivalTimes AnyEvent { get; }

    /// <summary>n causes: 0 censored, from 1 the event observed; what is written in rows left out has no meaning.</summary>
    public ReadOnlySpan<int> Causes => _causes;

    /// <summary>Takes times and causes.</summary>
    /// <param name="times">n times, in any one unit; NaN is missing.</param>
    /// <param name="causes">n causes of the first event: 0 censored, from 1 the cause; a negative number is missing.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static CompetingTimes Of(ReadOnlySpan<double> times, ReadOnlySpan<int> causes)
    {
        Check.Length(times.Length, causes.Length, nameof(causes));
        var (known, events) = (times.ToArray(), new bool[causes.Length]);
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = causes[i] > 0;
            if (causes[i] < 0)
                known[i] = double.NaN;
        }
        return new CompetingTimes(SurvivalTimes.Of(known, events), causes.ToArray());
    }

    /// <summary>The same follow-up with only some rows used; the others count as missing.</summary>
    /// <param name="keep">n flags.</param>
    /// <exception cref="ArgumentException">There are not n flags.</exception>
    public CompetingTimes Where(ReadOnlySpan<bool> keep) => new(AnyEvent.Where(keep), _causes);

    /// <summary>Number of events of a cause among the rows used.</summary>
    public int EventsOf(int cause) => AnyEvent.Order.Count(i => _causes[i] == cause);

    /// <summary>The follow-up of each group that has rows, by ascending number.</summary>
    internal IReadOnlyList<CompetingTimes> Split(ReadOnlySpan<int> groups)
    {
        var split = new List<CompetingTimes>();
        foreach (var group in Strata.Split(AnyEvent, groups))
            split.Add(new CompetingTimes(group, _causes));
        return split;
    }

    internal static void CheckCause(int cause)
    {
        if (cause < 1)
            throw new ArgumentException($"Cause {cause}; expected a number from 1.", nameof(cause));
    }
}
