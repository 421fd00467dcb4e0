using System.Diagnostics;
using System.Globalization;

namespace Refractor.Cli.Cohorts;

/// <summary>Prints each step of a long analysis with the time since its start, at once and on the thread that does the work.</summary>
internal sealed class Steps(TextWriter error) : IProgress<string>
{
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public void Report(string value) =>
        error.Write(string.Create(CultureInfo.InvariantCulture, $"{_clock.Elapsed.TotalSeconds:F1} s: {value} done\n"));
}
