using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Refractor.Audit.References.Online;

/// <summary>Answers of indexes in a folder, one JSON file each, named by the SHA-256 of the address. Files that cannot be read are asked for anew.</summary>
internal sealed class WebCache(string folder, TimeSpan expiry)
{
    /// <summary>The answer kept for an address; null when there is none, or an old one.</summary>
    public async Task<WebAnswer?> FindAsync(Uri address, CancellationToken cancel)
    {
        var path = PathOf(address);
        if (!File.Exists(path))
            return null;
        var kept = Parse(await File.ReadAllBytesAsync(path, cancel).ConfigureAwait(false));
        var age = DateTimeOffset.UtcNow - kept?.Fetched;
        return kept is null || kept.Address != address.AbsoluteUri || age > expiry || age < TimeSpan.Zero
            ? null
            : new WebAnswer(kept.Body is { } body ? Encoding.UTF8.GetBytes(body) : null);
    }

    /// <summary>Keeps an answer. The file appears with its whole content, so that several programs may share the folder.</summary>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task KeepAsync(Uri address, WebAnswer answer, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var body = answer.Body is { } bytes ? Encoding.UTF8.GetString(bytes) : null;
        var kept = new KeptAnswer(address.AbsoluteUri, DateTimeOffset.UtcNow, body);
        var unfinished = Path.Combine(folder, Path.GetRandomFileName());
        await File.WriteAllBytesAsync(
                unfinished,
                JsonSerializer.SerializeToUtf8Bytes(kept, OnlineJson.Default.KeptAnswer),
                cancel
            )
            .ConfigureAwait(false);
        File.Move(unfinished, PathOf(address), overwrite: true);
    }

    private static KeptAnswer? Parse(byte[] json)
    {
        try
        {
            return JsonSerializer.Deserialize(json, OnlineJson.Default.KeptAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private string PathOf(Uri address) =>
        Path.Combine(
            folder,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))) + ".json"
        );
}

/// <summary>A file of the cache.</summary>
/// <param name="Address">What was asked.</param>
/// <param name="Fetched">When.</param>
/// <param name="Body">The answer; null when the index had nothing at the address.</param>
internal sealed record KeptAnswer(string Address, DateTimeOffset Fetched, string? Body);
