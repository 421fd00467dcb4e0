using System.Diagnostics;
using System.Globalization;

namespace Refractor.Statistics.Benchmarks;

/// <summary>
/// Wall and processor time of one run of a calculation, and the most memory that the process held during it. Written as one line of
/// the table that the R side writes as well.
/// </summary>
internal sealed record Measurement(double Wall, double User, double System, double PeakMegabytes, double Check)
{
    public static Measurement Of(Func<double> calculation)
    {
        GC.Collect();
        ResetPeak();
        using var process = Process.GetCurrentProcess();
        var (user, system) = (process.UserProcessorTime, process.PrivilegedProcessorTime);
        var clock = Stopwatch.StartNew();
        var check = calculation();
        var wall = clock.Elapsed.TotalSeconds;
        process.Refresh();
        return new Measurement(
            wall,
            (process.UserProcessorTime - user).TotalSeconds,
            (process.PrivilegedProcessorTime - system).TotalSeconds,
            Peak(),
            check
        );
    }

    public string ToLine(Workload workload, string size, int run) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{workload.Name}\t{workload.Variant}\t{size}\t{run}\t{Wall:F5}\t{User:F4}\t{System:F4}\t{PeakMegabytes:F0}\t{Check:G12}\t"
        );

    private static void ResetPeak()
    {
        if (OperatingSystem.IsLinux())
            File.WriteAllText("/proc/self/clear_refs", "5");
    }

    private static double Peak()
    {
        if (!OperatingSystem.IsLinux())
            return double.NaN;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal));
        return double.Parse(new string([.. line.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture) / 1024;
    }
}
