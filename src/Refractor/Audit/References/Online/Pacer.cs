namespace Refractor.Audit.References.Online;

/// <summary>Lets callers pass one after another, with equal times between them.</summary>
internal sealed class Pacer(double perSecond)
{
    private readonly Lock _lock = new();
    private readonly TimeSpan _between = TimeSpan.FromSeconds(1 / perSecond);
    private readonly long _start = TimeProvider.System.GetTimestamp();
    private TimeSpan _next;

    /// <summary>Waits for the caller's turn.</summary>
    public Task WaitAsync(CancellationToken cancel)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = TimeProvider.System.GetElapsedTime(_start);
            var turn = now > _next ? now : _next;
            _next = turn + _between;
            wait = turn - now;
        }
        return wait > TimeSpan.Zero ? Task.Delay(wait, cancel) : Task.CompletedTask;
    }
}
