namespace Refractor.Cohorts.Tables;

/// <summary>Takes the first lines of a file, one by one, before the rest is read in chunks.</summary>
internal sealed class LeadingLines(ByteChunks chunks)
{
    private byte[] _buffer = [];
    private int _position;
    private int _length;

    /// <summary>Lines taken so far.</summary>
    public int Taken { get; private set; }

    public bool AtEnd => _position >= _length && !TryRefill();

    /// <summary>The next line with its line end; empty at the end of the file.</summary>
    public ReadOnlySpan<byte> Take()
    {
        var line = Peek();
        _position += line.Length;
        if (line.Length > 0)
            Taken++;
        return Taken == 1 && line.StartsWith("\uFEFF"u8) ? line[3..] : line;
    }

    /// <summary>The next line without taking it.</summary>
    public ReadOnlySpan<byte> Peek()
    {
        if (AtEnd)
            return [];
        var rest = _buffer.AsSpan(_position, _length - _position);
        return rest[..(rest.IndexOf((byte)'\n') + 1)];
    }

    /// <summary>The lines that follow, as far as they are at hand, without taking them.</summary>
    public ReadOnlySpan<byte> PeekRest() => AtEnd ? [] : _buffer.AsSpan(_position, _length - _position);

    /// <summary>Gives what was not taken back to the chunks.</summary>
    public void PutBackRest() => chunks.PutBack(_buffer.AsSpan(_position, _length - _position));

    private bool TryRefill()
    {
        _position = 0;
        return chunks.TryTake(ref _buffer, out _length, out _);
    }
}
