using System.Globalization;
using Refractor.Cohorts.Mapping;

namespace Refractor.Cohorts.Importing;

/// <summary>Turns the words of clinical columns into values; a word that is not understood is reported and counts as missing.</summary>
internal sealed class ClinicalWords(ClinicalData data, ImportLog log)
{
    /// <summary>The column that a rule names; null, with a problem, if there is none.</summary>
    public ClinicalColumn? Column(string name, string key)
    {
        if (data.Find(name) is { } column)
            return column;
        var near = data.Columns.Select(c => c.Name).Take(40);
        log.Error(
            key,
            "mapping",
            null,
            $"the column '{name}'",
            $"a column of the clinical files: {string.Join(", ", near)}"
        );
        return null;
    }

    /// <summary>The same for every patient.</summary>
    public bool?[] Everybody(bool given) => [.. data.Patients.Select(_ => (bool?)given)];

    /// <summary>Yes, no or missing for every patient.</summary>
    public bool?[] Flags(ClinicalColumn column, Meaning meaning, string key)
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var flags = new bool?[data.Patients.Count];
        for (var p = 0; p < flags.Length; p++)
        {
            if (column[p] is not { } word)
                continue;
            flags[p] = meaning.Of(word);
            if (flags[p] is null)
                unknown[word] = unknown.GetValueOrDefault(word) + 1;
        }
        if (meaning.NamesBoth)
            log.Hold(
                column.File,
                $"{key}: words of {column.Name} that the mapping names on neither side count as not known",
                [.. unknown.Select(u => $"{u.Key} ({Counted.Of(u.Value, "patient")})")]
            );
        else
            Warn(column.File, column.Name, "patient", key, unknown);
        return flags;
    }

    /// <summary>Yes or no for the rows of records that say either.</summary>
    public IEnumerable<(int Patient, bool Said)> RecordFlags(
        PatientRecords records,
        string column,
        Meaning meaning,
        string key
    )
    {
        var unknown = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var said = new List<(int, bool)>();
        foreach (var (patient, values) in records.Select(column))
            if (values[0] is { } word)
            {
                if (meaning.Of(word) is { } flag)
                    said.Add((patient, flag));
                else if (!meaning.NamesBoth)
                    unknown[word] = unknown.GetValueOrDefault(word) + 1;
            }
        Warn($"records.{records.Name}", column, "row", key, unknown);
        return said;
    }

    private void Warn(string file, string column, string counted, string key, SortedDictionary<string, int> unknown)
    {
        foreach (var (word, count) in unknown)
            log.Warning(
                key,
                file,
                null,
                $"'{word}' in column {column} ({Counted.Of(count, counted)})",
                $"words that are understood; they count as missing unless the mapping says what they mean ({key})"
            );
    }

    /// <summary>Reads a word as a number.</summary>
    public delegate bool NumberReader(string word, out double number);

    /// <summary>A number for every patient; NaN where it is missing.</summary>
    public double[] Numbers(ClinicalColumn column, string key) => Numbers(column, key, TryNumber);

    /// <summary>A number for every patient, read in a way of its own; NaN where it is missing.</summary>
    public double[] Numbers(ClinicalColumn column, string key, NumberReader read)
    {
        var numbers = new double[data.Patients.Count];
        var unknown = new List<string>();
        for (var p = 0; p < numbers.Length; p++)
        {
            numbers[p] = double.NaN;
            if (column[p] is { } word && !read(word, out numbers[p]))
                unknown.Add(word);
        }
        if (unknown.Count > 0)
            log.Warning(
                key,
                column.File,
                null,
                $"{Counted.Of(unknown.Count, "value")} in column {column.Name} that cannot be read as a number, such as '{unknown[0]}'",
                "numbers with a decimal point; they count as missing"
            );
        return numbers;
    }

    /// <summary>Reads a finite number; NaN if there is none.</summary>
    public static bool TryNumber(string word, out double number)
    {
        if (
            double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number)
        )
            return true;
        number = double.NaN;
        return false;
    }
}
