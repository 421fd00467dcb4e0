namespace Refractor.Audit.Texts;

/// <summary>How a word joins the clause after it to the one before.</summary>
internal enum Joining
{
    /// <summary>No connective.</summary>
    None,

    /// <summary>"and", "but", "so": the clause after it needs a subject and a verb of its own.</summary>
    Clause,

    /// <summary>"whereas", "while", "though": they stand before clauses only, except before a participle.</summary>
    Contrast,

    /// <summary>"which means": what follows is a statement about the first.</summary>
    Consequence,

    /// <summary>"with no": a finding without a verb.</summary>
    Without,
}

/// <summary>Words that join two clauses.</summary>
internal static class Connectives
{
    private static readonly (string Words, Joining Joining)[] All =
    [
        ("and while", Joining.Contrast),
        ("and", Joining.Clause),
        ("but", Joining.Clause),
        ("yet", Joining.Clause),
        ("so", Joining.Clause),
        ("whereas", Joining.Contrast),
        ("while", Joining.Contrast),
        ("although", Joining.Contrast),
        ("though", Joining.Contrast),
        ("which means that", Joining.Consequence),
        ("which means", Joining.Consequence),
        ("meaning that", Joining.Consequence),
        ("with no", Joining.Without),
        ("without any", Joining.Without),
    ];

    /// <summary>The connective at a place, with its length; length 0 when none stands there.</summary>
    public static (Joining Joining, int Length) At(string words, int at, int end)
    {
        foreach (var (text, joining) in All)
        {
            var stop = at + text.Length;
            if (
                stop < end
                && words[stop] == ' '
                && words.AsSpan(at, text.Length).Equals(text, StringComparison.OrdinalIgnoreCase)
            )
                return (joining, text.Length);
        }
        return (Joining.None, 0);
    }
}
