using Refractor.Cohorts.Mapping;
using Refractor.Cohorts.Tables;

namespace Refractor.Cohorts.Importing;

/// <summary>Reads the tables of records and finds the patient of every row.</summary>
internal sealed class RecordImport(string folder, ClinicalData data, ImportLog log)
{
    /// <summary>All tables of records by their name in the mapping.</summary>
    public IReadOnlyDictionary<string, PatientRecords> Read(IReadOnlyDictionary<string, RecordTable> rules) =>
        rules.ToDictionary(r => r.Key, r => Read(r.Key, r.Value), StringComparer.OrdinalIgnoreCase);

    private PatientRecords Read(string name, RecordTable rule)
    {
        var records = new PatientRecords(name, rule);
        foreach (var file in rule.Files)
            Read(file, records);
        string?[] named = [rule.Drug, rule.OtherwiseDrug, .. rule.Except.Keys, .. rule.Only.Keys];
        foreach (var column in named.OfType<string>().Where(c => !records.Has(c)))
            log.Error(
                $"records.{name}",
                "mapping",
                null,
                $"the column '{column}'",
                $"a column of the files: {string.Join(", ", records.Columns.Take(40))}"
            );
        return records;
    }

    private void Read(string file, PatientRecords records)
    {
        var rule = records.Rule;
        var options = new TextTableOptions { LinesBelowHeader = rule.LinesBelowHeader, Encoding = rule.Encoding };
        var table = TextTableReader.Read(Path.Combine(folder, file), options);
        log.Add(table.Problems);
        if (new IdentifierColumns(table, log).Patient(file, rule.Patient) is not { } column)
            return;
        var (rows, foreign, excepted) = (new List<(int, int)>(), new List<string>(), 0);
        var filter = new RowFilter(table, rule);
        for (var r = 0; r < table.Rows.Count; r++)
            if (table.Rows[r][column] is not { } id || data.PatientOf(id) is not (>= 0 and var patient))
                foreign.Add(table.Rows[r][column] ?? $"line {table.Lines[r]}");
            else if (!filter.Keeps(r))
                excepted++;
            else
                rows.Add((patient, r));
        records.Add(table, rows);
        log.Hold(file, "rows of patients that the clinical files do not name", foreign);
        log.Hold(
            file,
            $"rows that the mapping leaves out (records.{records.Name}: only, except)",
            excepted == 0 ? [] : [Counted.Of(excepted, "row")]
        );
        var held = table.Rows.Count - rows.Count;
        log.Count(new FileCount(file, $"records: {records.Name}", rows.Count, held, table.RowsRejected));
    }

    /// <summary>Which rows the mapping keeps.</summary>
    private sealed class RowFilter(TextTable table, RecordTable rule)
    {
        private readonly List<(int Column, HashSet<string> Words)> _except = Of(table, rule.Except);
        private readonly List<(int Column, HashSet<string> Words)> _only = Of(table, rule.Only);

        public bool Keeps(int row) =>
            _only.TrueForAll(o => Has(row, o.Column, o.Words)) && !_except.Exists(e => Has(row, e.Column, e.Words));

        private bool Has(int row, int column, HashSet<string> words) =>
            column >= 0 && table.Rows[row][column] is { } word && words.Contains(word);

        private static List<(int Column, HashSet<string> Words)> Of(
            TextTable table,
            IReadOnlyDictionary<string, IReadOnlyList<string>> words
        ) => [.. words.Select(w => (table.IndexOf(w.Key), w.Value.ToHashSet(StringComparer.OrdinalIgnoreCase)))];
    }
}
