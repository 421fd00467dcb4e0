using System.Globalization;
using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>
/// When the samples of a table were taken. Without a column of times every sample counts as taken before treatment; with one, a sample
/// whose time is not told or not understood is left out, for it could be either.
/// </summary>
internal sealed class SampleTimes
{
    private static readonly string[] Columns = ["timepoint", "sampletimepoint", "sampletime", "biopsytimepoint"];

    private readonly TextTable _table;
    private readonly TimeWords _words;

    /// <param name="file">What the mapping says of the table.</param>
    /// <param name="table">The table.</param>
    /// <param name="sample">Column of the samples; below 0 if there is none.</param>
    /// <param name="log">Told of the guess and of words that are not understood.</param>
    public SampleTimes(ClinicalFile file, TextTable table, int sample, ImportLog log)
    {
        (_table, _words) = (table, new TimeWords(file.Times));
        Column = sample < 0 ? -1 : Find(file, log);
        if (file.Time is not null && sample < 0)
            log.Error(
                "time",
                file.File,
                1,
                "a column of times and none of samples",
                "the column of the samples: 'sample: COLUMN'"
            );
        if (Column >= 0)
            Warn(file, log);
    }

    /// <summary>The column; −1 if there is none.</summary>
    public int Column { get; }

    /// <summary>When the sample of a row was taken; null if that is not known.</summary>
    public TimePoint? Of(int row) =>
        Column < 0 ? TimePoint.Baseline
        : _table.Rows[row][Column] is { } word ? _words.Of(word)
        : null;

    /// <summary>Rows with the earliest samples first, so that what a table tells of a patient is that of the first sample.</summary>
    public IEnumerable<int> Rows() =>
        Column < 0
            ? Enumerable.Range(0, _table.Rows.Count)
            : Enumerable.Range(0, _table.Rows.Count).OrderBy(r => Of(r) ?? TimePoint.Normal);

    private int Find(ClinicalFile file, ImportLog log)
    {
        if (file.Time is { } named)
        {
            var found = _table.IndexOf(named);
            if (found < 0)
                log.Error("time", file.File, 1, $"no column '{named}'", "the column of the times of the samples");
            return found;
        }
        for (var c = 0; c < _table.Columns.Count; c++)
        {
            if (!Columns.Contains(KnownColumns.Plain(_table.Columns[c])))
                continue;
            var words = _table.Values(c).OfType<string>().Distinct().ToList();
            if (words.Count == 0 || !words.TrueForAll(w => _words.Of(w) is not null))
                continue;
            log.Guessed($"clinical: {file.File}: time", _table.Columns[c], "its name, and words for times");
            return c;
        }
        return -1;
    }

    private void Warn(ClinicalFile file, ImportLog log)
    {
        foreach (var word in _table.Values(Column).OfType<string>().Where(w => _words.Of(w) is null).CountBy(w => w))
            log.Warning(
                "time",
                file.File,
                null,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{word.Key}' in column {_table.Columns[Column]} ({word.Value} samples)"
                ),
                $"words for {string.Join(", ", TimePoints.Names.Names)}; name it in the mapping (clinical: times), or these samples are left out"
            );
    }
}
