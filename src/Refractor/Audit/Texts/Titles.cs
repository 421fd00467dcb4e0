namespace Refractor.Audit.Texts;

/// <summary>Recognises titles that carry no heading sign.</summary>
internal static class Titles
{
    private const int MostWords = 12;

    /// <summary>Whether a paragraph is a title: one line of a few words without verb, end or citation, above something else.</summary>
    public static bool IsTitle(TextBlock block, PlainText plain, bool isLast)
    {
        var words = plain.Words;
        if (block is not { Kind: BlockKind.Paragraph, Lines.Count: 1 } || isLast || plain.Marks.Count > 0)
            return false;
        if (
            words[^1] is '.' or ',' or ';' or '?' or '!'
            || char.IsLower(words[0])
            || !words.AsSpan().ContainsAnyInRange('A', 'z')
        )
            return false;
        var read = TextWord.Of(words, 0, words.Length);
        return read.Count <= MostWords && !read.Exists(w => w.IsVerb);
    }
}
