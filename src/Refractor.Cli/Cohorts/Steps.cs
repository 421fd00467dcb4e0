using System.Diagnostics;
using System.Globalization;
using Refractor.Cohorts;

namespace Refractor.Cli.Cohorts;

/// <summary>
/// Prints how far a long analysis is. On a terminal one line is rewritten, with what is done in a second and the time left, and is gone
/// at the end; elsewhere each step is one line when it is complete.
/// </summary>
internal sealed class Steps(TextWriter error, bool isTerminal, int width) : IProgress<StepProgress>, IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private const string EraseLine = "\r\u001b[K";

    private readonly Lock _turn = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string? _step;
    private string? _completed;
    private TimeSpan _begun;
    private TimeSpan _shown;
    private long _done;

    public Steps(Session session)
        : this(session.Error, session.IsLive, session.Screen.Width) { }

    public void Report(StepProgress value)
    {
        lock (_turn)
        {
            if (value.Step == _completed)
                return;
            if (value.Step != _step)
                (_step, _begun, _done) = (value.Step, _clock.Elapsed, 0);
            _done = Math.Max(_done, value.Done);
            if (value.IsComplete)
                Complete(value);
            else if (isTerminal && _clock.Elapsed - _shown > Pause)
                Rewrite(LineOf(value with { Done = _done }, _clock.Elapsed - _begun));
        }
    }

    /// <summary>Takes the line away, so that what follows begins on an empty one.</summary>
    public void Dispose()
    {
        if (isTerminal)
            error.Write(EraseLine);
        error.Flush();
    }

    /// <summary>"linear models: 12,300 of 20,000 features, 41,000 a second, 1 s left".</summary>
    internal static string LineOf(StepProgress value, TimeSpan elapsed)
    {
        var (divisor, unit) = value.Unit == "bytes" ? (1e6, "MB") : (1, value.Unit);
        var text = $"{value.Step}: {Whole(value.Done / divisor)} of {Whole(value.Total / divisor)} {unit}";
        if (value.Done <= 0 || elapsed <= TimeSpan.Zero)
            return text;
        var rate = value.Done / elapsed.TotalSeconds;
        var left = Math.Ceiling((value.Total - value.Done) / rate);
        return $"{text}, {Whole(rate / divisor)} a second, {Whole(left)} s left";
    }

    private void Complete(StepProgress value)
    {
        _completed = value.Step;
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{_clock.Elapsed.TotalSeconds:F1} s: {value.Step} done"
        );
        if (isTerminal)
            Rewrite(text);
        else
            error.Write(text + "\n");
    }

    private void Rewrite(string text)
    {
        _shown = _clock.Elapsed;
        error.Write(EraseLine + text[..Math.Min(text.Length, width)]);
        error.Flush();
    }

    private static string Whole(double number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
