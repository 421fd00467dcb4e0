namespace Refractor.Answers.Reading;

/// <summary>Finds the known word nearest to a misspelt one.</summary>
internal sealed class SpellingCorrector
{
    private readonly ILookup<int, string> _byLength;

    public SpellingCorrector(IEnumerable<string> words)
    {
        _byLength = words
            .Where(w => w.Length >= 5 && !StopWords.Contains(w))
            .Distinct(StringComparer.Ordinal)
            .ToLookup(w => w.Length);
    }

    /// <summary>The nearest word within the distance that its length allows; null when none is. The first letter must agree.</summary>
    public string? Nearest(string word)
    {
        if (word.Length is < 5 or > 40)
            return null;
        var (best, bestDistance) = ((string?)null, Allowed(word) + 1);
        for (var length = word.Length - 2; length <= word.Length + 2; length++)
        {
            foreach (var candidate in _byLength[length])
            {
                var distance = Distance(word, candidate, bestDistance);
                if (distance < bestDistance && candidate[0] == word[0])
                    (best, bestDistance) = (candidate, distance);
            }
        }
        return best;
    }

    /// <summary>Words with digits are names of genes and drugs, in which a changed sign is another name.</summary>
    private static int Allowed(string word) =>
        word.Any(char.IsDigit) ? 0
        : word.Length >= 8 ? 2
        : word.Length >= 5 ? 1
        : 0;

    /// <summary>Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours; stops at <paramref name="limit"/>.</summary>
    internal static int Distance(string a, string b, int limit = int.MaxValue)
    {
        if (Math.Abs(a.Length - b.Length) > limit)
            return limit == int.MaxValue ? limit : limit + 1;
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                row[j] = Math.Min(Math.Min(last[j] + 1, row[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    row[j] = Math.Min(row[j], before[j - 2] + 1);
            }
            last.CopyTo(before);
            row.CopyTo(last);
        }
        return last[b.Length];
    }
}
