using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Refractor.Exporting;

/// <summary>Indented JSON into a text writer. Values that are null or empty are left out with their name.</summary>
internal sealed class JsonText : IDisposable
{
    private const int FlushAbove = 1 << 16;

    // The relaxed encoder leaves "<", "+" and letters with accents as they are: the output is a file, never part of a
    // web page.
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ArrayBufferWriter<byte> _buffer = new();
    private readonly TextWriter _target;

    public JsonText(TextWriter target)
    {
        _target = target;
        Writer = new Utf8JsonWriter(_buffer, Options);
    }

    public Utf8JsonWriter Writer { get; }

    public void Text(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            Writer.WriteString(name, value);
    }

    public void Integer(string name, int? value)
    {
        if (value is { } number)
            Writer.WriteNumber(name, number);
    }

    public void Number(string name, double? value)
    {
        if (value is { } number)
            Writer.WriteNumber(name, number);
    }

    public void Texts(string name, IEnumerable<string> values)
    {
        var any = false;
        foreach (var value in values)
        {
            if (!any)
                Writer.WriteStartArray(name);
            any = true;
            Writer.WriteStringValue(value);
        }
        if (any)
            Writer.WriteEndArray();
    }

    /// <summary>
    /// Hands what is complete to the target once there is enough of it; to be called between two values.
    /// </summary>
    public void FlushIfLarge()
    {
        if (Writer.BytesPending + _buffer.WrittenCount > FlushAbove)
            Flush();
    }

    public void End()
    {
        Flush();
        _target.Write('\n');
    }

    public void Dispose() => Writer.Dispose();

    private void Flush()
    {
        Writer.Flush();
        _target.Write(Encoding.UTF8.GetString(_buffer.WrittenSpan));
        _buffer.Clear();
    }
}
