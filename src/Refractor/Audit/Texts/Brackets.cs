namespace Refractor.Audit.Texts;

/// <summary>Where a plain text stands inside round or square brackets. A bracket without its partner counts for nothing.</summary>
internal sealed class Brackets
{
    private readonly int[] _closes;

    /// <summary>Pairs the brackets.</summary>
    public Brackets(string plain)
    {
        _closes = new int[plain.Length];
        var open = new Stack<int>();
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '(' or '[')
                open.Push(i);
            else if (plain[i] is ')' or ']' && open.TryPop(out var start) && open.Count == 0)
                Array.Fill(_closes, i + 1, start, i + 1 - start);
        }
        if (open.Count > 0)
            PairInner(plain);
    }

    /// <summary>Whether the character stands inside brackets, or is one.</summary>
    public bool Holds(int at) => at < _closes.Length && _closes[at] > 0;

    /// <summary>The place after the brackets around a place; the place itself outside brackets.</summary>
    public int After(int at) => at > 0 && Holds(at) && _closes[at - 1] == _closes[at] ? _closes[at] : at;

    /// <summary>With a bracket left open, only pairs without a bracket inside them count.</summary>
    private void PairInner(string plain)
    {
        Array.Clear(_closes);
        var start = -1;
        for (var i = 0; i < plain.Length; i++)
        {
            if (plain[i] is '(' or '[')
                start = i;
            else if (plain[i] is ')' or ']' && start >= 0)
            {
                Array.Fill(_closes, i + 1, start, i + 1 - start);
                start = -1;
            }
        }
    }
}
