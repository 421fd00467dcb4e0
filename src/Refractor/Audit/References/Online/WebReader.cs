using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Refractor.Audit.References.Online;

/// <summary>An index could not be asked; the message says which, why, and what to do.</summary>
internal sealed class SourceUnreachableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>An answer of an index: its body, or that it has nothing at the address.</summary>
/// <param name="Body">Bytes of the body; null when the index has nothing there.</param>
internal readonly record struct WebAnswer(byte[]? Body);

/// <summary>
/// Reads addresses of one index: paced, from the cache where it can, and again after a wait when the index is busy (429), fails (5xx) or is slow.
/// After three addresses in a row that could not be read it asks no more.
/// </summary>
internal sealed class WebReader(string source, HttpClient http, ReferenceServiceOptions options, WebCache? cache)
{
    private const int MostFailures = 3;
    private readonly Pacer _pacer = new(options.RequestsPerSecond);
    private int _failures;

    /// <summary>What stands at an address; null when the index has nothing there.</summary>
    /// <exception cref="SourceUnreachableException">The index could not be asked, or its answer is not the JSON that is expected.</exception>
    public async Task<T?> ReadAsync<T>(Uri address, JsonTypeInfo<T> type, CancellationToken cancel)
        where T : class
    {
        var kept = cache is null ? null : await cache.FindAsync(address, cancel).ConfigureAwait(false);
        if (kept is { } known && TryParse(known, type, out var value))
            return value;
        if (Volatile.Read(ref _failures) >= MostFailures)
            throw Unreachable(address, $"{MostFailures} requests in a row failed");
        try
        {
            var answer = await SendAsync(address, cancel).ConfigureAwait(false);
            if (!TryParse(answer, type, out value))
                throw Unreachable(address, "its answer is not the JSON that is expected");
            Volatile.Write(ref _failures, 0);
            if (cache is not null)
                await cache.KeepAsync(address, answer, cancel).ConfigureAwait(false);
            return value;
        }
        catch (SourceUnreachableException)
        {
            Interlocked.Increment(ref _failures);
            throw;
        }
    }

    private static bool TryParse<T>(WebAnswer answer, JsonTypeInfo<T> type, out T? value)
        where T : class
    {
        value = null;
        if (answer.Body is null)
            return true;
        try
        {
            value = JsonSerializer.Deserialize(answer.Body, type);
            return value is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private SourceUnreachableException Unreachable(Uri address, string reason, Exception? inner = null) =>
        new(
            $"Could not reach {source} at {address.GetLeftPart(UriPartial.Authority)}: {reason}. "
                + "Check the connection and the proxy settings and try again, or check the references without the network.",
            inner
        );

    private async Task<WebAnswer> SendAsync(Uri address, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            await _pacer.WaitAsync(cancel).ConfigureAwait(false);
            var (answer, failure) = await TryAsync(address, cancel).ConfigureAwait(false);
            if (answer is { } read)
                return read;
            var wait = failure!.Value.Wait ?? Doubled(attempt);
            if (attempt >= options.Attempts)
                throw Unreachable(address, failure.Value.Reason);
            if (wait > options.LongestWait)
                throw Unreachable(address, $"{failure.Value.Reason}, and it asks to wait {wait.TotalSeconds:0} s");
            await Task.Delay(wait, cancel).ConfigureAwait(false);
        }
    }

    private TimeSpan Doubled(int attempt)
    {
        var wait = options.FirstWait * Math.Pow(2, Math.Min(attempt - 1, 20));
        return wait < options.LongestWait ? wait : options.LongestWait;
    }

    private async Task<(WebAnswer? Answer, (string Reason, TimeSpan? Wait)? Failure)> TryAsync(
        Uri address,
        CancellationToken cancel
    )
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(options.Timeout);
        try
        {
            using var response = await http.GetAsync(address, limit.Token).ConfigureAwait(false);
            if (response.StatusCode == HttpStatusCode.NotFound)
                return (new WebAnswer(null), null);
            if (response.IsSuccessStatusCode)
                return (
                    new WebAnswer(await response.Content.ReadAsByteArrayAsync(limit.Token).ConfigureAwait(false)),
                    null
                );
            var reason = $"it answered {(int)response.StatusCode} ({response.ReasonPhrase})";
            return IsPassing(response.StatusCode)
                ? (null, (reason, RetryAfter(response)))
                : throw Unreachable(address, reason);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (null, ($"no answer within {options.Timeout.TotalSeconds:0.###} s", null));
        }
        catch (HttpRequestException e)
        {
            throw Unreachable(address, e.Message.TrimEnd('.'), e);
        }
    }

    private static bool IsPassing(HttpStatusCode status) =>
        status == HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static TimeSpan? RetryAfter(HttpResponseMessage response) =>
        response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } when date > DateTimeOffset.UtcNow => date - DateTimeOffset.UtcNow,
            _ => null,
        };
}
