namespace Refractor.Audit.Texts;

/// <summary>The reference list of a text, and the lines that are not part of it.</summary>
/// <param name="References">The entries in text order.</param>
/// <param name="Prose">The other lines, in stretches that the list parts.</param>
internal sealed record ReferenceSection(IReadOnlyList<ListedReference> References, IReadOnlyList<List<TextSpan>> Prose)
{
    /// <summary>Finds the list: what follows a heading such as "References", notes such as "[^1]: …", or entries at the end of the text.</summary>
    public static ReferenceSection Find(string text, List<TextSpan> lines, TextLines places, Placed placed)
    {
        var listed = Listed(text, lines);
        var references = new List<ListedReference>();
        var prose = new List<List<TextSpan>>();
        for (var i = 0; i < lines.Count; )
        {
            var from = i;
            while (i < lines.Count && listed[i] == listed[from])
                i++;
            var stretch = lines.GetRange(from, i - from);
            if (!listed[from])
                prose.Add(stretch);
            else
                AddEntries(text, stretch, places, placed, references);
        }
        return new(references, prose);
    }

    private static void AddEntries(
        string text,
        List<TextSpan> stretch,
        TextLines places,
        Placed placed,
        List<ListedReference> references
    )
    {
        foreach (var piece in EntrySplitter.Split(text, stretch))
        {
            placed.Add(piece.Marker, piece.Place.End);
            references.Add(ReferenceEntry.Read(text, piece, references.Count + 1, places));
        }
    }

    private static bool[] Listed(string text, List<TextSpan> lines)
    {
        var listed = new bool[lines.Count];
        var found = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (ReferenceHeadings.Is(text.AsSpan(lines[i].Start, lines[i].Length)))
                found |= MarkBelow(text, lines, i, listed);
            else if (EntryMarker.IsNote(text, lines[i]))
                found = listed[i] = true;
        }
        if (!found)
            MarkAtEnd(text, lines, listed);
        return listed;
    }

    /// <summary>Marks the lines below a heading, up to the next heading or a paragraph that is no entry.</summary>
    private static bool MarkBelow(string text, List<TextSpan> lines, int heading, bool[] listed)
    {
        var end = heading + 1;
        var (afterBlank, any) = (false, false);
        for (; end < lines.Count; end++)
        {
            var line = lines[end].Trim(text);
            if (line.Length == 0)
            {
                afterBlank = true;
                continue;
            }
            var isEntry = EntryMarker.Of(text, lines[end]).Length > 0 || EntryMarker.IsDated(text, line);
            if (LineMarker.Of(text, line).Heading > 0 || !isEntry && (afterBlank || !any))
                break;
            (afterBlank, any) = (false, true);
        }
        for (var i = heading + 1; i < end; i++)
            listed[i] = true;
        return any;
    }

    /// <summary>Marks the entries with authors and an identifier that end the text, where a closing question may follow them.</summary>
    private static void MarkAtEnd(string text, List<TextSpan> lines, bool[] listed)
    {
        var (last, skipped) = (lines.Count - 1, 0);
        for (; last >= 0 && skipped < 2; last--)
        {
            if (lines[last].Trim(text).Length == 0)
                continue;
            if (IsEntry(text, lines[last]))
                break;
            skipped++;
        }
        for (var i = last; i >= 0 && skipped < 2; i--)
        {
            if (IsEntry(text, lines[i]))
                listed[i] = true;
            else if (lines[i].Trim(text).Length > 0)
                break;
        }
    }

    private static bool IsEntry(string text, TextSpan line)
    {
        var marker = EntryMarker.Of(text, line);
        if (marker.Length == 0 || line.Length > 1500)
            return false;
        var content = new TextSpan(line.Start + marker.Length, line.End).Trim(text);
        if (content.Length < 20 || !EntryMarker.IsDated(text, content))
            return false;
        var facts = EntryFacts.Of(text, content);
        return facts.Author is not null && (facts.Doi ?? facts.Pmid) is not null;
    }
}
