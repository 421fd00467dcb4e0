namespace Refractor.Audit.References.Online;

/// <summary>How references are looked up online.</summary>
public sealed record ReferenceServiceOptions
{
    /// <summary>Address of the interface of Crossref, with a slash at its end.</summary>
    public Uri CrossrefAddress { get; init; } = new("https://api.crossref.org/");

    /// <summary>Address of the interface of Europe PMC, with a slash at its end.</summary>
    public Uri EuropePmcAddress { get; init; } = new("https://www.ebi.ac.uk/europepmc/webservices/rest/");

    /// <summary>Folder for answers, made when it is missing; null keeps none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Age from which on a kept answer is asked for anew. Retractions become known years later, so that no answer holds for ever.</summary>
    public TimeSpan CacheExpiry { get; init; } = TimeSpan.FromDays(30);

    /// <summary>Requests per second to each index, above 0. Both indexes allow more to anonymous callers.</summary>
    public double RequestsPerSecond { get; init; } = 5;

    /// <summary>References looked up at a time, at least 1.</summary>
    public int Concurrency { get; init; } = 3;

    /// <summary>How often a request is sent at most when the index is busy, fails or is slow, at least 1.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>Wait before the second attempt; it doubles with each further one.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest wait before an attempt. An index that asks for more is not asked again.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Time for an attempt, until its whole answer is read.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
}
