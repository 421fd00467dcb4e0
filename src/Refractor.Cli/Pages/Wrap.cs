namespace Refractor.Cli.Pages;

/// <summary>Breaks text into lines.</summary>
internal static class Wrap
{
    /// <summary>Lines of at most some columns; a word that is longer, such as an address, gets cut only when it fits on no line at all.</summary>
    public static List<string> Lines(string text, int width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in Words(Plain.OneLine(text), width))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = word;
                continue;
            }
            line = line.Length == 0 ? word : line + " " + word;
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>Words at spaces; "[1, 2]", "p = 0.01" and "n = 59" are kept together as they are read as one.</summary>
    private static IEnumerable<string> Words(string text, int width)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            while (
                i + 1 < words.Length && BelongsTo(word, words[i + 1]) && word.Length + words[i + 1].Length < width / 2
            )
                word += " " + words[++i];
            for (; word.Length > width; word = word[width..])
                yield return word[..width];
            yield return word;
        }
    }

    private static bool BelongsTo(string word, string next) =>
        IsRelation(next)
        || IsRelation(word[(word.LastIndexOf(' ') + 1)..])
        || next is "%" or "%," or "%;" or "%)"
        || (word.LastIndexOf('[') > word.LastIndexOf(']') && word[^1] == ',' && char.IsDigit(next[0]));

    private static bool IsRelation(string word) => word is "=" or "<" or ">" or "<=" or ">=" or "≤" or "≥";
}
