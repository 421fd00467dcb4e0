using System.Buffers.Binary;
using System.Text;

namespace Refractor.Knowledge.Packing;

/// <summary>Reads what <see cref="ByteSink"/> wrote; every length is checked against what is left.</summary>
internal ref struct ByteSource
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly string[] _texts;
    private int _at;

    public ByteSource(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _texts = [];
        if (!bytes.StartsWith(PackFormat.Magic))
            throw new InvalidDataException("This is not a knowledge pack: it does not begin with REFRPACK.");
        _at = PackFormat.Magic.Length;
        FormatVersion = Unsigned();
        if (FormatVersion is 0 or > PackFormat.Version)
            throw new InvalidDataException(
                $"The pack has format {FormatVersion}; this program reads up to {PackFormat.Version}. Install a newer Refractor."
            );
        _texts = new string[Count()];
        for (var i = 0; i < _texts.Length; i++)
        {
            var length = Count();
            _texts[i] = Encoding.UTF8.GetString(_bytes.Slice(_at, length));
            _at += length;
        }
    }

    public int FormatVersion { get; }

    public readonly bool AtEnd => _at == _bytes.Length;

    public int Unsigned()
    {
        uint value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (_at >= _bytes.Length)
                throw Damaged();
            var b = _bytes[_at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
                return value <= int.MaxValue ? (int)value : throw Damaged();
        }
        throw Damaged();
    }

    public int? Optional() => Unsigned() is > 0 and var v ? v - 1 : null;

    public string? OptionalText()
    {
        var number = Unsigned();
        if (number > _texts.Length)
            throw Damaged();
        return number == 0 ? null : _texts[number - 1];
    }

    public string Text() => OptionalText() ?? throw Damaged();

    public double Number()
    {
        if (_bytes.Length - _at < 8)
            throw Damaged();
        var value = BinaryPrimitives.ReadDoubleLittleEndian(_bytes[_at..]);
        _at += 8;
        return value;
    }

    public IReadOnlyList<string> Texts()
    {
        var count = Count();
        if (count == 0)
            return [];
        var values = new string[count];
        for (var i = 0; i < count; i++)
            values[i] = Text();
        return values;
    }

    /// <summary>A number of things that follow; each takes at least one byte, so a count beyond the rest is damage.</summary>
    public int Count()
    {
        var count = Unsigned();
        return count <= _bytes.Length - _at ? count : throw Damaged();
    }

    public T Value<T>(TermTable<T> terms)
        where T : struct, Enum
    {
        var number = Unsigned();
        if (number >= terms.Names.Count)
            throw Damaged();
        return System.Runtime.CompilerServices.Unsafe.As<int, T>(ref number);
    }

    public static InvalidDataException Damaged() =>
        new("The knowledge pack is damaged or cut off; restore it from its release.");
}
