using System.IO.Compression;

namespace Refractor.Cohorts.Tables;

/// <summary>
/// The first bytes of a file, decompressed and read as they are needed. A damaged file ends where it is damaged: the fault is told where
/// the file is read as a whole.
/// </summary>
/// <param name="path">The file, plain or gzip.</param>
/// <param name="most">Where it ends at the latest.</param>
internal sealed class FileBeginning(string path, long most) : Stream
{
    private readonly Stream _inner = Inner(TableFile.Open(path));
    private long _left = most;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count)
    {
        try
        {
            var read = _inner.Read(buffer, offset, (int)Math.Min(count, _left));
            _left -= read;
            return read;
        }
        catch (Exception fault) when (TableFile.IsDamage(fault))
        {
            return 0;
        }
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private static Stream Inner(FileStream file) =>
        TableFile.IsGzip(file) ? new GZipStream(file, CompressionMode.Decompress) : file;
}
