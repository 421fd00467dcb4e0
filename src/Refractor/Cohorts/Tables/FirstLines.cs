namespace Refractor.Cohorts.Tables;

/// <summary>Looks at the beginning of a file, however long the file or its lines are.</summary>
internal static class FirstLines
{
    /// <summary>Enough for a header of half a million columns.</summary>
    private const int Most = 1 << 24;

    /// <summary>The first lines of a file, plain or gzip, as far as its first 16 MiB go.</summary>
    public static IReadOnlyList<string> Of(string path, int count)
    {
        using var reader = new StreamReader(new FileBeginning(path, Most));
        var lines = new List<string>();
        while (lines.Count < count && reader.ReadLine() is { } line)
            lines.Add(line);
        return lines;
    }
}
