using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Refractor.Knowledge.Packing;

/// <summary>Writes primitive values; texts go to a table and are referred to by number, so that each is stored once.</summary>
internal sealed class ByteSink
{
    private readonly ArrayBufferWriter<byte> _body = new();
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];

    public void Unsigned(int value)
    {
        var rest = checked((uint)value);
        while (rest >= 0x80)
        {
            _body.Write([(byte)(rest & 0x7F | 0x80)]);
            rest >>= 7;
        }
        _body.Write([(byte)rest]);
    }

    /// <summary>0 stands for null, n + 1 for n.</summary>
    public void Optional(int? value) => Unsigned(value is { } v ? checked(v + 1) : 0);

    public void Text(string? value)
    {
        if (value is null)
        {
            Unsigned(0);
            return;
        }
        if (!_numbers.TryGetValue(value, out var number))
        {
            number = _texts.Count + 1;
            _numbers.Add(value, number);
            _texts.Add(value);
        }
        Unsigned(number);
    }

    public void Number(double value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        _body.Write(bytes);
    }

    public void Texts(IReadOnlyList<string> values)
    {
        Unsigned(values.Count);
        foreach (var value in values)
            Text(value);
    }

    public void Each<T>(IReadOnlyCollection<T> values, Action<T> write)
    {
        Unsigned(values.Count);
        foreach (var value in values)
            write(value);
    }

    /// <summary>Writes header, text table and body.</summary>
    public void CopyTo(Stream target)
    {
        target.Write(PackFormat.Magic);
        var head = new ByteSink();
        head.Unsigned(PackFormat.Version);
        head.Unsigned(_texts.Count);
        target.Write(head._body.WrittenSpan);
        foreach (var text in _texts)
        {
            var bytes = Encoding.UTF8.GetBytes(text);
            var length = new ByteSink();
            length.Unsigned(bytes.Length);
            target.Write(length._body.WrittenSpan);
            target.Write(bytes);
        }
        target.Write(_body.WrittenSpan);
    }
}
