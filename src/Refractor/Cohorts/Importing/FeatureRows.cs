using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// Chooses the rows of a table that become features. Rows without a name or without any number are held; of several rows of one name one
/// is taken, or they are joined, by a rule that looks at no outcome.
/// </summary>
/// <param name="table">The table; where rows are joined, its numbers change.</param>
/// <param name="names">Current name of every row; null for rows that are held because of their names.</param>
/// <param name="log">Receives what is held.</param>
internal sealed class FeatureRows(LayerTable table, IReadOnlyList<string?> names, ImportLog log)
{
    /// <summary>The rows, in the order of the file.</summary>
    /// <param name="rule">What becomes of several rows of one name; null for the default, which is shown.</param>
    public int[] Choose(DuplicateRule? rule)
    {
        var rows = new List<int>();
        var (nameless, empty) = (new List<string>(), new List<string>());
        for (var r = 0; r < table.Features.Count; r++)
            if (names[r] is not { } name)
                continue;
            else if (name.Length == 0)
                nameless.Add($"row {r + 1}");
            else if (!HasNumber(table.Row(r)))
                empty.Add(name);
            else
                rows.Add(r);
        log.Hold(table.File, "rows without a name", nameless);
        log.Hold(table.File, "features without any number", empty);
        return OneForEachName(rows, rule);
    }

    private int[] OneForEachName(List<int> rows, DuplicateRule? rule)
    {
        var groups = rows.GroupBy(r => names[r]!, StringComparer.OrdinalIgnoreCase).ToList();
        var repeated = groups.Where(g => g.Skip(1).Any()).ToList();
        if (repeated.Count == 0)
            return [.. rows];
        var chosen = rule ?? DuplicateRule.HighestMean;
        if (rule is null)
            log.Guessed(
                $"layers: {table.File}: duplicates",
                "highest_mean",
                $"{repeated.Count} features have several rows; the rule looks at no outcome"
            );
        log.Hold(
            table.File,
            $"features with several rows: {DuplicateRows.Described(chosen)}",
            [.. repeated.Select(g => $"{g.Key} ({g.Count()})")]
        );
        return [.. groups.Select(g => g.Skip(1).Any() ? DuplicateRows.One(chosen, [.. g], table.Values) : g.First())];
    }

    private static bool HasNumber(ReadOnlySpan<float> row)
    {
        foreach (var value in row)
            if (!float.IsNaN(value))
                return true;
        return false;
    }
}
