using System.Diagnostics;

namespace Refractor.Benchmarks;

/// <summary>Times of repeated runs of one action.</summary>
public sealed record Timing(double Median, double Least, double Most)
{
    /// <summary>Runs the action some times; times in milliseconds.</summary>
    public static Timing Of(int repeats, Action action)
    {
        var times = new double[repeats];
        for (var i = 0; i < repeats; i++)
        {
            var clock = Stopwatch.StartNew();
            action();
            times[i] = clock.Elapsed.TotalMilliseconds;
        }
        Array.Sort(times);
        return new Timing(times[repeats / 2], times[0], times[^1]);
    }
}
