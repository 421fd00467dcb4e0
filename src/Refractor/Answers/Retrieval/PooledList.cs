using System.Buffers;
using System.Collections;
using System.Runtime.CompilerServices;

namespace Refractor.Answers.Retrieval;

/// <summary>
/// A growing list on a pooled array. Broad questions find hundreds of thousands of items: arrays of that size made anew for each question
/// set off collections of the whole heap.
/// </summary>
internal sealed class PooledList<T> : IReadOnlyList<T>, IDisposable
{
    private const int First = 256;

    private T[] _values = [];

    public int Count { get; private set; }

    public T this[int index] => _values[index];

    public ReadOnlySpan<T> Span => _values.AsSpan(0, Count);

    public void Add(T value)
    {
        if (Count == _values.Length)
            Grow(Count * 2);
        _values[Count++] = value;
    }

    /// <summary>Moves the values of another list to the end of this one; the other is empty afterwards.</summary>
    public void Take(PooledList<T> other)
    {
        if (Count + other.Count > _values.Length)
            Grow(Count + other.Count);
        other.Span.CopyTo(_values.AsSpan(Count));
        Count += other.Count;
        other.Dispose();
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return _values[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the array back. The list is empty afterwards.</summary>
    public void Dispose()
    {
        Release();
        _values = [];
        Count = 0;
    }

    private void Grow(int atLeast)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(First, atLeast));
        Span.CopyTo(larger);
        Release();
        _values = larger;
    }

    private void Release()
    {
        if (_values.Length > 0)
            ArrayPool<T>.Shared.Return(_values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }
}
