namespace Refractor.Audit.Texts;

/// <summary>Cuts an entry of a reference list at its full stops: authors, title, journal, year.</summary>
internal static class EntrySegments
{
    /// <summary>The segments without their full stops; a question mark stays with its title.</summary>
    public static List<string> Of(string print)
    {
        var segments = new List<string>();
        var start = 0;
        for (var at = 0; at < print.Length; at++)
        {
            if (!Ends(print, start, at))
                continue;
            Add(print[start..(print[at] == '?' ? at + 1 : at)], segments);
            start = at + 1;
        }
        Add(print[start..], segments);
        return segments;
    }

    private static void Add(string segment, List<string> segments)
    {
        var trimmed = segment.Trim(' ', ',', ';');
        if (trimmed.Length > 0)
            segments.Add(trimmed);
    }

    private static bool Ends(string print, int start, int at)
    {
        if (print[at] is not ('.' or '?') || at + 1 < print.Length && print[at + 1] is not (' ' or '"' or '”'))
            return false;
        if (print[at] == '?' || at + 2 >= print.Length)
            return true;
        if (IsAfter(print, at, " vs") || IsAfter(print, at, " St"))
            return false;
        if (IsAfter(print, at, " al"))
            return print[at + 2] is not ('(' or '1' or '2');
        return !IsInitial(print, start, at)
            && !(print[at + 2] is '(' && EntryMarker.IsYear(print, at + 3, print.Length));
    }

    private static bool IsAfter(string print, int at, string word) =>
        at >= word.Length && print.AsSpan(at - word.Length, word.Length).SequenceEqual(word);

    /// <summary>"J." after a comma, another initial, "and" or at the start. "Ma R." ends a list of authors.</summary>
    private static bool IsInitial(string print, int start, int at)
    {
        if (at == 0 || !char.IsUpper(print[at - 1]) || at - 1 > start && print[at - 2] is not (' ' or '-' or '.'))
            return false;
        var before = at - 2;
        while (before >= start && print[before] == ' ')
            before--;
        if (before < start)
            return true;
        return print[before] is ',' or '.' or '&' or '-' || IsAfter(print, before + 1, " and");
    }
}
