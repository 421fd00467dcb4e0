namespace Refractor.Statistics;

/// <summary>A result, or the reason why there is none. A default value is <see cref="NotEstimable.NotComputed"/>.</summary>
/// <typeparam name="T">The result, such as a test with its statistic, interval and n.</typeparam>
public readonly struct Estimate<T>
    where T : notnull
{
    private readonly T? _value;
    private readonly NotEstimable _reason;

    private Estimate(T? value, NotEstimable reason, bool isEstimable)
    {
        _value = value;
        _reason = reason;
        IsEstimable = isEstimable;
    }

    /// <summary>Whether there is a result.</summary>
    public bool IsEstimable { get; }

    /// <summary>Why there is no result; <see cref="NotEstimable.None"/> if there is one.</summary>
    public NotEstimable Reason =>
        IsEstimable ? NotEstimable.None
        : _reason == NotEstimable.None ? NotEstimable.NotComputed
        : _reason;

    /// <summary>The result.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message names the reason.</exception>
    public T Value => IsEstimable ? _value! : throw new InvalidOperationException($"Not estimable: {Reason}.");

    /// <summary>The result if there is one, else the default of its type.</summary>
    public T? ValueOrDefault => _value;

    /// <summary>A result.</summary>
    public static implicit operator Estimate<T>(T value) => new(value, NotEstimable.None, true);

    /// <summary>No result, for a reason.</summary>
    public static implicit operator Estimate<T>(NotEstimable reason) => new(default, reason, false);

    /// <inheritdoc/>
    public override string ToString() => IsEstimable ? _value!.ToString()! : $"not estimable: {Reason}";
}
