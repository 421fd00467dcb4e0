using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Refractor.Tests.Audit.References.Online;

/// <summary>An answer of the fake index.</summary>
internal sealed record FakeAnswer(int Status, string Body = "", int RetryAfter = 0, int DelayMs = 0);

/// <summary>
/// Both indexes on the loopback address with made-up records. An address has one answer or several in turn, of which the last one stays; anything
/// else is 404 for works and an empty list for searches.
/// </summary>
internal sealed class FakeIndex : IDisposable
{
    private readonly HttpListener _listener;
    private readonly Task _served;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<FakeAnswer>> _answers = new();
    private int _now;

    public FakeIndex()
    {
        (_listener, Address) = Start();
        _served = Task.Run(ServeAsync);
    }

    public Uri Address { get; }

    /// <summary>Paths with queries as they were asked, in order.</summary>
    public ConcurrentQueue<string> Asked { get; } = new();

    /// <summary>When each was asked, in milliseconds.</summary>
    public ConcurrentQueue<long> Times { get; } = new();

    public ConcurrentQueue<string> Agents { get; } = new();

    /// <summary>The most requests that were open at a time.</summary>
    public int MostAtOnce { get; private set; }

    public FakeIndex With(string pathAndQuery, params FakeAnswer[] answers)
    {
        _answers[pathAndQuery] = new ConcurrentQueue<FakeAnswer>(answers);
        return this;
    }

    public FakeIndex Work(string doi, string message) =>
        With("/works/" + doi, new FakeAnswer(200, "{\"status\":\"ok\",\"message\":" + message + "}"));

    public FakeIndex Found(string query, string items) =>
        With(
            "/works?query.bibliographic=" + query + "&rows=3",
            new FakeAnswer(200, "{\"message\":{\"items\":[" + items + "]}}")
        );

    public FakeIndex Paper(string query, string result) =>
        With(
            "/search?query=" + query + "&format=json",
            new FakeAnswer(200, "{\"resultList\":{\"result\":[" + result + "]}}")
        );

    public void Dispose()
    {
        _listener.Stop();
        _served.GetAwaiter().GetResult();
        _listener.Close();
    }

    /// <summary>An address at which nothing listens.</summary>
    public static Uri Nobody()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/");
    }

    private static (HttpListener Listener, Uri Address) Start()
    {
        for (var attempt = 0; ; attempt++)
        {
            var address = Nobody();
            var listener = new HttpListener();
            listener.Prefixes.Add(address.ToString());
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 20)
            {
                listener.Close();
            }
        }
    }

    private async Task ServeAsync()
    {
        var open = new List<Task>();
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                open.Add(Task.Run(() => AnswerAsync(context)));
            }
            catch (Exception e) when (e is HttpListenerException or InvalidOperationException)
            {
                // Stopped, perhaps before it waited for the first request.
                break;
            }
        }
        await Task.WhenAll(open);
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        lock (_answers)
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
        var path = Uri.UnescapeDataString(context.Request.RawUrl!);
        Asked.Enqueue(path);
        Times.Enqueue(Environment.TickCount64);
        Agents.Enqueue(context.Request.UserAgent ?? "");
        var answer = Next(path);
        await Task.Delay(answer.DelayMs);
        lock (_answers)
            _now--;
        try
        {
            context.Response.StatusCode = answer.Status;
            if (answer.RetryAfter > 0)
                context.Response.Headers["Retry-After"] = $"{answer.RetryAfter}";
            context.Response.Close(Encoding.UTF8.GetBytes(answer.Body), willBlock: false);
        }
        catch (Exception e) when (e is HttpListenerException or ObjectDisposedException or InvalidOperationException)
        {
            // The caller did not wait for the answer.
        }
    }

    private FakeAnswer Next(string path)
    {
        if (_answers.TryGetValue(path, out var answers))
            return answers.Count > 1 && answers.TryDequeue(out var next) ? next
                : answers.TryPeek(out var last) ? last
                : new FakeAnswer(500);
        if (path.StartsWith("/search", StringComparison.Ordinal))
            return new FakeAnswer(200, """{"hitCount":0,"resultList":{"result":[]}}""");
        return path.StartsWith("/works?", StringComparison.Ordinal)
            ? new FakeAnswer(200, """{"message":{"items":[]}}""")
            : new FakeAnswer(404, "Resource not found.");
    }
}
