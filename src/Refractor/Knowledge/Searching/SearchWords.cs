using Refractor.Vocabulary;

namespace Refractor.Knowledge.Searching;

/// <summary>The words under which a text is searched.</summary>
internal static class SearchWords
{
    /// <summary>
    /// The word keys of the text; parts joined by hyphens count once more together, so that "miR-21-5p" gives mir, 21,
    /// 5p, mir21 and mir215p.
    /// </summary>
    public static IEnumerable<string> Of(string text)
    {
        var chain = "";
        var end = -1;
        foreach (var word in NameKey.Words(text))
        {
            yield return word.Key;
            if (end >= 0 && IsJoined(text, end, word.Start))
            {
                chain += word.Key;
                yield return chain;
            }
            else
            {
                chain = word.Key;
            }
            end = word.End;
        }
    }

    private static bool IsJoined(string text, int end, int start) =>
        start == end + 1 && text[end] is '-' or '\u2010' or '\u2011' or '\u2013';
}
