namespace Refractor.Cli;

/// <summary>Turns Ctrl-C into a cancellation for as long as it lives.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();

    public Interrupt() => Console.CancelKeyPress += Stop;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= Stop;
        _source.Dispose();
    }

    /// <summary>The first Ctrl-C asks to stop; a second one ends the process.</summary>
    private void Stop(object? sender, ConsoleCancelEventArgs press)
    {
        press.Cancel = !_source.IsCancellationRequested;
        _source.Cancel();
    }
}
