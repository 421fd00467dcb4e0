namespace Refractor.Statistics.Survival;

/// <summary>
/// Right-censored follow-up of n patients, with late entry where there is any: the input of every survival method. Patients keep the
/// row they were given in, so that covariates are arrays of n values; the rows that can be used are sorted once.
/// </summary>
/// <remarks>
/// Times that differ by rounding alone (day counts divided by 365.25) are made equal as R's <c>aeqSurv</c> does, else ties would be
/// broken at random. A row is left out, and counted in <see cref="Missing"/>, where the time, the status or the entry is not finite or
/// the entry does not lie before the end.
/// </remarks>
public sealed class SurvivalTimes
{
    private readonly double[] _times;
    private readonly bool[] _events;
    private readonly double[]? _entries;

    private SurvivalTimes(double[] times, bool[] events, double[]? entries, int[] order, int[] entryOrder)
    {
        (_times, _events, _entries) = (times, events, entries);
        (Order, EntryOrder) = (order, entryOrder);
        TimeStarts = TimeOrder.BlockStarts(order, times);
        foreach (var row in order)
            Events += events[row] ? 1 : 0;
    }

    /// <summary>Number of rows given, n.</summary>
    public int Count => _times.Length;

    /// <summary>Number of rows used.</summary>
    public int N => Order.Length;

    /// <summary>Number of rows left out: n − <see cref="N"/>.</summary>
    public int Missing => Count - N;

    /// <summary>Number of events among the rows used.</summary>
    public int Events { get; }

    /// <summary>Whether patients come under observation later than time 0.</summary>
    public bool HasEntries => _entries is not null;

    /// <summary>n times of event or of censoring, near-equal ones made equal; rows left out are NaN.</summary>
    public ReadOnlySpan<double> Times => _times;

    /// <summary>n flags: whether the event was observed; false in rows left out.</summary>
    public ReadOnlySpan<bool> EventObserved => _events;

    /// <summary>n times of entry, or empty if all are observed from the start.</summary>
    public ReadOnlySpan<double> Entries => _entries;

    /// <summary>The rows used, by ascending time; equal times by ascending row.</summary>
    internal int[] Order { get; }

    /// <summary>
    /// Position in <see cref="Order"/> at which each distinct time starts, and <see cref="N"/> at the end: one longer than there are
    /// distinct times.
    /// </summary>
    internal int[] TimeStarts { get; }

    /// <summary>The rows used, by ascending entry; empty if there are no entries.</summary>
    internal int[] EntryOrder { get; }

    /// <summary>Follow-up from time 0.</summary>
    /// <param name="times">n times, in any one unit; NaN is missing.</param>
    /// <param name="events">n flags: true if the event was observed, false if the patient was censored.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static SurvivalTimes Of(ReadOnlySpan<double> times, ReadOnlySpan<bool> events)
    {
        Check.Length(times.Length, events.Length, nameof(events));
        return Make(times, events, []);
    }

    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    /// <param name="times">n times, in any one unit; NaN is missing.</param>
    /// <param name="status">n values: 1 event, 0 censored, NaN missing.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a status is not 0, 1 or NaN.</exception>
    public static SurvivalTimes Of(ReadOnlySpan<double> times, ReadOnlySpan<double> status)
    {
        Check.Length(times.Length, status.Length, nameof(status));
        return Make(MaskUnknown(times, status), Flags(status), []);
    }

