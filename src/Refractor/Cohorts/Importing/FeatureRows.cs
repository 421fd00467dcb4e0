namespace Refractor.Cohorts.Importing;

/// <summary>
/// Chooses the rows of a table that become features. Rows without a name, with a name that a spreadsheet mangled or without any number
/// are held; of several rows of one name the one with the highest mean is taken, which looks at no outcome.
/// </summary>
internal sealed class FeatureRows(LayerTable table, ImportLog log)
{
    public int[] Choose()
    {
        var rows = new List<int>();
        var (nameless, mangled, empty) = (new List<string>(), new List<string>(), new List<string>());
        for (var r = 0; r < table.Features.Count; r++)
        {
            var name = table.Features[r];
            if (name.Trim().Length == 0)
                nameless.Add($"row {r + 1}");
            else if (FeatureNames.IsMangled(name))
                mangled.Add(name);
            else if (!HasNumber(table.Row(r)))
                empty.Add(name);
            else
                rows.Add(r);
        }
        log.Hold(table.File, "rows without a name", nameless);
        log.Hold(
            table.File,
            "names that a spreadsheet turned into dates or numbers; the gene cannot be told from them",
            mangled
        );
        log.Hold(table.File, "features without any number", empty);
        return OneForEachName(rows);
    }

    private int[] OneForEachName(List<int> rows)
    {
        var groups = rows.GroupBy(r => FeatureNames.Clean(table.Features[r]), StringComparer.OrdinalIgnoreCase)
            .ToList();
        var repeated = groups.Where(g => g.Skip(1).Any()).ToList();
        log.Hold(
            table.File,
            "features with several rows: the row of the highest mean is taken",
            [.. repeated.Select(g => $"{g.Key} ({g.Count()})")]
        );
        return [.. groups.Select(g => g.Skip(1).Any() ? g.MaxBy(r => Mean(table.Row(r))) : g.First())];
    }

    private static bool HasNumber(ReadOnlySpan<float> row)
    {
        foreach (var value in row)
            if (!float.IsNaN(value))
                return true;
        return false;
    }

    private static double Mean(ReadOnlySpan<float> row)
    {
        var (sum, count) = (0.0, 0);
        foreach (var value in row)
            if (!float.IsNaN(value))
                (sum, count) = (sum + value, count + 1);
        return sum / count;
    }
}
