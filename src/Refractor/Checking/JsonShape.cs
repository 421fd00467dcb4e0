using System.Globalization;
using System.Text.Json;
using Refractor.Knowledge;

namespace Refractor.Checking;

/// <summary>A place in a JSON file, read with the shape that is expected there; every fault is kept with file and path.</summary>
internal sealed class JsonShape
{
    private readonly JsonElement _element;
    private readonly string _file;
    private readonly List<DataProblem> _problems;

    public JsonShape(JsonElement element, string path, string file, List<DataProblem> problems)
    {
        _element = element;
        Path = path;
        _file = file;
        _problems = problems;
    }

    /// <summary>Path of the place: <c>$.sections[0].claims[2]</c>.</summary>
    public string Path { get; }

    /// <summary>A property of any shape; null when it is missing or this is no object.</summary>
    public JsonShape? Optional(string name) =>
        _element.ValueKind == JsonValueKind.Object
        && _element.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? new JsonShape(value, $"{Path}.{name}", _file, _problems)
            : null;

    /// <summary>A property that must be there.</summary>
    public JsonShape? Required(string name, string expected)
    {
        if (_element.ValueKind != JsonValueKind.Object)
            return Fault<JsonShape>(Path, Kind, "an object");
        return Optional(name) ?? Fault<JsonShape>($"{Path}.{name}", "nothing", expected);
    }

    /// <summary>The elements; empty when this is no array.</summary>
    public IReadOnlyList<JsonShape> Elements()
    {
        if (_element.ValueKind == JsonValueKind.Array)
            return
            [
                .. _element
                    .EnumerateArray()
                    .Select((e, i) => new JsonShape(e, $"{Path}[{Digits(i)}]", _file, _problems)),
            ];
        Fault<object>(Path, Kind, "an array");
        return [];
    }

    /// <summary>The text; null when this is none.</summary>
    public string? Text()
    {
        if (_element.ValueKind != JsonValueKind.String)
            return Fault<string>(Path, Kind, "a text");
        try
        {
            return _element.GetString();
        }
        catch (InvalidOperationException)
        {
            return Fault<string>(Path, "half of a surrogate pair", "a text of whole characters");
        }
    }

    /// <summary>The whole number; null when this is none.</summary>
    public int? Integer()
    {
        if (_element.ValueKind == JsonValueKind.Number && _element.TryGetInt32(out var value))
            return value;
        Fault<object>(Path, Kind, "a whole number");
        return null;
    }

    private string Kind =>
        _element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            JsonValueKind.String => "a text",
            JsonValueKind.Number => "a number",
            JsonValueKind.Null => "null",
            _ => "true or false",
        };

    private T? Fault<T>(string path, string found, string expected)
        where T : class
    {
        _problems.Add(new DataProblem(Severity.Error, "shape", _file, null, $"{found} at {path}", expected));
        return null;
    }

    private static string Digits(int value) => value.ToString(CultureInfo.InvariantCulture);
}