    /// <summary>Follow-up from an entry (left truncation), or intervals (start, stop] of covariates that change with time.</summary>
    /// <param name="starts">n times at which observation starts; the patient is at risk after, not at, that time.</param>
    /// <param name="stops">n times at which it ends, each after its start.</param>
    /// <param name="events">n flags: whether the event was observed at the end.</param>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    public static SurvivalTimes Between(
        ReadOnlySpan<double> starts,
        ReadOnlySpan<double> stops,
        ReadOnlySpan<bool> events
    )
    {
        Check.Length(stops.Length, starts.Length, nameof(starts));
        Check.Length(stops.Length, events.Length, nameof(events));
        return Make(stops, events, starts);
    }

    /// <inheritdoc cref="Between(ReadOnlySpan{double}, ReadOnlySpan{double}, ReadOnlySpan{bool})"/>
    /// <param name="starts">n times at which observation starts.</param>
    /// <param name="stops">n times at which it ends.</param>
    /// <param name="status">n values: 1 event, 0 censored, NaN missing.</param>
    /// <exception cref="ArgumentException">The lists differ in length, or a status is not 0, 1 or NaN.</exception>
    public static SurvivalTimes Between(
        ReadOnlySpan<double> starts,
        ReadOnlySpan<double> stops,
        ReadOnlySpan<double> status
    )
    {
        Check.Length(stops.Length, starts.Length, nameof(starts));
        Check.Length(stops.Length, status.Length, nameof(status));
        return Make(MaskUnknown(stops, status), Flags(status), starts);
    }

    /// <summary>The same follow-up with only some rows used, such as those of one group or with all covariates known.</summary>
    /// <param name="keep">n flags.</param>
    /// <returns>The same n rows; those not kept count as <see cref="Missing"/>. Itself if all its rows are kept.</returns>
    /// <exception cref="ArgumentException">There are not n flags.</exception>
    public SurvivalTimes Where(ReadOnlySpan<bool> keep)
    {
        Check.Length(Count, keep.Length, nameof(keep));
        var order = Kept(Order, keep);
        return order.Length == N ? this : Take(order, Kept(EntryOrder, keep));
    }

    private SurvivalTimes Take(int[] order, int[] entryOrder)
    {
        var (times, events) = (new double[Count], new bool[Count]);
        Array.Fill(times, double.NaN);
        foreach (var row in order)
            (times[row], events[row]) = (_times[row], _events[row]);
        return new SurvivalTimes(times, events, _entries, order, entryOrder);
    }

    private static int[] Kept(int[] order, ReadOnlySpan<bool> keep)
    {
        var (kept, count) = (new int[order.Length], 0);
        foreach (var row in order)
            if (keep[row])
                kept[count++] = row;
        return count == order.Length ? order : kept[..count];
    }

    private static SurvivalTimes Make(
        ReadOnlySpan<double> times,
        ReadOnlySpan<bool> events,
        ReadOnlySpan<double> entries
    )
    {
        var late = !entries.IsEmpty;
        var (ends, starts) = (times.ToArray(), late ? entries.ToArray() : null);
        for (var i = 0; i < ends.Length; i++)
            if (!double.IsFinite(ends[i]) || (late && !(double.IsFinite(starts![i]) && starts[i] < ends[i])))
                Drop(ends, starts, i);
        NearEqualTimes.MakeEqual(ends, starts);
        for (var i = 0; late && i < ends.Length; i++)
            if (starts![i] >= ends[i])
                Drop(ends, starts, i);
        var usable = Enumerable.Range(0, ends.Length).Where(i => !double.IsNaN(ends[i])).ToArray();
        var flags = new bool[ends.Length];
        foreach (var i in usable)
            flags[i] = events[i];
        return new SurvivalTimes(
            ends,
            flags,
            starts,
            TimeOrder.Of(usable, ends),
            starts is null ? [] : TimeOrder.Of(usable, starts)
        );
    }

    private static void Drop(double[] ends, double[]? starts, int i)
    {
        ends[i] = double.NaN;
        if (starts is not null)
            starts[i] = double.NaN;
    }

    private static double[] MaskUnknown(ReadOnlySpan<double> times, ReadOnlySpan<double> status)
    {
        var masked = times.ToArray();
        for (var i = 0; i < masked.Length; i++)
            if (double.IsNaN(status[i]))
                masked[i] = double.NaN;
        return masked;
    }

    private static bool[] Flags(ReadOnlySpan<double> status)
    {
        var flags = new bool[status.Length];
        for (var i = 0; i < flags.Length; i++)
            flags[i] = status[i] switch
            {
                1 => true,
                0 or double.NaN => false,
                _ => throw new ArgumentException(
                    $"Status {i} is {status[i]}; expected 1 (event), 0 (censored) or NaN (missing).",
                    nameof(status)
                ),
            };
        return flags;
    }
}
