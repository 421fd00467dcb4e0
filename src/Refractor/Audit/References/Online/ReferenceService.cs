using System.Net.Http.Headers;
using Refractor.Audit.Texts;

namespace Refractor.Audit.References.Online;

/// <summary>
/// Looks references up in Crossref and Europe PMC. Nothing is sent before it is asked; what is sent are the identifiers, titles and first authors of the
/// entries, and no other text. May be used from several threads.
/// </summary>
public sealed class ReferenceService : IDisposable
{
    private const int LargestAnswer = 8 * 1024 * 1024;
    private readonly HttpClient _http = new()
    {
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = LargestAnswer,
    };
    private readonly ReferenceServiceOptions _options;
    private readonly IReadOnlyList<IReferenceSource> _sources;

    /// <summary>Prepares the look-up; sends nothing.</summary>
    /// <param name="options">Addresses, cache and limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">A rate, a number or a time is not above 0.</exception>
    public ReferenceService(ReferenceServiceOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.RequestsPerSecond);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Concurrency);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Attempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Timeout, TimeSpan.Zero);
        _options = options;
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Refractor", Version));
        _http.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(research use)"));
        var cache = options.CacheFolder is { } folder ? new WebCache(folder, options.CacheExpiry) : null;
        _sources =
        [
            new CrossrefSource(new WebReader("Crossref", _http, options, cache), options.CrossrefAddress),
            new EuropePmcSource(new WebReader("Europe PMC", _http, options, cache), options.EuropePmcAddress),
        ];
    }

    private static string Version => typeof(ReferenceService).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>What the indexes say about each reference.</summary>
    /// <param name="references">The entries.</param>
    /// <param name="cancel">Ends the look-up.</param>
    /// <returns>The answers for each entry in the order given; empty for an entry that no index can be asked for.</returns>
    /// <exception cref="IOException">The folder of the cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<IReadOnlyList<OnlineReference>> FindAsync(
        IReadOnlyList<ListedReference> references,
        CancellationToken cancel = default
    )
    {
        var found = new OnlineReference[references.Count];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = _options.Concurrency, CancellationToken = cancel };
        await Parallel
            .ForAsync(
                0,
                references.Count,
                limits,
                async (i, stop) => found[i] = await FindAsync(references[i], stop).ConfigureAwait(false)
            )
            .ConfigureAwait(false);
        return found;
    }

    /// <summary>The problems of a text's references that the indexes tell of, in the order of the text.</summary>
    /// <param name="text">The text with its reference list.</param>
    /// <param name="cancel">Ends the look-up.</param>
    /// <returns>The problems; an index that could not be asked is one of them and told once.</returns>
    /// <exception cref="IOException">The folder of the cache cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task<IReadOnlyList<ReferenceProblem>> CheckAsync(ReadText text, CancellationToken cancel = default) =>
        OnlineRules.Check(text.Path, await FindAsync(text.References, cancel).ConfigureAwait(false));

    /// <summary>Closes the connections.</summary>
    public void Dispose() => _http.Dispose();

    private async Task<OnlineReference> FindAsync(ListedReference reference, CancellationToken cancel)
    {
        var answers = await Task.WhenAll(_sources.Select(s => s.FindAsync(reference, cancel))).ConfigureAwait(false);
        return new OnlineReference(reference, [.. answers.OfType<OnlineAnswer>()]);
    }
}

/// <summary>A reference with what the indexes say about it.</summary>
/// <param name="Reference">The entry.</param>
/// <param name="Answers">One answer of each index that was asked.</param>
public sealed record OnlineReference(ListedReference Reference, IReadOnlyList<OnlineAnswer> Answers);
