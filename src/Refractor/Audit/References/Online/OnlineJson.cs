using System.Text.Json;
using System.Text.Json.Serialization;

namespace Refractor.Audit.References.Online;

/// <summary>The parts of the indexes' answers that are used, read without reflection.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(KeptAnswer))]
[JsonSerializable(typeof(CrossrefWork))]
[JsonSerializable(typeof(CrossrefFound))]
[JsonSerializable(typeof(CrossrefAgency))]
[JsonSerializable(typeof(EuropePmcFound))]
internal sealed partial class OnlineJson : JsonSerializerContext;

internal sealed record CrossrefWork([property: JsonPropertyName("message")] CrossrefRecord? Message);

internal sealed record CrossrefFound([property: JsonPropertyName("message")] CrossrefItems? Message);

internal sealed record CrossrefItems([property: JsonPropertyName("items")] IReadOnlyList<CrossrefRecord>? Items);

internal sealed record CrossrefAgency([property: JsonPropertyName("message")] CrossrefAgencyMessage? Message);

internal sealed record CrossrefAgencyMessage([property: JsonPropertyName("agency")] CrossrefAgencyName? Agency);

internal sealed record CrossrefAgencyName([property: JsonPropertyName("id")] string? Id);

internal sealed record CrossrefRecord
{
    [JsonPropertyName("DOI")]
    public string? Doi { get; init; }

    [JsonPropertyName("title")]
    public IReadOnlyList<string>? Title { get; init; }

    [JsonPropertyName("subtitle")]
    public IReadOnlyList<string>? Subtitle { get; init; }

    [JsonPropertyName("author")]
    public IReadOnlyList<CrossrefAuthor>? Author { get; init; }

    [JsonPropertyName("issued")]
    public CrossrefDate? Issued { get; init; }

    [JsonPropertyName("update-to")]
    public IReadOnlyList<CrossrefUpdate>? UpdateTo { get; init; }

    [JsonPropertyName("updated-by")]
    public IReadOnlyList<CrossrefUpdate>? UpdatedBy { get; init; }

    [JsonPropertyName("relation")]
    public IReadOnlyDictionary<string, JsonElement>? Relation { get; init; }
}

internal sealed record CrossrefAuthor(
    [property: JsonPropertyName("family")] string? Family,
    [property: JsonPropertyName("name")] string? Name
);

internal sealed record CrossrefDate(
    [property: JsonPropertyName("date-parts")] IReadOnlyList<IReadOnlyList<int?>>? Parts
);

internal sealed record CrossrefUpdate(
    [property: JsonPropertyName("DOI")] string? Doi,
    [property: JsonPropertyName("type")] string? Type
);

internal sealed record EuropePmcFound([property: JsonPropertyName("resultList")] EuropePmcResults? Results);

internal sealed record EuropePmcResults([property: JsonPropertyName("result")] IReadOnlyList<EuropePmcRecord>? Result);

internal sealed record EuropePmcRecord
{
    [JsonPropertyName("pmid")]
    public string? Pmid { get; init; }

    [JsonPropertyName("doi")]
    public string? Doi { get; init; }

    [JsonPropertyName("title")]
    public string? Title { get; init; }

    [JsonPropertyName("authorString")]
    public string? Authors { get; init; }

    [JsonPropertyName("pubYear")]
    public int? Year { get; init; }

    [JsonPropertyName("pubType")]
    public string? Kind { get; init; }

    [JsonPropertyName("pubTypeList")]
    public EuropePmcKinds? Kinds { get; init; }
}

internal sealed record EuropePmcKinds([property: JsonPropertyName("pubType")] IReadOnlyList<string>? Kinds);
