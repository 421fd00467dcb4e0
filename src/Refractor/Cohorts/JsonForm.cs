using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Refractor.Statistics;

namespace Refractor.Cohorts;

/// <summary>The one form of JSON in which cohorts and their results are written: names in snake case, what is not known left out.</summary>
internal static class JsonForm
{
    // The relaxed encoder leaves "<", "+" and letters with accents as they are: the output is a file, never part of a web page.
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            WriteIndented = true,
            NewLine = "\n",
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    /// <summary>A value as text, with a line end.</summary>
    public static string Text<T>(T value) => JsonSerializer.Serialize(value, Options) + "\n";

    /// <summary>A number, or null if there is none: JSON knows neither NaN nor infinity.</summary>
    public static double? Number(double? value) => value is { } number && double.IsFinite(number) ? number : null;

    /// <summary>Why there is no number; null if there is one.</summary>
    public static string? Reason(NotEstimable reason) => reason == NotEstimable.None ? null : reason.ToString();
}
