namespace Refractor.Audit.Texts;

/// <summary>Says which citations stand for which part of a sentence.</summary>
internal static class CitationPlacer
{
    /// <summary>The citations of each part: its own, else those of the next part that has some, else those of authors named before it.</summary>
    public static List<Citation>[] Place(PlainText plain, List<TextSpan> parts, List<TextMark> marks)
    {
        var own = new List<TextMark>[parts.Count];
        for (var i = 0; i < parts.Count; i++)
            own[i] = [];
        foreach (var mark in marks)
            own[PartOf(parts, mark.At)].Add(mark);
        for (var i = 1; i < parts.Count; i++)
            MoveBack(plain, parts[i], own[i - 1], own[i]);
        return Spread(own);
    }

    private static int PartOf(List<TextSpan> parts, int at)
    {
        var part = 0;
        while (part + 1 < parts.Count && parts[part + 1].Start < at)
            part++;
        return part;
    }

    /// <summary>Copying from a PDF moves a mark behind the words that follow it: before bold words and before the verb of a clause that has a mark at its
    /// end, it is the mark of the clause before.</summary>
    private static void MoveBack(PlainText plain, TextSpan part, List<TextMark> before, List<TextMark> own)
    {
        if (before.Count > 0 || own.Count < 2 || !own[0].MayHaveMoved)
            return;
        var at = own[0].At;
        if (at >= part.End || TextWord.Of(plain.Words, part.Start, at).Exists(w => w.IsVerb))
            return;
        var moved = own.FindAll(m => m.At == at);
        if (moved.Count == own.Count)
            return;
        before.AddRange(moved);
        own.RemoveRange(0, moved.Count);
    }

    private static List<Citation>[] Spread(List<TextMark>[] own)
    {
        var placed = own.Select(marks => marks.SelectMany(m => m.Citations).ToList()).ToArray();
        for (var i = own.Length - 2; i >= 0; i--)
        {
            if (own[i].Count == 0)
                placed[i] = placed[i + 1];
        }
        for (var i = 1; i < own.Length; i++)
        {
            if (placed[i].Count == 0 && own[..i].SelectMany(m => m).LastOrDefault(m => m.IsNarrative) is { } narrative)
                placed[i] = [.. narrative.Citations];
        }
        return placed;
    }
}
