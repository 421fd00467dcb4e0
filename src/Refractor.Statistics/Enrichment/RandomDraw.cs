namespace Refractor.Statistics.Enrichment;

/// <summary>Draws positions without replacement; the first ones do not depend on how many are drawn (Fisher and Yates).</summary>
internal sealed class RandomDraw
{
    private readonly int[] _items;
    private readonly int[] _swapped;

    public RandomDraw(int count, int largest)
    {
        _items = new int[count];
        _swapped = new int[largest];
        for (var i = 0; i < count; i++)
            _items[i] = i;
    }

    /// <summary>Fills the drawn positions in the order in which they were drawn.</summary>
    public void Draw(ref RandomSource random, Span<int> drawn)
    {
        for (var i = 0; i < drawn.Length; i++)
        {
            var j = i + random.NextInt(_items.Length - i);
            (_items[i], _items[j]) = (_items[j], _items[i]);
            _swapped[i] = j;
            drawn[i] = _items[i];
        }
        for (var i = drawn.Length - 1; i >= 0; i--)
            (_items[i], _items[_swapped[i]]) = (_items[_swapped[i]], _items[i]);
    }
}
