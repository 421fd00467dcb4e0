using System.Buffers;
using System.IO.MemoryMappedFiles;

namespace Refractor.Cohorts.Storing;

/// <summary>
/// A file of numbers mapped into memory: it is read by the system page by page as it is used, and given back when memory is short. The
/// mapping lasts until the process ends: a finalizer could take it away under a span that is still in use.
/// </summary>
internal sealed unsafe class MappedMemory<T> : MemoryManager<T>
    where T : unmanaged
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly T* _start;
    private readonly int _length;

    private MappedMemory(string path, int length)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
        _view = _file.CreateViewAccessor(0, (long)length * sizeof(T), MemoryMappedFileAccess.Read);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = (T*)start;
        _length = length;
    }

    /// <summary>The numbers of a file.</summary>
    /// <param name="path">A file that holds as many numbers and nothing else, little-endian.</param>
    /// <param name="length">How many.</param>
    /// <exception cref="InvalidDataException">The file has another length.</exception>
    public static ReadOnlyMemory<T> Of(string path, int length)
    {
        var expected = (long)length * sizeof(T);
        var found = new FileInfo(path).Length;
        if (found != expected)
            throw new InvalidDataException(
                $"{path}: found {found} bytes; expected {expected}. The file was cut off or changed; import the cohort again."
            );
        return length == 0 ? ReadOnlyMemory<T>.Empty : new MappedMemory<T>(path, length).Memory;
    }

    public override Span<T> GetSpan() => new(_start, _length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(_start + elementIndex);

    public override void Unpin() { }

    protected override void Dispose(bool disposing)
    {
        if (!disposing || _view.SafeMemoryMappedViewHandle.IsClosed)
            return;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
