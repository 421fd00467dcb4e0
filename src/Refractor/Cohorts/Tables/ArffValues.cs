using System.Text;

namespace Refractor.Cohorts.Tables;

/// <summary>Splits the values of an ARFF row or declaration.</summary>
internal static class ArffValues
{
    private const string Comma = ",";

    /// <summary>Values between commas, which may stand in quotation marks.</summary>
    public static List<string> Split(string text)
    {
        var values = new List<string>();
        for (var at = 0; at <= text.Length; at++)
        {
            while (at < text.Length && text[at] is ' ' or '\t')
                at++;
            var start = at;
            var word = Word(text, ref at, Comma);
            var end = text.IndexOf(',', at);
            end = end < 0 ? text.Length : end;
            // What follows a closing mark belongs to the value: one with a stray mark stays whole.
            var isAlone = text.AsSpan(at, end - at).IsWhiteSpace();
            values.Add(isAlone ? word : text[start..end].Trim());
            at = end;
        }
        return values;
    }

    /// <summary>
    /// Takes a word up to one of the given characters, or between quotation marks, where a backslash stands before a mark that belongs
    /// to the word.
    /// </summary>
    public static string Word(string text, ref int at, string ends)
    {
        var start = at;
        if (at < text.Length && text[at] is '\'' or '"' && Quoted(text, ref at) is { } quoted)
            return quoted;
        var length = text.AsSpan(start).IndexOfAny(ends);
        at = length < 0 ? text.Length : start + length;
        return text[start..at].Trim();
    }

    private static string? Quoted(string text, ref int at)
    {
        var word = new StringBuilder();
        for (var i = at + 1; i < text.Length; i++)
        {
            if (text[i] == text[at])
            {
                at = i + 1;
                return word.ToString();
            }
            if (text[i] == '\\' && i + 1 < text.Length)
                i++;
            word.Append(text[i]);
        }
        return null;
    }
}
