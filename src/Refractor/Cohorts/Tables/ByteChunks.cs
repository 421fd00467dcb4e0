namespace Refractor.Cohorts.Tables;

/// <summary>
/// Cuts a stream into chunks of whole lines. Taking a chunk is serial and costs one copy; the chunks are then read by several threads.
/// </summary>
/// <param name="stream">The bytes.</param>
/// <param name="size">Bytes of a chunk, unless one line is longer.</param>
/// <param name="name">Name of the source in messages.</param>
/// <param name="taken">Called when a chunk was taken, one call after the other; null for none.</param>
internal sealed class ByteChunks(Stream stream, int size, string name, Action? taken = null)
{
    /// <summary>A million columns take some 20 MB; what is longer is no row.</summary>
    private const int LongestLine = 1 << 27;

    private readonly Lock _turn = new();
    private byte[] _rest = [];
    private int _taken;
    private bool _ended;
    private bool _hasBegun;
    private bool _endsLinesWithReturns;

    /// <summary>Bytes that the stream gave so far.</summary>
    public long BytesRead { get; private set; }

    /// <summary>
    /// The next chunk with its number, counted from 0; false at the end. A chunk ends with a line feed, which is added at the end of a
    /// file without one. The array may be longer than the chunk.
    /// </summary>
    public bool TryTake(ref byte[] buffer, out int length, out int number)
    {
        lock (_turn)
        {
            number = _taken;
            length = 0;
            if (_ended && _rest.Length == 0)
                return false;
            length = FillWithLines(ref buffer);
            _taken++;
            taken?.Invoke();
            return length > 0;
        }
    }

    /// <summary>Takes bytes back to the front; they begin the next chunk.</summary>
    public void PutBack(ReadOnlySpan<byte> bytes)
    {
        lock (_turn)
            _rest = [.. bytes, .. _rest];
    }

    private int FillWithLines(ref byte[] buffer)
    {
        var filled = 0;
        Reserve(ref buffer, filled, Math.Max(size, _rest.Length + 1));
        _rest.CopyTo(buffer, 0);
        (filled, _rest) = (_rest.Length, []);
        while (true)
        {
            if (!_ended)
            {
                // One byte stays free for the line feed that a file may lack at its end.
                var read = stream.ReadAtLeast(buffer.AsSpan(filled..^1), buffer.Length - 1 - filled, false);
                _ended = read < buffer.Length - 1 - filled;
                Look(buffer.AsSpan(filled, read));
                filled += read;
                BytesRead += read;
            }
            if (_ended)
            {
                if (filled > 0 && buffer[filled - 1] != (byte)'\n')
                    buffer[filled++] = (byte)'\n';
                return filled;
            }
            var end = buffer.AsSpan(0, filled).LastIndexOf((byte)'\n') + 1;
            if (end > 0)
            {
                _rest = buffer.AsSpan(end, filled - end).ToArray();
                return end;
            }
            if (filled >= LongestLine)
                throw TableFile.Unreadable(
                    name,
                    "line",
                    $"a line of more than {LongestLine >> 20} MiB",
                    "rows on lines of their own, ended by a line feed"
                );
            Reserve(ref buffer, filled, 2 * buffer.Length);
        }
    }

    /// <summary>Refuses what is no text; turns the carriage returns that alone end the lines of old files into line feeds.</summary>
    private void Look(Span<byte> read)
    {
        if (!_hasBegun)
        {
            TableFile.RefuseOthers(read, name, sixteenBits: false);
            _endsLinesWithReturns =
                !read.Contains((byte)'\n') && read.IndexOf((byte)'\r') is >= 0 and var at && at < read.Length - 1;
            _hasBegun = true;
        }
        if (_endsLinesWithReturns)
            read.Replace((byte)'\r', (byte)'\n');
    }

    private static void Reserve(ref byte[] buffer, int filled, int length)
    {
        if (buffer.Length >= length)
            return;
        var longer = GC.AllocateUninitializedArray<byte>(length);
        buffer.AsSpan(0, filled).CopyTo(longer);
        buffer = longer;
    }
}
